"""Python with constants and classes named like those that were removed."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "an attribute of a response has the constant's name",
        "app/proxy.py",
        text("""
        def models(session):
            response = session.get("https://api.example.org/models")
            return [model for model in response.ALLOWED_MODELS if model not in session.policy.ALLOWED_MODELS]
        """),
    ),
    Snippet(
        "a local variable is named like the constant",
        "app/choices.py",
        text("""
        def choices(policy):
            ALLOWED_MODELS = policy.models()  # noqa: N806
            return sorted(ALLOWED_MODELS)
        """),
    ),
    Snippet(
        "a constant of another module has the name",
        "app/policies.py",
        text("""
        ALLOWED_MODELS = ("gpt-4o", "gpt-4o-mini")


        def allows(name):
            return name in ALLOWED_MODELS
        """),
    ),
    Snippet(
        "a class attribute in that module has the name",
        "app/models.py",
        text("""
        class Policy:
            ALLOWED_MODELS = ("gpt-4o",)

            def allows(self, name):
                return name in self.ALLOWED_MODELS
        """),
    ),
    Snippet(
        "a local variable in that module has the name",
        "app/models.py",
        text("""
        def allowed():
            ALLOWED_MODELS = {"gpt-4o", "gpt-4o-mini"}  # noqa: N806
            return ALLOWED_MODELS
        """),
    ),
    Snippet(
        "a class of another module has the name",
        "app/network/router.py",
        text('''
        class LegacyRouter:
            """A box in the cellar."""

            def __init__(self, address):
                self.address = address
        '''),
    ),
    Snippet(
        "a class of another distribution has the name",
        "app/network/scan.py",
        text("""
        from netbox.router import LegacyRouter
        from netbox import router

        BOXES = [LegacyRouter("10.0.0.1"), router.LegacyRouter("10.0.0.2")]
        """),
    ),
    Snippet(
        "an attribute of an object that is called like the module",
        "app/views.py",
        text("""
        def view(request, resolve, router):
            if request.old:
                return resolve.legacy_resolve(request.path)
            return router.LegacyRouter
        """),
    ),
    Snippet(
        "a mock patches a name of another module",
        "tests/test_urls.py",
        text("""
        from unittest import mock


        def test_redirects():
            with mock.patch("app.urls.legacy_resolve", return_value="/v3/") as resolve:
                resolve("/v1/")
            with mock.patch("app.resolve.legacy_resolve_path"):
                pass
        """),
        beside={
            "app/urls.py": text("""
            def legacy_resolve(path):
                return path
            """),
        },
    ),
    Snippet(
        "other names of that module are imported",
        "app/answers.py",
        text("""
        from app import resolve as resolving
        from app.models import Model
        from app.resolve import resolve
        from app.router import Router


        def answer(question):
            return Router(Model("gpt-4o"), resolve(question), resolving.resolve)
        """),
    ),
    Snippet(
        "a test module is called like the removed one",
        "tests/test_ai_router.py",
        text("""
        from app.restormel import route


        def test_route():
            assert route("why?")
        """),
    ),
)
