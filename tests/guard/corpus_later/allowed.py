"""Uses that an allowance of several names or above a statement lets stand."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "one allowance names two items",
        "app/exports.py",
        text("""
        import os

        BOTH = os.getenv("AI_PROVIDER"), os.getenv("DEFAULT_MODEL")  # codemod: allow[AI_PROVIDER, DEFAULT_MODEL] shown
        """),
    ),
    Snippet(
        "an allowance stands in a shell comment behind a command",
        "scripts/unset.sh",
        text("""
        #!/bin/sh
        unset DEFAULT_MODEL # codemod: allow[DEFAULT_MODEL] old profiles still export it
        """),
    ),
    Snippet(
        "an allowance stands in the values of a chart",
        "chart/values.yaml",
        text("""
        api:
          env:
            AI_PROVIDER: openai # codemod: allow[AI_PROVIDER] the old image still wants it
        """),
    ),
    Snippet(
        "an allowance names the path of a removed module",
        "tests/test_gone.py",
        text("""
        import importlib

        import pytest


        def test_gone():
            with pytest.raises(ImportError):
                importlib.import_module("app.ai_router")  # codemod: allow[app/ai_router.py] shows it is gone
        """),
    ),
)
