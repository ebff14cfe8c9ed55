"""A retired variable read through a function or an object of the repository."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "a function of the file hands its parameter to the environment",
        "app/settings.py",
        text("""
        import os


        def env(name: str) -> str:
            return os.environ[name]


        OPENAI_API_KEY = env("OPENAI_API_KEY")
        MODEL = env("DEFAULT_MODEL")
        """),
        found=((9, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "a function with a conversion hands its parameter on",
        "app/features.py",
        text('''
        import os


        def flag(name: str, default: bool = False) -> bool:
            """Whether a variable is set to something that means yes."""
            raw = os.environ.get(name)
            if raw is None:
                return default
            return raw.strip().lower() in {"1", "true", "yes", "on"}


        DEBUG = flag("DEBUG")
        RESTORMEL = flag("USE_RESTORMEL_KEYS", default=True)
        '''),
        found=((13, "USE_RESTORMEL_KEYS"),),
    ),
    Snippet(
        "a function of another file hands its parameter to the environment",
        "app/worker.py",
        text("""
        from app.env import read

        QUEUE = read("QUEUE", "default")
        PROVIDER = read("AI_PROVIDER", "openai")
        """),
        found=((4, "AI_PROVIDER"),),
        beside={
            "app/env.py": text("""
            import os


            def read(name, default=None):
                return os.getenv(name, default)
            """),
        },
    ),
    Snippet(
        "a keyword argument carries the name",
        "app/worker.py",
        text("""
        from app import env

        MODEL = env.read(default="gpt-4o-mini", name="DEFAULT_MODEL")
        """),
        found=((3, "DEFAULT_MODEL"),),
        beside={
            "app/env.py": text("""
            import os


            def read(name, default=None):
                return os.environ.get(name, default)
            """),
        },
    ),
    Snippet(
        "a function that hands on to a function",
        "app/settings.py",
        text("""
        import os


        def required(name):
            value = os.environ.get(name)
            if not value:
                raise RuntimeError(f"{name} is not set")
            return value


        def required_list(name):
            return [part.strip() for part in required(name).split(",")]


        PROVIDERS = required_list("DEFAULT_AI_PROVIDER")
        """),
        found=((15, "DEFAULT_AI_PROVIDER"),),
    ),
    Snippet(
        "a function that puts a prefix before its parameter",
        "app/settings.py",
        text("""
        import os


        def ai(name, default=None):
            return os.environ.get("AI_" + name, default)


        TIMEOUT = ai("TIMEOUT", "30")
        PROVIDER = ai("PROVIDER", "openai")
        """),
        found=((9, "AI_PROVIDER"),),
    ),
    Snippet(
        "a static method hands its parameter to the environment",
        "app/config.py",
        text("""
        import os


        class Config:
            @staticmethod
            def get(name, default=None):
                return os.environ.get(name, default)


        class Routing:
            model = Config.get("DEFAULT_MODEL", "gpt-4o-mini")
            region = Config.get("REGION", "eu")
        """),
        found=((11, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "the environment under a name of its own",
        "app/settings.py",
        text("""
        import os

        ENV = os.environ

        REGION = ENV.get("REGION", "eu")
        PROVIDER = ENV.get("AI_PROVIDER", "openai")
        """),
        found=((6, "AI_PROVIDER"),),
    ),
    Snippet(
        "the function under a name of its own",
        "app/settings.py",
        text("""
        import os

        _get = os.environ.get

        DEBUG = _get("DEBUG")
        MODEL = _get("DEFAULT_MODEL", "gpt-4o-mini")
        """),
        found=((6, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "a copy of the environment is asked",
        "app/report.py",
        text("""
        import os


        def settings():
            env = os.environ.copy()
            return {"region": env.get("REGION"), "provider": env["AI_PROVIDER"]}
        """),
        found=((6, "AI_PROVIDER"),),
    ),
)
