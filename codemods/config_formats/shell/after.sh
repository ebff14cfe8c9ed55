#!/usr/bin/env bash
set -euo pipefail

export LOG_LEVEL=INFO
if [ -n "$CI" ]; then
  LOG_LEVEL=DEBUG
fi
docent serve
