"""Python that reads other variables, or the same text from what is no environment."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "a longer name ends with it",
        "app/settings.py",
        text("""
        import os

        PROVIDER = os.environ.get("MY_AI_PROVIDER", "openai")
        MODEL = os.environ["DOCENT_DEFAULT_MODEL"]
        """),
    ),
    Snippet(
        "a longer name begins with it",
        "app/settings.py",
        text("""
        import os

        PROVIDER = os.getenv("AI_PROVIDER_V2", "openai")
        MODEL = os.getenv("DEFAULT_MODEL_NAME")
        STRICT = "USE_RESTORMEL_KEYS_STRICT" in os.environ
        """),
    ),
    Snippet(
        "other variables with the same prefix are read",
        "app/settings.py",
        text("""
        import os

        PREFIX = "AI_"
        TIMEOUT = os.environ.get(PREFIX + "TIMEOUT", "30")
        RETRIES = os.environ.get(f"{PREFIX}RETRIES", "3")
        REGION = os.environ["AI_REGION"]
        """),
    ),
    Snippet(
        "the kept variable is read",
        "app/clients.py",
        text("""
        import os


        def client():
            return {"api_key": os.environ["OPENAI_API_KEY"], "timeout": os.environ.get("OPENAI_TIMEOUT", "30")}
        """),
    ),
    Snippet(
        "the name in lower case is another variable",
        "app/settings.py",
        text("""
        import os

        provider = os.environ.get("ai_provider", "openai")
        """),
    ),
    Snippet(
        "the environ of a WSGI request holds it",
        "app/views.py",
        text("""
        def view(request):
            provider = request.environ["AI_PROVIDER"]
            return request.environ.get("DEFAULT_MODEL", provider)
        """),
    ),
    Snippet(
        "a WSGI application is given an environ",
        "app/wsgi.py",
        text("""
        def application(environ, start_response):
            provider = environ.get("AI_PROVIDER", "openai")
            start_response("200 OK", [("Content-Type", "text/plain")])
            return [provider.encode()]
        """),
    ),
    Snippet(
        "a dictionary of settings holds it",
        "app/tenants.py",
        text("""
        SETTINGS = {"AI_PROVIDER": "openai", "DEFAULT_MODEL": "gpt-4o"}


        def provider(tenant):
            return tenant.settings.get("AI_PROVIDER") or SETTINGS["AI_PROVIDER"]
        """),
    ),
    Snippet(
        "a vault of secrets has a getenv of its own",
        "app/vault.py",
        text("""
        class Vault:
            def __init__(self, values):
                self.values = values

            def getenv(self, name, default=None):
                return self.values.get(name, default)


        def provider(vault: Vault):
            return vault.getenv("AI_PROVIDER", "openai")
        """),
    ),
    Snippet(
        "an environ from another module",
        "app/tenant_env.py",
        text("""
        from app.tenants import environ, getenv

        PROVIDER = environ["AI_PROVIDER"]
        MODEL = getenv("DEFAULT_MODEL", "gpt-4o")
        """),
        beside={
            "app/tenants.py": text("""
            environ = {"AI_PROVIDER": "openai"}


            def getenv(name, default=None):
                return default
            """),
        },
    ),
    Snippet(
        "a function of the repository that reads no environment",
        "app/options.py",
        text("""
        from app.store import read

        PROVIDER = read("AI_PROVIDER", "openai")
        """),
        beside={
            "app/store.py": text("""
            TABLE = {}


            def read(name, default=None):
                return TABLE.get(name, default)
            """),
        },
    ),
    Snippet(
        "a constant of that text is used for something else",
        "app/columns.py",
        text("""
        import os

        PROVIDER = "AI_PROVIDER"
        REGION = "REGION"


        def cell(row):
            return row[PROVIDER], os.environ.get(REGION)
        """),
    ),
    Snippet(
        "a default of another variable has that text",
        "app/settings.py",
        text("""
        import os

        KEY_NAME = os.environ.get("PROVIDER_KEY", "AI_PROVIDER")
        TITLE = os.getenv("TITLE", default="DEFAULT_MODEL")
        """),
    ),
)
