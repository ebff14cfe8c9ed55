"""A retired variable behind an option, a class or the settings of a framework."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "a typer option takes it from the environment",
        "app/cli.py",
        text("""
        import typer

        app = typer.Typer()


        @app.command()
        def ask(question: str, model: str = typer.Option("gpt-4o-mini", envvar="DEFAULT_MODEL", help="which model")):
            typer.echo(f"{model}: {question}")
        """),
        found=((7, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "an annotated typer option has it among others",
        "app/cli.py",
        text("""
        from typing import Annotated

        import typer

        Provider = Annotated[str, typer.Option(envvar=["DOCENT_PROVIDER", "AI_PROVIDER"])]


        def serve(provider: Provider = "openai", port: int = 8000):
            typer.echo(f"{provider} on {port}")
        """),
        found=((5, "AI_PROVIDER"),),
    ),
    Snippet(
        "a click option takes it from the environment",
        "app/cli.py",
        text('''
        import click


        @click.group()
        def cli():
            """Docent."""


        @cli.command()
        @click.argument("question")
        @click.option("--provider", envvar="AI_PROVIDER", show_envvar=True, default="openai")
        def ask(question, provider):
            click.echo(f"{provider}: {question}")
        '''),
        found=((11, "AI_PROVIDER"),),
    ),
    Snippet(
        "python-dotenv's values are asked for it",
        "app/settings.py",
        text("""
        from dotenv import dotenv_values

        values = dotenv_values(".env")

        REGION = values.get("REGION", "eu")
        PROVIDER = values.get("AI_PROVIDER") or "openai"
        """),
        found=((6, "AI_PROVIDER"),),
    ),
    Snippet(
        "python-dotenv loads a file and os.environ reads it",
        "app/settings.py",
        text("""
        import os

        from dotenv import load_dotenv

        load_dotenv()

        MODEL = os.environ["DEFAULT_MODEL"]
        """),
        found=((7, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "python-dotenv's get_key reads it",
        "scripts/show_model.py",
        text("""
        from dotenv import find_dotenv, get_key

        print(get_key(find_dotenv(), "DEFAULT_MODEL"))
        """),
        found=((3, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "environ-config joins its prefix and the field",
        "app/config.py",
        text("""
        import environ


        @environ.config(prefix="AI")
        class Config:
            timeout = environ.var(30, converter=int)
            provider = environ.var("openai")
        """),
        found=((7, "AI_PROVIDER"),),
    ),
    Snippet(
        "environ-config gives the whole name",
        "app/config.py",
        text("""
        import environ


        @environ.config(prefix="DOCENT")
        class Config:
            region = environ.var("eu")
            model = environ.var("gpt-4o-mini", name="DEFAULT_MODEL")


        config = environ.to_config(Config)
        """),
        found=((7, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "everett reads it in lower case",
        "app/config.py",
        text("""
        from everett.manager import ConfigManager

        config = ConfigManager.basic_config()

        DEBUG = config("debug", default="false", parser=bool)
        PROVIDER = config("ai_provider", default="openai")
        """),
        found=((6, "AI_PROVIDER"),),
    ),
    Snippet(
        "everett reads it in a namespace",
        "app/config.py",
        text("""
        from everett.manager import ConfigManager

        config = ConfigManager.basic_config(doc="See the handbook.")
        TIMEOUT = config("timeout", namespace="ai", default="30", parser=int)
        PROVIDER = config("provider", namespace="ai", default="openai")
        """),
        found=((5, "AI_PROVIDER"),),
    ),
    Snippet(
        "a Flask application puts it into its config",
        "app/__init__.py",
        text("""
        import os

        from flask import Flask


        def create_app():
            app = Flask(__name__)
            app.config["OPENAI_API_KEY"] = os.environ["OPENAI_API_KEY"]
            app.config["AI_PROVIDER"] = os.environ.get("AI_PROVIDER", "openai")
            return app
        """),
        found=((9, "AI_PROVIDER"),),
    ),
    Snippet(
        "Django's settings read it into a dictionary",
        "config/settings.py",
        text("""
        import os
        from pathlib import Path

        BASE_DIR = Path(__file__).resolve().parent.parent
        INSTALLED_APPS = ["django.contrib.auth", "app"]
        ASSISTANT = {
            "PROVIDER": os.getenv("DEFAULT_AI_PROVIDER", "openai"),
            "TIMEOUT": 30,
        }
        """),
        found=((7, "DEFAULT_AI_PROVIDER"),),
    ),
)
