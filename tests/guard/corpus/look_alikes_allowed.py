"""Uses of retired names on lines that carry an allowance of that item."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "an allowance lets a read stand",
        "app/exports.py",
        text("""
        import os

        PROVIDER = os.environ.get("AI_PROVIDER", "")  # codemod: allow[AI_PROVIDER] shows what is still set
        """),
    ),
    Snippet(
        "an allowance lets a removed name stand",
        "tests/test_gone.py",
        text("""
        import pytest


        def test_legacy_resolve_is_gone():
            with pytest.raises(AttributeError):
                import app.resolve

                app.resolve.legacy_resolve("why?")  # codemod: allow[app.resolve.legacy_resolve] shows it is gone
        """),
    ),
    Snippet(
        "an allowance lets a line of a workflow stand",
        ".github/workflows/upgrade.yml",
        text("""
        name: upgrade
        on: workflow_dispatch
        jobs:
          upgrade:
            runs-on: ubuntu-latest
            steps:
              - run: pytest tests/upgrade
                env:
                  DEFAULT_MODEL: gpt-4o-mini # codemod: allow[DEFAULT_MODEL] the upgrade starts from version 2
        """),
    ),
    Snippet(
        "an allowance lets a line of a shell script stand",
        "scripts/upgrade.sh",
        text("""
        #!/bin/sh
        if [ -n "${AI_PROVIDER:-}" ]; then # codemod: allow[AI_PROVIDER] tells operators what to unset
          echo "please unset it"
        fi
        """),
    ),
    Snippet(
        "an allowance lets a key of an SDK stand",
        "scripts/archive_flag.py",
        text("""
        import ldclient
        from ldclient import Context

        client = ldclient.get()
        context = Context.create("ops")
        print(client.variation("new-router", context, False))  # codemod: allow[new-router] checks the archive
        """),
    ),
)
