"""A retired variable read by Python in ways the first corpus left out."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "a comprehension reads several",
        "app/report.py",
        text("""
        import os

        SHOWN = {name: os.environ.get(name, "") for name in ("REGION", "AI_PROVIDER")}
        """),
        found=((3, "AI_PROVIDER"),),
    ),
    Snippet(
        "map reads several",
        "app/report.py",
        text("""
        import os

        region, model = map(os.environ.get, ("REGION", "DEFAULT_MODEL"))
        """),
        found=((3, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "a path with variables is expanded",
        "app/cache.py",
        text("""
        import os

        CACHE = os.path.expandvars("/var/cache/docent/$DEFAULT_MODEL")
        """),
        found=((3, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "a template is filled from the environment",
        "app/banner.py",
        text("""
        import os
        from string import Template

        BANNER = Template("docent on ${AI_PROVIDER}").safe_substitute(os.environ)
        """),
        found=((4, "AI_PROVIDER"),),
    ),
    Snippet(
        "format takes the whole environment",
        "app/banner.py",
        text("""
        import os

        print("docent on {AI_PROVIDER} in {REGION}".format(**os.environ))
        """),
        found=((3, "AI_PROVIDER"),),
    ),
    Snippet(
        "Flask loads a file that it names",
        "app/web.py",
        text("""
        from flask import Flask

        app = Flask(__name__)
        app.config.from_envvar("DEFAULT_MODEL", silent=True)
        """),
        found=((4, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "Flask reads all of a prefix and the key is asked",
        "app/web.py",
        text("""
        from flask import Flask

        app = Flask(__name__)
        app.config.from_prefixed_env("RESTORMEL")


        @app.get("/rollout")
        def rollout():
            return {"percent": app.config["ROLLOUT_PERCENT"]}
        """),
        found=((9, "RESTORMEL_ROLLOUT_PERCENT"),),
        also=((4, "RESTORMEL_ROLLOUT_PERCENT"),),
    ),
    Snippet(
        "click reads the options of a command behind a prefix",
        "app/cli.py",
        text("""
        import click


        @click.command()
        @click.option("--provider", default="openai")
        def ask(provider):
            click.echo(provider)


        if __name__ == "__main__":
            ask(auto_envvar_prefix="AI")
        """),
        found=((5, "AI_PROVIDER"),),
        also=((11, "AI_PROVIDER"),),
    ),
    Snippet(
        "a settings class is given its prefix where it is made",
        "app/config.py",
        text("""
        from pydantic_settings import BaseSettings


        class Settings(BaseSettings):
            region: str = "eu"
            model: str = "gpt-4o-mini"


        settings = Settings(_env_prefix="DEFAULT_")
        """),
        found=((6, "DEFAULT_MODEL"),),
        also=((9, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "django-environ declares it with a type",
        "project/settings.py",
        text("""
        import environ

        env = environ.Env(
            DEBUG=(bool, False),
            AI_PROVIDER=(str, "openai"),
        )
        environ.Env.read_env(".env")
        DEBUG = env("DEBUG")
        """),
        found=((5, "AI_PROVIDER"),),
    ),
    Snippet(
        "ConfigArgParse reads it for an option",
        "app/cli.py",
        text("""
        import configargparse

        parser = configargparse.ArgParser(default_config_files=["docent.ini"])
        parser.add_argument("--region", env_var="REGION")
        parser.add_argument("--model", env_var="DEFAULT_MODEL", default="gpt-4o-mini")
        """),
        found=((5, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "a function of functools is bound to it",
        "app/lazy.py",
        text("""
        import functools
        import os

        provider = functools.partial(os.environ.get, "AI_PROVIDER", "openai")
        """),
        found=((4, "AI_PROVIDER"),),
    ),
    Snippet(
        "itemgetter takes it out of the environment",
        "app/pick.py",
        text("""
        import os
        from operator import itemgetter

        region, provider = itemgetter("REGION", "AI_PROVIDER")(os.environ)
        """),
        found=((4, "AI_PROVIDER"),),
    ),
    Snippet(
        "a property of a class reads it",
        "app/config.py",
        text("""
        import os


        class Config:
            _environ = os.environ

            @property
            def model(self):
                return self._environ["DEFAULT_MODEL"]
        """),
        found=((9, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "a function takes the environment as a parameter",
        "app/config.py",
        text("""
        import os
        from collections.abc import Mapping


        def provider(environ: Mapping[str, str] = os.environ) -> str:
            return environ.get("AI_PROVIDER", "openai")
        """),
        found=((6, "AI_PROVIDER"),),
    ),
    Snippet(
        "a conditional import hangs on it",
        "app/__init__.py",
        text("""
        import os

        try:
            if os.environ["USE_RESTORMEL_KEYS"] == "true":
                from app.new import ask
            else:
                from app.plain import ask
        except KeyError:
            from app.plain import ask

        __all__ = ["ask"]
        """),
        found=((4, "USE_RESTORMEL_KEYS"),),
    ),
    Snippet(
        "a Django settings module with a function of its own",
        "project/settings/base.py",
        text("""
        import os

        from django.core.exceptions import ImproperlyConfigured


        def get_env(name, default=None):
            try:
                return os.environ[name]
            except KeyError:
                if default is None:
                    raise ImproperlyConfigured(f"set {name}")
                return default


        REGION = get_env("REGION", "eu")
        MODEL = get_env("DEFAULT_MODEL", "gpt-4o-mini")
        """),
        found=((16, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "a lambda hands its parameter on",
        "app/config.py",
        text("""
        import os

        read = lambda name, default="": os.getenv(name, default)  # noqa: E731

        PROVIDER = read("AI_PROVIDER", "openai")
        """),
        found=((5, "AI_PROVIDER"),),
    ),
    Snippet(
        "the environment of Alembic reads it",
        "migrations/env.py",
        text("""
        import os

        from alembic import context

        config = context.config
        config.set_main_option("model", os.environ.get("DEFAULT_MODEL") or "none")
        """),
        found=((6, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "a Gunicorn file in Python reads it",
        "deploy/gunicorn.conf.py",
        text("""
        import multiprocessing
        import os as _os

        workers = multiprocessing.cpu_count()
        raw_env = [f"REGION={_os.getenv('REGION')}", "AI_PROVIDER=openai"]
        """),
        found=((5, "AI_PROVIDER"),),
    ),
)
