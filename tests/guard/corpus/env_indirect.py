"""A retired variable whose name stands in a constant, or is put together from strings."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "a constant of the same file names the variable",
        "app/settings.py",
        text("""
        import os

        PROVIDER_VARIABLE = "AI_PROVIDER"
        REGION_VARIABLE = "REGION"

        region = os.environ.get(REGION_VARIABLE, "eu")
        provider = os.environ.get(PROVIDER_VARIABLE, "openai")
        """),
        found=((7, "AI_PROVIDER"),),
    ),
    Snippet(
        "a constant imported from another file names it",
        "app/answers.py",
        text("""
        import os

        from app.env_names import MODEL, REGION


        def model() -> str:
            if os.environ.get(REGION) == "us":
                return "gpt-4o"
            return os.environ[MODEL]
        """),
        found=((9, "DEFAULT_MODEL"),),
        beside={
            "app/env_names.py": text('''
            """What our variables used to be called; the migration report prints them."""

            MODEL = "DEFAULT_MODEL"
            REGION = "REGION"
            '''),
        },
    ),
    Snippet(
        "an attribute of an imported module names it",
        "app/worker.py",
        text("""
        import os

        from app import env_names as names

        PROVIDER = os.getenv(names.PROVIDER, "openai")
        """),
        found=((5, "AI_PROVIDER"),),
        beside={
            "app/env_names.py": text("""
            PROVIDER = "AI_PROVIDER"
            """),
        },
    ),
    Snippet(
        "a class attribute names it",
        "app/settings.py",
        text("""
        import os


        class Env:
            KEY = "OPENAI_API_KEY"
            MODEL = "DEFAULT_MODEL"


        def load() -> dict[str, str]:
            return {
                "key": os.environ[Env.KEY],
                "model": os.environ[Env.MODEL],
            }
        """),
        found=((12, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "a member of an enumeration names it",
        "app/settings.py",
        text("""
        import os
        from enum import StrEnum


        class Variable(StrEnum):
            REGION = "REGION"
            PROVIDER = "AI_PROVIDER"


        provider = os.environ.get(Variable.PROVIDER, "openai")
        """),
        found=((10, "AI_PROVIDER"),),
    ),
    Snippet(
        "a local name of the function names it",
        "app/probe.py",
        text("""
        import os


        def probe() -> bool:
            key = "AI_PROVIDER"
            value = os.environ.get(key)
            return value is not None
        """),
        found=((6, "AI_PROVIDER"),),
    ),
    Snippet(
        "two constants are added up to its name",
        "app/settings.py",
        text("""
        import os

        PREFIX = "AI_"
        TIMEOUT = os.environ.get(PREFIX + "TIMEOUT", "30")
        PROVIDER = os.environ.get(PREFIX + "PROVIDER", "openai")
        """),
        found=((5, "AI_PROVIDER"),),
    ),
    Snippet(
        "an f-string with a constant makes its name",
        "app/settings.py",
        text("""
        import os

        PREFIX = "AI"
        timeout = os.getenv(f"{PREFIX}_TIMEOUT", "30")
        provider = os.getenv(f"{PREFIX}_PROVIDER", "openai")
        """),
        found=((5, "AI_PROVIDER"),),
    ),
    Snippet(
        "a percent sign with a constant makes its name",
        "app/settings.py",
        text("""
        import os

        KIND = "AI"
        provider = os.environ.get("DEFAULT_%s_PROVIDER" % KIND)
        """),
        found=((4, "DEFAULT_AI_PROVIDER"),),
    ),
    Snippet(
        "format with a constant makes its name",
        "app/settings.py",
        text("""
        import os

        WHAT = "MODEL"
        model = os.environ.get("DEFAULT_{}".format(WHAT), "gpt-4o-mini")
        """),
        found=((4, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "adjacent literals are one name",
        "app/settings.py",
        text("""
        import os

        model = os.environ.get("DEFAULT_" "MODEL", "gpt-4o-mini")
        """),
        found=((3, "DEFAULT_MODEL"),),
    ),
)
