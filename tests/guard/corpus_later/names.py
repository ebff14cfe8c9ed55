"""A removed name imported, defined or asked for by string, in ways the first corpus left out."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "getattr takes the function from its module",
        "app/dispatch.py",
        text("""
        from app import resolve


        def dispatch(question):
            return getattr(resolve, "legacy_resolve")(question)
        """),
        found=((5, "app.resolve.legacy_resolve"),),
    ),
    Snippet(
        "an attribute is read of what importlib gives",
        "app/dispatch.py",
        text("""
        import importlib


        def dispatch(question):
            return importlib.import_module("app.resolve").legacy_resolve(question)
        """),
        found=((5, "app.resolve.legacy_resolve"),),
    ),
    Snippet(
        "Django imports it by its path",
        "app/dispatch.py",
        text("""
        from django.utils.module_loading import import_string

        decide = import_string("app.resolve.legacy_resolve")
        """),
        found=((3, "app.resolve.legacy_resolve"),),
    ),
    Snippet(
        "pkgutil resolves it",
        "app/dispatch.py",
        text("""
        import pkgutil

        decide = pkgutil.resolve_name("app.resolve:legacy_resolve")
        """),
        found=((3, "app.resolve.legacy_resolve"),),
    ),
    Snippet(
        "Celery sends a task of its name",
        "app/jobs.py",
        text("""
        from app.celery import app


        def later(question):
            return app.send_task("app.resolve.legacy_resolve", args=[question])
        """),
        found=((5, "app.resolve.legacy_resolve"),),
    ),
    Snippet(
        "Django's settings name the class",
        "project/settings.py",
        text("""
        DATABASE_ROUTERS = [
            "app.router.LegacyRouter",
        ]
        """),
        found=((2, "app.router.LegacyRouter"),),
    ),
    Snippet(
        "a mock patches several of its module",
        "tests/test_resolve.py",
        text("""
        from unittest.mock import DEFAULT, patch


        @patch.multiple("app.resolve", legacy_resolve=DEFAULT, autospec=True)
        def test_new(legacy_resolve):
            legacy_resolve.assert_not_called()
        """),
        found=((4, "app.resolve.legacy_resolve"),),
    ),
    Snippet(
        "pytest-mock spies on it",
        "tests/test_resolve.py",
        text("""
        import app.resolve


        def test_new(mocker):
            spy = mocker.spy(app.resolve, "legacy_resolve")
            assert spy.call_count == 0
        """),
        found=((5, "app.resolve.legacy_resolve"),),
    ),
    Snippet(
        "setattr puts it back on its module",
        "app/compat.py",
        text("""
        from app import resolve
        from app.new import decide

        setattr(resolve, "legacy_resolve", decide)
        """),
        found=((4, "app.resolve.legacy_resolve"),),
    ),
    Snippet(
        "an assignment puts it back on its module",
        "app/compat.py",
        text("""
        import app.resolve
        from app.new import decide

        app.resolve.legacy_resolve = decide
        """),
        found=((4, "app.resolve.legacy_resolve"),),
    ),
    Snippet(
        "a star import brings it and it is called",
        "app/views.py",
        text("""
        from app.resolve import *


        def view(question):
            return legacy_resolve(question)
        """),
        found=((5, "app.resolve.legacy_resolve"),),
    ),
    Snippet(
        "it is defined in a source layout",
        "src/app/resolve.py",
        text("""
        def resolve(question):
            return ("restormel", question)


        def legacy_resolve(question):
            return ("openai", question)
        """),
        found=((5, "app.resolve.legacy_resolve"),),
    ),
    Snippet(
        "a relative import in a source layout",
        "src/app/views.py",
        text("""
        from .resolve import legacy_resolve


        def view(question):
            return legacy_resolve(question)
        """),
        found=((1, "app.resolve.legacy_resolve"),),
        also=((5, "app.resolve.legacy_resolve"),),
    ),
    Snippet(
        "an absolute import in the tests of a source layout",
        "tests/unit/test_models.py",
        text("""
        from app.models import ALLOWED_MODELS


        def test_models():
            assert "gpt-4o" in ALLOWED_MODELS
        """),
        found=((1, "app.models.ALLOWED_MODELS"),),
        also=((5, "app.models.ALLOWED_MODELS"),),
    ),
    Snippet(
        "a file of types declares it",
        "app/resolve.pyi",
        text("""
        def resolve(question: str) -> tuple[str, str]: ...
        def legacy_resolve(question: str) -> tuple[str, str]: ...
        """),
        found=((2, "app.resolve.legacy_resolve"),),
    ),
    Snippet(
        "a type alias for checkers names the class",
        "app/kinds.py",
        text("""
        from __future__ import annotations

        from typing import TYPE_CHECKING

        if TYPE_CHECKING:
            from app.router import LegacyRouter as Router


        def name(router: "Router") -> str:
            return type(router).__name__
        """),
        found=((6, "app.router.LegacyRouter"),),
    ),
    Snippet(
        "the global names of the module get it",
        "app/resolve.py",
        text("""
        def _decide(question):
            return ("openai", question)


        globals()["legacy_resolve"] = _decide
        """),
        found=((5, "app.resolve.legacy_resolve"),),
    ),
    Snippet(
        "the module makes it on demand",
        "app/models.py",
        text("""
        def __getattr__(name):
            if name == "ALLOWED_MODELS":
                return frozenset({"gpt-4o"})
            raise AttributeError(name)
        """),
        found=((2, "app.models.ALLOWED_MODELS"),),
    ),
    Snippet(
        "an unpacking in a with defines the constant",
        "app/models.py",
        text("""
        import json

        with open("models.json") as file, open("more.json") as more:
            ALLOWED_MODELS, extra = json.load(file), json.load(more)
        """),
        found=((4, "app.models.ALLOWED_MODELS"),),
    ),
    Snippet(
        "an augmented assignment in the module of the constant",
        "app/models.py",
        text("""
        from app.base_models import *

        ALLOWED_MODELS += ("gpt-4o",)
        """),
        found=((3, "app.models.ALLOWED_MODELS"),),
    ),
    Snippet(
        "a dispatch on a class that was imported with its module",
        "app/dispatch.py",
        text("""
        import app.router as routing


        def kind(router):
            match router:
                case routing.LegacyRouter():
                    return "old"
                case _:
                    return "new"
        """),
        found=((6, "app.router.LegacyRouter"),),
    ),
    Snippet(
        "a coroutine imports it with another name",
        "app/handlers.py",
        text("""
        async def handle(question):
            async with lock():
                from app.resolve import legacy_resolve, resolve

                return await resolve(question) or legacy_resolve(question)


        def lock():
            raise NotImplementedError
        """),
        found=((3, "app.resolve.legacy_resolve"),),
        also=((5, "app.resolve.legacy_resolve"),),
    ),
    Snippet(
        "the flag is set on an imported class of flags",
        "app/admin.py",
        text("""
        from app import flags as feature_flags


        def enable():
            feature_flags.NEW_CHECKOUT = True
        """),
        found=((5, "app.flags.NEW_CHECKOUT"),),
    ),
    Snippet(
        "a test patches the flag with a decorator and a string",
        "tests/test_checkout.py",
        text("""
        from unittest import mock


        @mock.patch("app.flags.NEW_CHECKOUT", new=False)
        def test_old_checkout():
            assert True
        """),
        found=((4, "app.flags.NEW_CHECKOUT"),),
    ),
    Snippet(
        "hasattr asks whether the flag is there",
        "app/compat.py",
        text("""
        import app.flags

        if hasattr(app.flags, "NEW_CHECKOUT"):
            print("update your flags")
        """),
        found=((3, "app.flags.NEW_CHECKOUT"),),
    ),
)
