"""Python with names like those that were removed: of other modules, classes, scopes and objects."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "a function of another module has the same last name",
        "app/answers.py",
        text("""
        from other.resolve import legacy_resolve


        def answer(question):
            return legacy_resolve(question)
        """),
    ),
    Snippet(
        "a relative import reaches another module of the same name",
        "app/routes/ask.py",
        text("""
        from .resolve import legacy_resolve


        def ask(question):
            return legacy_resolve(question)
        """),
        beside={
            "app/routes/resolve.py": text("""
            def legacy_resolve(question):
                return ("restormel", question)
            """),
        },
    ),
    Snippet(
        "another module defines a function of that name",
        "app/urls.py",
        text('''
        def legacy_resolve(path):
            """Redirects of version 1."""
            return path.replace("/v1/", "/v3/")


        ROUTES = {"/v1/ask": legacy_resolve("/v1/ask")}
        '''),
    ),
    Snippet(
        "a method of a class in that module has the name",
        "app/resolve.py",
        text("""
        class Resolver:
            def resolve(self, question):
                return self.legacy_resolve(question)

            def legacy_resolve(self, question):
                return question
        """),
    ),
    Snippet(
        "a method of an unrelated class is called",
        "app/dns.py",
        text("""
        import socket


        class Names:
            def legacy_resolve(self, host):
                return socket.gethostbyname(host)

            def address(self, host):
                return self.legacy_resolve(host)


        names = Names()
        print(names.legacy_resolve("localhost"))
        """),
    ),
    Snippet(
        "a function inside a function of that module has the name",
        "app/resolve.py",
        text("""
        def resolve(question):
            def legacy_resolve():
                return ("restormel", question)

            return legacy_resolve()
        """),
    ),
    Snippet(
        "a parameter has the name",
        "app/answers.py",
        text("""
        def answer(question, legacy_resolve=None):
            if legacy_resolve is None:
                return question
            return legacy_resolve(question)
        """),
    ),
    Snippet(
        "a longer name in that module",
        "app/resolve.py",
        text("""
        def legacy_resolve_path(path):
            return path.lower()


        def not_legacy_resolve(question):
            return question
        """),
    ),
    Snippet(
        "a longer name is imported from that module",
        "app/views.py",
        text("""
        from app.models import ALLOWED_MODELS_BY_TENANT, Model
        from app.resolve import legacy_resolve_path, resolve

        __all__ = ["ALLOWED_MODELS_BY_TENANT", "Model", "legacy_resolve_path", "resolve"]
        """),
        beside={
            "app/resolve.py": text("""
            def legacy_resolve_path(path):
                return path.lower()


            def resolve(question):
                return question
            """),
            "app/models.py": text("""
            ALLOWED_MODELS_BY_TENANT = {}


            class Model:
                pass
            """),
        },
    ),
)
