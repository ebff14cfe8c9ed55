"""Python in which a library reads other variables, or no variable at all."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "environs reads it behind a prefix, so another variable",
        "app/settings.py",
        text("""
        from environs import Env

        env = Env()

        with env.prefixed("DOCENT_"):
            PROVIDER = env.str("AI_PROVIDER", "openai")
            MODEL = env("DEFAULT_MODEL", "gpt-4o")
        """),
    ),
    Snippet(
        "environs reads other names behind the prefix",
        "app/settings.py",
        text("""
        from environs import Env

        env = Env()

        with env.prefixed("AI_"):
            TIMEOUT = env.int("TIMEOUT", 30)
            RETRIES = env.int("RETRIES", 3)
        PROVIDER = env.str("PROVIDER", "openai")
        """),
    ),
    Snippet(
        "a Starlette Config with another prefix",
        "app/settings.py",
        text("""
        from starlette.config import Config

        config = Config(env_prefix="DOCENT_")
        PROVIDER = config("AI_PROVIDER", default="openai")
        """),
    ),
    Snippet(
        "dynaconf has a prefix of its own",
        "app/settings.py",
        text("""
        from dynaconf import Dynaconf

        settings = Dynaconf(envvar_prefix="DOCENT", settings_files=["settings.toml"])
        PROVIDER = settings.AI_PROVIDER
        MODEL = settings.get("DEFAULT_MODEL", "gpt-4o")
        """),
    ),
    Snippet(
        "environ-config puts its default prefix before it",
        "app/config.py",
        text("""
        import environ


        @environ.config
        class Config:
            ai_provider = environ.var("openai")
            default_model = environ.var("gpt-4o")
        """),
    ),
    Snippet(
        "a settings class has the prefix with other fields",
        "app/settings.py",
        text("""
        from pydantic_settings import BaseSettings, SettingsConfigDict


        class AiSettings(BaseSettings):
            model_config = SettingsConfigDict(env_prefix="AI_")

            timeout: float = 30.0
            providers: list[str] = []
            provider_url: str = ""
        """),
    ),
    Snippet(
        "a settings class has the field behind another prefix",
        "app/settings.py",
        text("""
        from pydantic_settings import BaseSettings, SettingsConfigDict


        class Settings(BaseSettings):
            model_config = SettingsConfigDict(env_prefix="DOCENT_", env_file=".env")

            ai_provider: str = "openai"
            default_model: str = "gpt-4o"
        """),
    ),
    Snippet(
        "a settings class with exact case has the field in lower case",
        "app/settings.py",
        text("""
        from pydantic_settings import BaseSettings, SettingsConfigDict


        class Settings(BaseSettings):
            model_config = SettingsConfigDict(case_sensitive=True)

            ai_provider: str = "openai"
            default_model: str = "gpt-4o"
        """),
    ),
    Snippet(
        "a validation alias replaces the field's name",
        "app/settings.py",
        text("""
        from pydantic import Field
        from pydantic_settings import BaseSettings


        class Settings(BaseSettings):
            ai_provider: str = Field("openai", validation_alias="DOCENT_PROVIDER")
            default_model: str = Field("gpt-4o", validation_alias="DOCENT_MODEL")
        """),
    ),
    Snippet(
        "a model that is no settings class has the fields",
        "app/schemas.py",
        text("""
        from pydantic import BaseModel, Field


        class Tenant(BaseModel):
            name: str
            ai_provider: str = "openai"
            default_model: str = Field("gpt-4o", alias="DEFAULT_MODEL")
        """),
    ),
    Snippet(
        "a dataclass has the fields",
        "app/tenant.py",
        text("""
        from dataclasses import dataclass


        @dataclass
        class Tenant:
            ai_provider: str = "openai"
            default_model: str = "gpt-4o"
            DEFAULT_AI_PROVIDER = "openai"
        """),
    ),
    Snippet(
        "a class variable and a property of a settings class are no fields",
        "app/settings.py",
        text("""
        from typing import ClassVar

        from pydantic_settings import BaseSettings


        class Settings(BaseSettings):
            AI_PROVIDER: ClassVar[str] = "openai"
            region: str = "eu"

            @property
            def default_model(self) -> str:
                return f"gpt-4o-{self.region}"
        """),
    ),
    Snippet(
        "a local variable and a parameter have the name",
        "app/answers.py",
        text("""
        def answer(question, ai_provider="openai", DEFAULT_MODEL="gpt-4o"):  # noqa: N803
            AI_PROVIDER = ai_provider.lower()  # noqa: N806
            return f"{AI_PROVIDER}/{DEFAULT_MODEL}: {question}"
        """),
    ),
    Snippet(
        "a typer option reads another variable",
        "app/cli.py",
        text("""
        import typer


        def serve(ai_provider: str = typer.Option("openai", envvar="DOCENT_PROVIDER"), default_model: str = "gpt-4o"):
            typer.echo(f"{ai_provider}/{default_model}")
        """),
    ),
    Snippet(
        "a click option is called so and reads nothing",
        "app/cli.py",
        text("""
        import click


        @click.command()
        @click.option("--ai-provider", "ai_provider", metavar="AI_PROVIDER", help="was AI_PROVIDER", default="openai")
        def serve(ai_provider):
            click.echo(ai_provider)
        """),
    ),
    Snippet(
        "a config object that is not decouple's",
        "app/settings.py",
        text("""
        from app.tenants import config

        PROVIDER = config("AI_PROVIDER", default="openai")
        """),
        beside={
            "app/tenants.py": text("""
            def config(name, default=None):
                return {"name": name}.get("value", default)
            """),
        },
    ),
    Snippet(
        "everett reads it in another namespace",
        "app/config.py",
        text("""
        from everett.manager import ConfigManager

        config = ConfigManager.basic_config()
        PROVIDER = config("ai_provider", namespace="docent", default="openai")
        """),
    ),
)
