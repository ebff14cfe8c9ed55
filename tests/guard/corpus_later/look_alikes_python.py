"""Python that names what was retired and does not use it."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "a click option behind another prefix",
        "app/cli.py",
        text("""
        import click


        @click.command(context_settings={"auto_envvar_prefix": "DOCENT"})
        @click.option("--model")
        @click.option("--ai-provider")
        def ask(model, ai_provider):
            click.echo(f"{model} {ai_provider}")
        """),
    ),
    Snippet(
        "a click option without any prefix",
        "app/cli.py",
        text("""
        import click


        @click.command()
        @click.option("--default-model", "default_model")
        def ask(default_model):
            click.echo(default_model)
        """),
    ),
    Snippet(
        "Flask reads all of another prefix",
        "app/web.py",
        text("""
        from flask import Flask

        app = Flask(__name__)
        app.config.from_prefixed_env("DOCENT")
        print(app.config["DEFAULT_MODEL"])
        """),
    ),
    Snippet(
        "a settings class is given another prefix where it is made",
        "app/config.py",
        text("""
        from pydantic_settings import BaseSettings


        class Settings(BaseSettings):
            default_model: str = "gpt-4o-mini"


        settings = Settings(_env_prefix="DOCENT_")
        """),
    ),
    Snippet(
        "getattr takes the function of another module",
        "app/dispatch.py",
        text("""
        from app import answers


        def dispatch(question):
            return getattr(answers, "legacy_resolve")(question)
        """),
    ),
    Snippet(
        "a key of a registry is called like the function",
        "app/registry.py",
        text("""
        from app.new import decide

        REGISTRY = {"legacy_resolve": decide, "resolve": decide}


        def run(kind, question):
            return REGISTRY[kind](question)


        print(run("legacy_resolve", "why?"))
        """),
    ),
    Snippet(
        "a loop goes over names of columns",
        "app/export.py",
        text("""
        def export(rows):
            for name in ("AI_PROVIDER", "DEFAULT_MODEL"):
                print(name, rows.pop(name, None))
        """),
    ),
    Snippet(
        "a child gets its words as arguments",
        "tools/grep.py",
        text("""
        import subprocess

        subprocess.run(["git", "grep", "-n", "DEFAULT_MODEL"], check=False, env={"PATH": "/usr/bin"})
        """),
    ),
    Snippet(
        "a runner is given another variable and an argument",
        "tests/test_cli.py",
        text("""
        from click.testing import CliRunner

        from app.cli import main


        def test_ask():
            result = CliRunner().invoke(main, ["ask", "DEFAULT_MODEL"], env={"DEFAULT_MODELS": "a,b"})
            assert result.exit_code == 0
        """),
    ),
    Snippet(
        "a template is filled from a dictionary",
        "app/banner.py",
        text("""
        from string import Template

        VALUES = {"AI_PROVIDER": "openai"}
        print(Template("docent on ${AI_PROVIDER}").substitute(VALUES))
        """),
    ),
    Snippet(
        "format has a field of that name",
        "app/banner.py",
        text("""
        def banner(provider):
            return "docent on {AI_PROVIDER}".format(AI_PROVIDER=provider)
        """),
    ),
    Snippet(
        "a form of Django has fields with those names",
        "app/forms.py",
        text("""
        from django import forms


        class OldForm(forms.Form):
            AI_PROVIDER = forms.CharField()
            DEFAULT_MODEL = forms.ChoiceField(choices=[("a", "a")])
        """),
    ),
    Snippet(
        "an enumeration keeps the names for a report",
        "app/report.py",
        text("""
        from enum import Enum


        class Gone(Enum):
            AI_PROVIDER = "AI_PROVIDER"
            DEFAULT_MODEL = "DEFAULT_MODEL"


        print([each.value for each in Gone])
        """),
    ),
    Snippet(
        "a pydantic model that is no settings class has an alias",
        "app/schema.py",
        text("""
        from pydantic import BaseModel, Field


        class Old(BaseModel):
            model: str = Field(alias="DEFAULT_MODEL")
            provider: str = Field(validation_alias="AI_PROVIDER")
        """),
    ),
    Snippet(
        "a set of names is checked against the sources",
        "tests/test_gone.py",
        text("""
        from pathlib import Path

        GONE = frozenset({"AI_PROVIDER", "app.resolve.legacy_resolve", "new-router"})


        def test_gone():
            for file in Path("app").rglob("*.py"):
                assert not [name for name in GONE if name in file.read_text()]
        """),
    ),
    Snippet(
        "a logger is called like the removed module",
        "app/log.py",
        text("""
        import logging

        logging.getLogger("app.ai_router").setLevel(logging.ERROR)
        """),
    ),
    Snippet(
        "a warning filter names the removed folder",
        "tests/conftest.py",
        text("""
        import warnings

        warnings.filterwarnings("ignore", module="app.legacy")
        """),
    ),
    Snippet(
        "a class of the same name in a package of vendored code",
        "vendor/app/router.py",
        text("""
        class LegacyRouter:
            pass
        """),
    ),
    Snippet(
        "a package inside another one has a module of that name",
        "src/docent/app/resolve.py",
        text("""
        def legacy_resolve(question):
            return question
        """),
    ),
    Snippet(
        "the star import brings nothing of that name that is called",
        "app/views.py",
        text("""
        from app.resolve import *


        def view(question, legacy_resolve=None):
            return legacy_resolve or resolve(question)
        """),
    ),
    Snippet(
        "the enumeration's member is listed",
        "app/features_report.py",
        text("""
        from app.features import Feature

        print([Feature.NEW_ROUTER.value, len(Feature)])
        """),
    ),
    Snippet(
        "the decorator's name with the key as a keyword of another",
        "app/views.py",
        text("""
        from app.features import required_by


        @required_by("old", unless="new-router")
        def view(request):
            return request
        """),
    ),
    Snippet(
        "a model of our own has a flag of that name",
        "app/seed.py",
        text("""
        from app.models import Flag, Route

        Route.objects.create(name="new-router")
        Flag.objects.create(name="new-router")
        """),
    ),
    Snippet(
        "a path of that text in a URL",
        "app/urls.py",
        text("""
        from django.urls import path

        from app import views

        urlpatterns = [path("new-router", views.router, name="new-router"), path("app/legacy/", views.old)]
        """),
    ),
    Snippet(
        "a keyword argument is called like the flag's constant",
        "app/checkout.py",
        text("""
        from app.basket import settle


        def checkout(basket):
            return settle(basket, NEW_CHECKOUT=True, legacy_resolve=None)
        """),
    ),
    Snippet(
        "a field of a dataclass is called like the class",
        "app/tables.py",
        text("""
        from typing import NamedTuple


        class Names(NamedTuple):
            LegacyRouter: str
            ALLOWED_MODELS: tuple[str, ...] = ()


        print(Names("a").LegacyRouter)
        """),
    ),
    Snippet(
        "a global name in another module after a conditional import",
        "app/admin_models.py",
        text("""
        try:
            from app.local_models import ALLOWED_MODELS
        except ImportError:
            ALLOWED_MODELS = ()
        """),
    ),
    Snippet(
        "a mock's attribute has the name",
        "tests/test_mock.py",
        text("""
        from unittest.mock import Mock


        def test_mock():
            service = Mock(spec=["legacy_resolve"])
            service.legacy_resolve.return_value = 1
            assert service.legacy_resolve() == 1
        """),
    ),
)
