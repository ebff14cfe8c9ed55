#!/usr/bin/env bash
set -euo pipefail

# --- Routing ---
export DEFAULT_MODEL="gpt-4o-mini"
# export DEFAULT_MODEL=gpt-4o

export LOG_LEVEL=INFO DEFAULT_MODEL=gpt-4o
if [ -n "$CI" ]; then
  DEFAULT_MODEL=gpt-4o  # the large one
  LOG_LEVEL=DEBUG
fi
docent serve
