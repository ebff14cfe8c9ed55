"""A retired variable behind a field of a settings class of version 1, or of one that is spelled in another way."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "the inner Config of version 1 gives the prefix",
        "app/settings.py",
        text("""
        from pydantic import BaseSettings


        class RoutingSettings(BaseSettings):
            provider: str = "openai"
            retries: int = 3

            class Config:
                env_prefix = "ai_"
                env_file = ".env"
        """),
        found=((5, "AI_PROVIDER"),),
    ),
    Snippet(
        "a field of version 1 has the name as env",
        "app/settings.py",
        text("""
        from pydantic import BaseSettings, Field


        class Settings(BaseSettings):
            region: str = Field("eu", env="DOCENT_REGION")
            model: str = Field("gpt-4o-mini", env="DEFAULT_MODEL")
        """),
        found=((6, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "a field of version 1 has it in a list",
        "app/settings.py",
        text("""
        from pydantic import BaseSettings, Field


        class Settings(BaseSettings):
            provider: str = Field("openai", env=["DOCENT_PROVIDER", "AI_PROVIDER"])
            debug: bool = False
        """),
        found=((5, "AI_PROVIDER"),),
    ),
    Snippet(
        "a class of the repository stands between",
        "app/settings.py",
        text("""
        from app.settings_core import Core


        class Settings(Core):
            region: str = "eu"
            use_restormel_keys: bool = True
        """),
        found=((6, "USE_RESTORMEL_KEYS"),),
        beside={
            "app/settings_core.py": text("""
            from pydantic_settings import BaseSettings, SettingsConfigDict


            class Core(BaseSettings):
                model_config = SettingsConfigDict(env_file=".env", extra="ignore")
            """),
        },
    ),
    Snippet(
        "the module of the library under a short name",
        "app/settings.py",
        text("""
        import pydantic_settings as ps


        class Settings(ps.BaseSettings):
            model_config = ps.SettingsConfigDict(env_prefix="default_")

            model: str = "gpt-4o-mini"
            ai_provider: str = "openai"
        """),
        found=((7, "DEFAULT_MODEL"), (8, "DEFAULT_AI_PROVIDER")),
    ),
    Snippet(
        "a plain dictionary as model_config",
        "app/settings.py",
        text("""
        from pydantic_settings import BaseSettings


        class Settings(BaseSettings):
            model_config = {"env_prefix": "AI_", "extra": "ignore"}

            provider: str = "openai"
        """),
        found=((7, "AI_PROVIDER"),),
    ),
    Snippet(
        "a constant is the prefix",
        "app/settings.py",
        text("""
        from pydantic_settings import BaseSettings, SettingsConfigDict

        PREFIX = "AI_"


        class Settings(BaseSettings):
            model_config = SettingsConfigDict(env_prefix=PREFIX)

            timeout: int = 30
            provider: str = "openai"
        """),
        found=((10, "AI_PROVIDER"),),
    ),
)
