"""A retired variable read by the standard library: in every spelling of ``os.environ`` and ``os.getenv``."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "a settings module reads the variable with a default",
        "app/settings.py",
        text('''
        """What the service is told from outside."""

        import os

        REGION = os.environ.get("REGION", "eu")
        PROVIDER = os.environ.get("AI_PROVIDER", "openai")  # openai or anthropic
        TIMEOUT = float(os.environ.get("AI_TIMEOUT", "30"))
        '''),
        found=((6, "AI_PROVIDER"),),
    ),
    Snippet(
        "a subscript in a function reads it",
        "app/answers.py",
        text('''
        import os

        from app.clients import client_for


        def answer(question: str) -> str:
            """Ask the default model of this deployment."""
            model = os.environ["DEFAULT_MODEL"]
            return client_for(model).complete(question)
        '''),
        found=((8, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "getenv with a keyword default reads it",
        "app/providers/choice.py",
        text("""
        import os
        from functools import lru_cache


        @lru_cache
        def provider() -> str:
            chosen = os.getenv("DEFAULT_AI_PROVIDER", default="openai").strip().lower()
            if chosen not in {"openai", "anthropic"}:
                raise ValueError(f"unknown provider {chosen!r}")
            return chosen
        """),
        found=((7, "DEFAULT_AI_PROVIDER"),),
    ),
    Snippet(
        "getenv imported by itself reads it",
        "app/worker.py",
        text("""
        from os import getenv

        API_KEY = getenv("OPENAI_API_KEY")
        MODEL = getenv("DEFAULT_MODEL") or "gpt-4o-mini"


        def work(job):
            return job.run(model=MODEL, api_key=API_KEY)
        """),
        found=((4, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "environ under another name reads it",
        "app/tasks/summaries.py",
        text("""
        from os import environ as e


        def summarise(text: str) -> str:
            model = e.get("DEFAULT_MODEL", "gpt-4o-mini")
            return f"{model}: {text[:200]}"
        """),
        found=((5, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "the os module under another name reads it",
        "app/cli.py",
        text("""
        import os as o
        import sys


        def main() -> int:
            if o.environ["AI_PROVIDER"] == "anthropic":
                print("not supported any more", file=sys.stderr)
                return 1
            return 0
        """),
        found=((6, "AI_PROVIDER"),),
    ),
    Snippet(
        "a test for membership asks whether it is set",
        "app/health.py",
        text("""
        import os


        def checks() -> dict[str, bool]:
            return {
                "key": "OPENAI_API_KEY" in os.environ,
                "provider": "AI_PROVIDER" in os.environ,
            }
        """),
        found=((7, "AI_PROVIDER"),),
    ),
    Snippet(
        "a guard clause asks whether it is not set",
        "app/startup.py",
        text("""
        import os
        import sys


        def require_configuration():
            if "DEFAULT_MODEL" not in os.environ:
                sys.exit("set the model before you start the service")
        """),
        found=((6, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "pop takes it out of the environment",
        "app/sandbox.py",
        text("""
        import os

        CREDENTIALS = ("OPENAI_API_KEY",)


        def scrub() -> None:
            for name in CREDENTIALS:
                os.environ.pop(name, None)
            os.environ.pop("AI_PROVIDER", None)
        """),
        found=((9, "AI_PROVIDER"),),
    ),
    Snippet(
        "setdefault gives it a value where it has none",
        "manage.py",
        text("""
        #!/usr/bin/env python
        import os
        import sys


        def main():
            os.environ.setdefault("DJANGO_SETTINGS_MODULE", "app.settings")
            os.environ.setdefault("AI_PROVIDER", "openai")
            from django.core.management import execute_from_command_line

            execute_from_command_line(sys.argv)


        if __name__ == "__main__":
            main()
        """),
        found=((8, "AI_PROVIDER"),),
    ),
    Snippet(
        "the environment as bytes is read",
        "app/native.py",
        text("""
        import os


        def provider_for_the_extension() -> bytes:
            if os.supports_bytes_environ:
                return os.environb[b"AI_PROVIDER"]
            return b"openai"
        """),
        found=((6, "AI_PROVIDER"),),
    ),
    Snippet(
        "getenvb reads it",
        "app/legacy_locale.py",
        text("""
        import os

        MODEL = os.getenvb(b"DEFAULT_MODEL", b"gpt-4o-mini")
        """),
        found=((3, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "the dunder of the subscript reads it",
        "app/registry.py",
        text("""
        import os

        READ = os.environ.__getitem__
        MODEL = os.environ.__getitem__("DEFAULT_MODEL")
        """),
        found=((4, "DEFAULT_MODEL"),),
    ),
)
