"""Longer modules of settings and exports, in which one line in many uses what was retired."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "a Django settings module with decouple",
        "config/settings/base.py",
        text('''
        """Django settings (AI_PROVIDER and DEFAULT_MODEL went with 3.0)."""

        from pathlib import Path

        from decouple import Csv, config

        BASE_DIR = Path(__file__).resolve().parents[2]
        SECRET_KEY = config("SECRET_KEY")
        DEBUG = config("DEBUG", default=False, cast=bool)
        ALLOWED_HOSTS = config("ALLOWED_HOSTS", default="localhost", cast=Csv())
        ALLOWED_MODELS = config("ALLOWED_MODELS", default="gpt-4o-mini", cast=Csv())

        DATABASES = {
            "default": {
                "ENGINE": "django.db.backends.sqlite3",
                "NAME": BASE_DIR / "db.sqlite3",
            },
        }
        DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

        ASSISTANT = {
            "AI_PROVIDER": "restormel",
            "MODEL": config("DOCENT_DEFAULT_MODEL", default="gpt-4o-mini"),
            "FALLBACK": config("DEFAULT_AI_PROVIDER", default="openai"),
            "KEY": config("OPENAI_API_KEY", default=""),
        }
        LOGGING = {"version": 1, "loggers": {"app.resolve": {"level": "INFO"}, "app.legacy": {"level": "ERROR"}}}
        '''),
        found=((24, "DEFAULT_AI_PROVIDER"),),
    ),
    Snippet(
        "dynaconf without a prefix reads it",
        "app/settings.py",
        text("""
        from dynaconf import Dynaconf

        # no prefix: each variable is a setting
        settings = Dynaconf(envvar_prefix=False, settings_files=["settings.toml"])


        def provider(tenant):
            return tenant.AI_PROVIDER or settings.AI_PROVIDER
        """),
        found=((8, "AI_PROVIDER"),),
    ),
    Snippet(
        "an __init__ that exports much and one thing too many",
        "app/__init__.py",
        text('''
        """Docent: questions into answers.

        >>> from app import answer
        """

        from app.answers import Answer, answer
        from app.decision import Decision
        from app.defaults import DEFAULT_DECISION
        from app.models import (
            ALLOWED_MODELS,
            Model,
        )
        from app.network import LegacyRouter  # a box in the cellar
        from app.resolve import resolve

        __all__ = [
            "ALLOWED_MODELS",
            "DEFAULT_DECISION",
            "Answer",
            "Decision",
            "LegacyRouter",
            "Model",
            "answer",
            "resolve",
        ]
        '''),
        found=((10, "app.models.ALLOWED_MODELS"),),
        beside={
            "app/network/__init__.py": text("""
            class LegacyRouter:
                pass
            """),
        },
        also=((17, "app.models.ALLOWED_MODELS"),),
    ),
)
