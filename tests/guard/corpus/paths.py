"""A removed file that is there again, or whose module is imported again."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "the file is there again",
        "app/ai_router.py",
        text('''
        """Chooses a provider: the chain of our own."""

        PROVIDERS = ("openai", "anthropic")


        def route(question):
            for provider in PROVIDERS:
                yield provider, question
        '''),
        found=((1, "app/ai_router.py"),),
    ),
    Snippet(
        "the file is there again and reads what was retired",
        "app/ai_router.py",
        text("""
        import os

        from app.clients import client_for


        def route(question):
            provider = os.environ.get("AI_PROVIDER", "openai")
            return client_for(provider).complete(question)
        """),
        found=((1, "app/ai_router.py"), (7, "AI_PROVIDER")),
    ),
    Snippet(
        "a file in the removed folder",
        "app/legacy/chain.py",
        text("""
        from __future__ import annotations

        from collections.abc import Iterable


        def first(providers: Iterable[str]) -> str:
            return next(iter(providers))
        """),
        found=((1, "app/legacy/"),),
    ),
    Snippet(
        "a file deep in the removed folder that is no Python",
        "app/legacy/prompts/system.md",
        text("""
        You are a guide through a museum.

        Answer in two sentences.
        """),
        found=((1, "app/legacy/"),),
    ),
    Snippet(
        "a script that the glob names",
        "scripts/old_deploy.sh",
        text("""
        #!/usr/bin/env bash
        set -euo pipefail
        rsync -a build/ docent@example.org:/srv/docent/
        """),
        found=((1, "scripts/old_*.sh"),),
    ),
    Snippet(
        "a script that the glob names and that uses what was retired",
        "scripts/old_backup.sh",
        text("""
        #!/bin/sh
        # Copies the answers of one model.
        set -eu
        cp "answers/${DEFAULT_MODEL}.db" backup/
        """),
        found=((1, "scripts/old_*.sh"), (4, "DEFAULT_MODEL")),
    ),
    Snippet(
        "a script whose name has nothing where the glob has its star",
        "scripts/old_.sh",
        text("""
        : # nothing is done here any more
        """),
        found=((1, "scripts/old_*.sh"),),
    ),
)
