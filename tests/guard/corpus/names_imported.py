"""A removed function, class or constant imported again, in every spelling of an import."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "a from-import brings the function back",
        "app/answers.py",
        text("""
        from app.clients import client_for
        from app.resolve import legacy_resolve


        def answer(question):
            decision = legacy_resolve(question)
            return client_for(decision.model).complete(question)
        """),
        found=((2, "app.resolve.legacy_resolve"),),
        also=((6, "app.resolve.legacy_resolve"),),
    ),
    Snippet(
        "it is imported under another name",
        "app/worker.py",
        text("""
        from app.resolve import legacy_resolve as decide


        def work(job):
            return decide(job.question)
        """),
        found=((1, "app.resolve.legacy_resolve"),),
        also=((5, "app.resolve.legacy_resolve"),),
    ),
    Snippet(
        "it is one of several in parentheses",
        "app/routes/ask.py",
        text("""
        from app.resolve import (
            Decision,
            legacy_resolve,
            resolve,
        )


        def ask(question) -> Decision:
            return resolve(question) or legacy_resolve(question)
        """),
        found=((3, "app.resolve.legacy_resolve"),),
        also=((9, "app.resolve.legacy_resolve"),),
    ),
    Snippet(
        "a relative import brings it back",
        "app/answers.py",
        text("""
        from .defaults import DEFAULT_DECISION
        from .resolve import legacy_resolve


        def decide(question):
            return legacy_resolve(question) if question else DEFAULT_DECISION
        """),
        found=((2, "app.resolve.legacy_resolve"),),
        also=((6, "app.resolve.legacy_resolve"),),
    ),
    Snippet(
        "a relative import from a folder below",
        "app/routes/admin.py",
        text("""
        from ..models import ALLOWED_MODELS


        def choices():
            return sorted(ALLOWED_MODELS)
        """),
        found=((1, "app.models.ALLOWED_MODELS"),),
        also=((5, "app.models.ALLOWED_MODELS"),),
    ),
    Snippet(
        "an import inside the function",
        "app/tasks/nightly.py",
        text("""
        import logging

        log = logging.getLogger(__name__)


        def nightly(questions):
            from app.resolve import legacy_resolve

            for question in questions:
                log.info("%s: %s", question, legacy_resolve(question))
        """),
        found=((7, "app.resolve.legacy_resolve"),),
        also=((10, "app.resolve.legacy_resolve"),),
    ),
    Snippet(
        "an import for type checkers alone",
        "app/protocols.py",
        text("""
        from __future__ import annotations

        from typing import TYPE_CHECKING, Protocol

        if TYPE_CHECKING:
            from app.router import LegacyRouter


        class HasRouter(Protocol):
            router: LegacyRouter
        """),
        found=((6, "app.router.LegacyRouter"),),
        also=((10, "app.router.LegacyRouter"),),
    ),
    Snippet(
        "an import that may fail",
        "app/compat.py",
        text("""
        try:
            from app.resolve import legacy_resolve
        except ImportError:
            legacy_resolve = None


        def has_legacy() -> bool:
            return legacy_resolve is not None
        """),
        found=((2, "app.resolve.legacy_resolve"),),
        also=((4, "app.resolve.legacy_resolve"), (8, "app.resolve.legacy_resolve")),
    ),
    Snippet(
        "an attribute of the module under a short name",
        "app/answers.py",
        text("""
        import app.resolve as r


        def answer(question):
            try:
                return r.resolve(question)
            except TimeoutError:
                return r.legacy_resolve(question)
        """),
        found=((8, "app.resolve.legacy_resolve"),),
    ),
    Snippet(
        "an attribute of the module imported from its package",
        "app/views.py",
        text("""
        from app import models, resolve


        def choices(request):
            return [name for name in models.ALLOWED_MODELS if request.user.may_use(name)]
        """),
        found=((5, "app.models.ALLOWED_MODELS"),),
    ),
    Snippet(
        "an attribute by the whole dotted name",
        "app/views.py",
        text("""
        import app.router


        def router_for(user):
            if user.is_beta:
                return app.router.Router(user)
            return app.router.LegacyRouter(user)
        """),
        found=((7, "app.router.LegacyRouter"),),
    ),
    Snippet(
        "a relative import of the module and its attribute",
        "app/routes/__init__.py",
        text("""
        from .. import router as routing


        def build(config):
            return routing.LegacyRouter(**config)
        """),
        found=((5, "app.router.LegacyRouter"),),
    ),
    Snippet(
        "the package exports it again",
        "app/__init__.py",
        text('''
        """Docent answers questions."""

        from app.answers import answer
        from app.resolve import legacy_resolve

        __all__ = ["answer", "legacy_resolve"]
        '''),
        found=((4, "app.resolve.legacy_resolve"),),
        also=((6, "app.resolve.legacy_resolve"),),
    ),
    Snippet(
        "the package exports it again by a relative import with an alias",
        "app/__init__.py",
        text("""
        from .models import ALLOWED_MODELS as ALLOWED_MODELS
        from .models import Model as Model
        """),
        found=((1, "app.models.ALLOWED_MODELS"),),
    ),
    Snippet(
        "it is a base class",
        "app/routers/tuned.py",
        text("""
        from app.router import LegacyRouter, Router


        class TunedRouter(LegacyRouter):
            temperature = 0.1
        """),
        found=((1, "app.router.LegacyRouter"),),
        also=((4, "app.router.LegacyRouter"),),
    ),
    Snippet(
        "a removed constant is imported by a test",
        "tests/test_models.py",
        text("""
        import pytest

        from app.models import ALLOWED_MODELS, Model


        @pytest.mark.parametrize("name", ALLOWED_MODELS)
        def test_each_is_a_model(name):
            assert Model(name).name == name
        """),
        found=((3, "app.models.ALLOWED_MODELS"),),
        also=((6, "app.models.ALLOWED_MODELS"),),
    ),
    Snippet(
        "two of them come back on one line with a semicolon",
        "scripts/compare.py",
        text("""
        from app.resolve import legacy_resolve, resolve; from app.router import LegacyRouter  # noqa: E702

        print(resolve("why?") == legacy_resolve("why?"), LegacyRouter)
        """),
        found=((1, "app.resolve.legacy_resolve"), (1, "app.router.LegacyRouter")),
        also=((3, "app.resolve.legacy_resolve"), (3, "app.router.LegacyRouter")),
    ),
)
