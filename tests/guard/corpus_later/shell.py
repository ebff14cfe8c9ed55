"""A retired variable in commands, scripts and the tools that run them."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "a shell script unsets it",
        "scripts/clean.sh",
        text("""
        #!/bin/sh
        unset AI_PROVIDER
        exec docent serve
        """),
        found=((2, "AI_PROVIDER"),),
    ),
    Snippet(
        "a shell script runs a container with it",
        "scripts/run.sh",
        text(r"""
        #!/usr/bin/env bash
        set -euo pipefail
        docker run --rm -p 8000:8000 \
          -e LOG_LEVEL=INFO \
          -e DEFAULT_MODEL=gpt-4o-mini \
          --env AI_PROVIDER \
          docent:3
        """),
        found=(
            (5, "DEFAULT_MODEL"),
            (6, "AI_PROVIDER"),
        ),
    ),
    Snippet(
        "a step of a workflow puts it into the next steps' environment",
        ".github/workflows/nightly.yml",
        text("""
        name: nightly
        on:
          schedule:
            - cron: "0 3 * * *"
        jobs:
          nightly:
            runs-on: ubuntu-latest
            steps:
              - run: echo "AI_PROVIDER=fake" >> "$GITHUB_ENV"
              - run: pytest tests/nightly
        """),
        found=((9, "AI_PROVIDER"),),
    ),
    Snippet(
        "a script of package.json sets it before a command",
        "web/package.json",
        text("""
        {
          "name": "docent-web",
          "scripts": {
            "dev": "AI_PROVIDER=fake vite",
            "build": "cross-env DEFAULT_MODEL=gpt-4o-mini vite build"
          }
        }
        """),
        found=(
            (4, "AI_PROVIDER"),
            (5, "DEFAULT_MODEL"),
        ),
    ),
    Snippet(
        "env runs a command without it",
        "scripts/bare.sh",
        text("""
        #!/bin/sh
        exec env -u DEFAULT_MODEL docent serve
        """),
        found=((2, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "export takes several at once",
        "scripts/profile.sh",
        text("""
        # shellcheck shell=sh
        export LOG_LEVEL=INFO DEFAULT_MODEL=gpt-4o-mini
        """),
        found=((2, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "direnv exports it",
        ".envrc",
        text("""
        layout python
        export USE_RESTORMEL_KEYS=true
        """),
        found=((2, "USE_RESTORMEL_KEYS"),),
    ),
    Snippet(
        "a bash script asks whether it is set",
        "scripts/guard.sh",
        text("""
        #!/usr/bin/env bash
        if [[ -v AI_PROVIDER ]]; then
          echo "set" >&2
        fi
        """),
        found=((2, "AI_PROVIDER"),),
    ),
    Snippet(
        "printenv and indirection read it",
        "scripts/show.sh",
        text("""
        #!/usr/bin/env bash
        model=$(printenv DEFAULT_MODEL)
        echo "$model"
        """),
        found=((2, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "a crontab sets it for its jobs",
        "deploy/crontab",
        text("""
        SHELL=/bin/bash
        AI_PROVIDER=openai
        0 3 * * * docent embed --all
        """),
        found=((2, "AI_PROVIDER"),),
    ),
    Snippet(
        "kubectl sets it on a deployment",
        "scripts/rollout.sh",
        text("""
        #!/usr/bin/env bash
        set -euo pipefail
        kubectl set env deployment/docent RESTORMEL_ROLLOUT_PERCENT=50
        kubectl rollout status deployment/docent
        """),
        found=((3, "RESTORMEL_ROLLOUT_PERCENT"),),
    ),
    Snippet(
        "Heroku's command line sets it",
        "scripts/heroku.sh",
        text("""
        #!/bin/sh
        heroku config:set AI_PROVIDER=openai --app docent
        """),
        found=((2, "AI_PROVIDER"),),
    ),
)
