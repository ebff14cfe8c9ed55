"""A retired variable read by a library that is asked by name: decouple, environs, Starlette, dynaconf."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "python-decouple reads it",
        "app/settings.py",
        text("""
        from decouple import Csv, config

        DEBUG = config("DEBUG", default=False, cast=bool)
        ALLOWED_HOSTS = config("ALLOWED_HOSTS", default="", cast=Csv())
        AI_PROVIDER = config("AI_PROVIDER", default="openai")
        """),
        found=((5, "AI_PROVIDER"),),
    ),
    Snippet(
        "python-decouple under another name reads a flag",
        "app/flags_env.py",
        text("""
        from decouple import config as setting

        use_restormel = setting("USE_RESTORMEL_KEYS", cast=bool, default=True)
        """),
        found=((3, "USE_RESTORMEL_KEYS"),),
    ),
    Snippet(
        "an AutoConfig of decouple reads it",
        "app/settings.py",
        text("""
        from pathlib import Path

        from decouple import AutoConfig

        config = AutoConfig(search_path=Path(__file__).parent)
        MODEL = config("DEFAULT_MODEL")
        """),
        found=((6, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "environs reads it with a type",
        "app/settings.py",
        text("""
        from environs import Env

        env = Env()
        env.read_env()

        PERCENT = env.int("RESTORMEL_ROLLOUT_PERCENT", 100)
        TIMEOUT = env.float("AI_TIMEOUT", 30)
        """),
        found=((6, "RESTORMEL_ROLLOUT_PERCENT"),),
    ),
    Snippet(
        "environs reads it in a block with a prefix",
        "app/settings.py",
        text("""
        from environs import Env

        env = Env()
        env.read_env()

        with env.prefixed("AI_"):
            TIMEOUT = env.float("TIMEOUT", 30)
            PROVIDER = env.str("PROVIDER", "openai")
        """),
        found=((8, "AI_PROVIDER"),),
    ),
    Snippet(
        "environs reads it in two nested prefixes",
        "app/settings.py",
        text("""
        import environs

        env = environs.Env()

        with env.prefixed("DEFAULT_"):
            with env.prefixed("AI_"):
                PROVIDER = env("PROVIDER", default="openai")
            MODEL = env("MODEL", default="gpt-4o-mini")
        """),
        found=((7, "DEFAULT_AI_PROVIDER"), (8, "DEFAULT_MODEL")),
    ),
    Snippet(
        "the ready-made object of environs reads it",
        "app/settings.py",
        text("""
        from environs import env

        MODEL = env.str("DEFAULT_MODEL")
        """),
        found=((3, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "django-environ declares and reads it",
        "config/settings/base.py",
        text("""
        import environ

        env = environ.Env(
            DEBUG=(bool, False),
        )

        DEBUG = env("DEBUG")
        DATABASES = {"default": env.db()}
        AI_PROVIDER = env("AI_PROVIDER", default="openai")
        DEFAULT_AI_MODEL = env.str("DEFAULT_MODEL", default="gpt-4o-mini")
        """),
        found=((9, "AI_PROVIDER"), (10, "DEFAULT_MODEL")),
    ),
    Snippet(
        "django-environ reads a flag as a boolean",
        "config/settings/production.py",
        text("""
        from pathlib import Path

        import environ

        env = environ.FileAwareEnv()
        environ.Env.read_env(Path(__file__).parents[2] / ".env")

        RESTORMEL = {"ENABLED": env.bool("USE_RESTORMEL_KEYS", default=True)}
        """),
        found=((8, "USE_RESTORMEL_KEYS"),),
    ),
    Snippet(
        "a Starlette Config reads it",
        "app/settings.py",
        text("""
        from starlette.config import Config
        from starlette.datastructures import Secret

        config = Config(".env")

        OPENAI_API_KEY = config("OPENAI_API_KEY", cast=Secret)
        DEFAULT_MODEL = config("DEFAULT_MODEL", default="gpt-4o-mini")
        """),
        found=((7, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "a Starlette Config with a prefix reads it",
        "app/settings.py",
        text("""
        from starlette.config import Config

        config = Config(env_prefix="AI_")

        TIMEOUT = config("TIMEOUT", cast=int, default=30)
        PROVIDER = config("PROVIDER", default="openai")
        """),
        found=((6, "AI_PROVIDER"),),
    ),
    Snippet(
        "dynaconf reads it behind its prefix",
        "app/settings.py",
        text("""
        from dynaconf import Dynaconf

        settings = Dynaconf(envvar_prefix="AI", settings_files=["settings.toml"])


        def client(factory):
            return factory(settings.PROVIDER, timeout=settings.get("timeout", 30))
        """),
        found=((7, "AI_PROVIDER"),),
    ),
    Snippet(
        "dynaconf reads it in lower case",
        "app/settings.py",
        text("""
        from dynaconf import Dynaconf

        conf = Dynaconf(envvar_prefix="DEFAULT", load_dotenv=True)
        MODEL = conf.get("model", "gpt-4o-mini")
        """),
        found=((4, "DEFAULT_MODEL"),),
    ),
)
