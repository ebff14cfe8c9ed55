"""A retired variable read in every place that Python has for an expression."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "a walrus in a condition reads it",
        "app/router_setup.py",
        text("""
        import os


        def configure(router):
            if (provider := os.environ.get("AI_PROVIDER")) is not None:
                router.pin(provider)
            return router
        """),
        found=((5, "AI_PROVIDER"),),
    ),
    Snippet(
        "a default argument reads it",
        "app/summaries.py",
        text("""
        import os


        def summarise(text, model=os.environ.get("DEFAULT_MODEL", "gpt-4o-mini")):
            return model, text
        """),
        found=((4, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "a dataclass factory reads it",
        "app/config.py",
        text("""
        import os
        from dataclasses import dataclass, field


        @dataclass(frozen=True)
        class Config:
            region: str = field(default_factory=lambda: os.environ.get("REGION", "eu"))
            provider: str = field(default_factory=lambda: os.environ.get("AI_PROVIDER", "openai"))
        """),
        found=((8, "AI_PROVIDER"),),
    ),
    Snippet(
        "a flag's variable is read again as it used to be",
        "app/answers.py",
        text("""
        import os

        from app.restormel import resolve as resolve_with_restormel


        def use_restormel() -> bool:
            return os.getenv("USE_RESTORMEL_KEYS", "false").lower() in {"1", "true", "yes"}


        def resolve(question):
            if not use_restormel():
                raise RuntimeError("Restormel is switched off")
            return resolve_with_restormel(question)
        """),
        found=((7, "USE_RESTORMEL_KEYS"),),
    ),
    Snippet(
        "a rollout in percent is read again",
        "app/rollout.py",
        text("""
        import os
        import zlib


        def in_rollout(user_id: str) -> bool:
            percent = int(os.environ.get("RESTORMEL_ROLLOUT_PERCENT", "0"))
            return zlib.crc32(user_id.encode()) % 100 < percent
        """),
        found=((6, "RESTORMEL_ROLLOUT_PERCENT"),),
    ),
    Snippet(
        "an import inside the function reads two of them",
        "app/debug.py",
        text("""
        def describe() -> str:
            from os import environ

            provider = environ.get("AI_PROVIDER", "-")
            model = environ.get("DEFAULT_MODEL", "-")
            return f"{provider}/{model}"
        """),
        found=((4, "AI_PROVIDER"), (5, "DEFAULT_MODEL")),
    ),
    Snippet(
        "two variables are read on one line",
        "app/fallbacks.py",
        text("""
        import os


        def provider():
            return os.getenv("AI_PROVIDER") or os.getenv("DEFAULT_AI_PROVIDER") or "openai"
        """),
        found=((5, "AI_PROVIDER"), (5, "DEFAULT_AI_PROVIDER")),
    ),
    Snippet(
        "an f-string holds the read",
        "app/banner.py",
        text("""
        import os

        VERSION = "3.2"


        def banner():
            return f"docent {VERSION}, model {os.environ.get('DEFAULT_MODEL', 'unset')}"
        """),
        found=((7, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "a read in a test's skip condition",
        "tests/test_live.py",
        text("""
        import os

        import pytest

        pytestmark = pytest.mark.skipif(os.environ.get("AI_PROVIDER") != "openai", reason="asks the real service")


        def test_answers():
            from app.answers import answer

            assert answer("What is a docent?")
        """),
        found=((5, "AI_PROVIDER"),),
    ),
    Snippet(
        "a lambda and a conditional expression read it",
        "app/lazy.py",
        text("""
        import os

        model = lambda: os.environ["DEFAULT_MODEL"] if "DEFAULT_MODEL" in os.environ else "gpt-4o-mini"  # noqa: E731
        """),
        found=((3, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "a match statement on the read",
        "app/providers/__init__.py",
        text("""
        import os

        from app.providers.anthropic import Anthropic
        from app.providers.openai import OpenAI


        def build():
            match os.environ.get("AI_PROVIDER", "openai"):
                case "anthropic":
                    return Anthropic()
                case _:
                    return OpenAI(api_key=os.environ["OPENAI_API_KEY"])
        """),
        found=((8, "AI_PROVIDER"),),
    ),
    Snippet(
        "the allowance of another item does not cover it",
        "app/exports.py",
        text("""
        import os

        MODEL = os.environ.get("DEFAULT_MODEL", "")  # codemod: allow[AI_PROVIDER] exports show what was asked
        """),
        found=((3, "DEFAULT_MODEL"),),
    ),
)
