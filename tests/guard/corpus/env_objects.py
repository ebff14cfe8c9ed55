"""A retired variable behind a field of a pydantic settings class."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "a field behind env_prefix reads it",
        "app/settings.py",
        text("""
        from pydantic_settings import BaseSettings, SettingsConfigDict


        class AiSettings(BaseSettings):
            model_config = SettingsConfigDict(env_prefix="AI_", env_file=".env")

            timeout: float = 30.0
            provider: str = "openai"
        """),
        found=((8, "AI_PROVIDER"),),
    ),
    Snippet(
        "a field without a prefix reads it",
        "app/settings.py",
        text("""
        from functools import lru_cache

        from pydantic import SecretStr
        from pydantic_settings import BaseSettings


        class Settings(BaseSettings):
            openai_api_key: SecretStr
            default_model: str = "gpt-4o-mini"
            region: str = "eu"


        @lru_cache
        def get_settings() -> Settings:
            return Settings()
        """),
        found=((9, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "a field in upper case reads it",
        "app/core/config.py",
        text("""
        from pydantic_settings import BaseSettings, SettingsConfigDict


        class Settings(BaseSettings):
            model_config = SettingsConfigDict(env_file=".env", case_sensitive=True, extra="ignore")

            PROJECT_NAME: str = "docent"
            OPENAI_API_KEY: str
            AI_PROVIDER: str = "openai"


        settings = Settings()
        """),
        found=((9, "AI_PROVIDER"),),
    ),
    Snippet(
        "a validation alias names it",
        "app/settings.py",
        text("""
        from pydantic import Field
        from pydantic_settings import BaseSettings


        class Settings(BaseSettings):
            region: str = "eu"
            model: str = Field("gpt-4o-mini", validation_alias="DEFAULT_MODEL")
        """),
        found=((7, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "an alias names it in spite of a prefix",
        "app/settings.py",
        text("""
        from pydantic import Field
        from pydantic_settings import BaseSettings, SettingsConfigDict


        class Settings(BaseSettings):
            model_config = SettingsConfigDict(env_prefix="DOCENT_")

            port: int = 8000
            provider: str = Field(default="openai", alias="AI_PROVIDER")
        """),
        found=((9, "AI_PROVIDER"),),
    ),
    Snippet(
        "one of several aliases is it",
        "app/settings.py",
        text("""
        from pydantic import AliasChoices, Field
        from pydantic_settings import BaseSettings


        class Settings(BaseSettings):
            debug: bool = False
            provider: str = Field("openai", validation_alias=AliasChoices("DOCENT_PROVIDER", "DEFAULT_AI_PROVIDER"))
        """),
        found=((7, "DEFAULT_AI_PROVIDER"),),
    ),
    Snippet(
        "an annotated field has it as alias",
        "app/settings.py",
        text("""
        from typing import Annotated

        from pydantic import Field
        from pydantic_settings import BaseSettings


        class Settings(BaseSettings):
            percent: Annotated[int, Field(ge=0, le=100, validation_alias="RESTORMEL_ROLLOUT_PERCENT")] = 100
        """),
        found=((8, "RESTORMEL_ROLLOUT_PERCENT"),),
    ),
    Snippet(
        "a nested settings class has its own prefix",
        "app/settings.py",
        text("""
        from pydantic import Field
        from pydantic_settings import BaseSettings, SettingsConfigDict


        class Ai(BaseSettings):
            model_config = SettingsConfigDict(env_prefix="AI_")

            provider: str = "openai"
            timeout: int = 30


        class Settings(BaseSettings):
            region: str = "eu"
            ai: Ai = Field(default_factory=Ai)
        """),
        found=((8, "AI_PROVIDER"),),
    ),
    Snippet(
        "a nested model is filled through the delimiter",
        "app/settings.py",
        text("""
        from pydantic import BaseModel
        from pydantic_settings import BaseSettings, SettingsConfigDict


        class Default(BaseModel):
            model: str = "gpt-4o-mini"
            temperature: float = 0.2


        class Settings(BaseSettings):
            model_config = SettingsConfigDict(env_nested_delimiter="_")

            default: Default = Default()
        """),
        found=((6, "DEFAULT_MODEL"),),
        also=((13, "DEFAULT_MODEL"),),
    ),
)
