"""A retired variable used by shell scripts, templates and notebooks."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "a shell script uses it",
        "scripts/ask.sh",
        text(r"""
        #!/usr/bin/env bash
        # Ask one question from the command line.
        set -euo pipefail

        question=${1:?a question}
        curl -sS "https://$HOST/ask" -d "{\"model\": \"$DEFAULT_MODEL\", \"question\": \"$question\"}"
        """),
        found=((6, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "a shell script uses it with a default",
        "scripts/serve.sh",
        text("""
        #!/bin/sh
        set -eu
        PROVIDER="${AI_PROVIDER:-openai}"
        exec docent serve --provider "$PROVIDER"
        """),
        found=((3, "AI_PROVIDER"),),
    ),
    Snippet(
        "a shell script tests it",
        "scripts/check.sh",
        text("""
        #!/bin/sh
        if [ "${USE_RESTORMEL_KEYS:-false}" != "true" ]; then
          echo "Restormel is off" >&2
          exit 1
        fi
        """),
        found=((2, "USE_RESTORMEL_KEYS"),),
    ),
    Snippet(
        "a shell script sets it for one command",
        "scripts/smoke.sh",
        text("""
        #!/usr/bin/env bash
        set -euo pipefail
        cd "$(dirname "$0")/.."
        LOG_LEVEL=DEBUG AI_PROVIDER=openai python -m app.smoke --once
        """),
        found=((4, "AI_PROVIDER"),),
    ),
    Snippet(
        "a shell script uses it in a here-document",
        "scripts/write_config.sh",
        text("""
        #!/usr/bin/env bash
        set -euo pipefail
        cat > config.json <<EOF
        {
          "region": "${REGION:-eu}",
          "model": "${DEFAULT_MODEL}"
        }
        EOF
        """),
        found=((6, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "a Jinja template looks it up",
        "deploy/templates/docent.conf.j2",
        text("""
        [docent]
        region = {{ region | default("eu") }}
        provider = {{ lookup('env', 'AI_PROVIDER') | default("openai", true) }}
        """),
        found=((3, "AI_PROVIDER"),),
    ),
    Snippet(
        "a Jinja template reads the environment it is given",
        "app/templates/about.html",
        text("""
        {% extends "base.html" %}
        {% block content %}
          <h1>About</h1>
          <p>This site answers with {{ os.environ["DEFAULT_MODEL"] }}.</p>
        {% endblock %}
        """),
        found=((4, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "a notebook's cell reads it",
        "notebooks/evaluation.ipynb",
        text(r"""
        {
         "cells": [
          {
           "cell_type": "markdown",
           "metadata": {},
           "source": ["# Evaluation\n", "How good are the answers?"]
          },
          {
           "cell_type": "code",
           "execution_count": null,
           "metadata": {},
           "outputs": [],
           "source": [
            "import os\n",
            "\n",
            "model = os.environ[\"DEFAULT_MODEL\"]\n",
            "print(model)"
           ]
          }
         ],
         "metadata": {"language_info": {"name": "python"}},
         "nbformat": 4,
         "nbformat_minor": 5
        }
        """),
        found=((16, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "a notebook's cell imports what was removed",
        "notebooks/routes.ipynb",
        text(r"""
        {
         "cells": [
          {
           "cell_type": "code",
           "execution_count": 3,
           "metadata": {},
           "outputs": [],
           "source": [
            "import pandas as pd\n",
            "from app.resolve import legacy_resolve\n",
            "frame = pd.read_csv('questions.csv')"
           ]
          }
         ],
         "metadata": {},
         "nbformat": 4,
         "nbformat_minor": 5
        }
        """),
        found=((10, "app.resolve.legacy_resolve"),),
    ),
)
