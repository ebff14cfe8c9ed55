"""A removed function, class or constant defined again, patched, or reached by a string."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "the function is defined again",
        "app/resolve.py",
        text('''
        """A question into a decision."""

        from app.decision import Decision


        def resolve(question: str) -> Decision:
            return Decision("restormel", question)


        def legacy_resolve(question: str) -> Decision:
            return Decision("openai", question)
        '''),
        found=((10, "app.resolve.legacy_resolve"),),
    ),
    Snippet(
        "it is defined again as a coroutine",
        "app/resolve.py",
        text("""
        import asyncio


        async def legacy_resolve(question):
            await asyncio.sleep(0)
            return {"provider": "openai", "question": question}
        """),
        found=((4, "app.resolve.legacy_resolve"),),
    ),
    Snippet(
        "it is defined again as a partial",
        "app/resolve.py",
        text("""
        from functools import partial

        from app.decision import decide

        legacy_resolve = partial(decide, provider="openai")
        """),
        found=((5, "app.resolve.legacy_resolve"),),
    ),
    Snippet(
        "it is defined again under a condition",
        "app/resolve.py",
        text("""
        import sys

        if sys.platform == "win32":
            def legacy_resolve(question):
                return ("openai", question)
        """),
        found=((4, "app.resolve.legacy_resolve"),),
    ),
    Snippet(
        "it is defined again by an import from elsewhere",
        "app/resolve.py",
        text('''
        """A question into a decision."""

        from app.old_decisions import decide as legacy_resolve  # noqa: F401
        '''),
        found=((3, "app.resolve.legacy_resolve"),),
    ),
    Snippet(
        "the class is defined again",
        "app/router.py",
        text("""
        from dataclasses import dataclass


        class Router:
            def route(self, question):
                return "restormel"


        @dataclass
        class Retry:
            times: int = 3


        class LegacyRouter(Router):
            def route(self, question):
                return "openai"
        """),
        found=((14, "app.router.LegacyRouter"),),
    ),
    Snippet(
        "the constant is defined again with an annotation",
        "app/models.py",
        text("""
        from dataclasses import dataclass

        ALLOWED_MODELS: frozenset[str] = frozenset({"gpt-4o", "gpt-4o-mini"})


        @dataclass(frozen=True)
        class Model:
            name: str
        """),
        found=((3, "app.models.ALLOWED_MODELS"),),
    ),
    Snippet(
        "the constant is defined again among others",
        "app/models.py",
        text("""
        SMALL, LARGE = "gpt-4o-mini", "gpt-4o"
        KNOWN = ALLOWED_MODELS = (SMALL, LARGE)
        """),
        found=((2, "app.models.ALLOWED_MODELS"),),
    ),
    Snippet(
        "a test patches it where it was",
        "tests/test_answers.py",
        text("""
        from unittest import mock

        from app.answers import answer


        def test_falls_back():
            with mock.patch("app.resolve.legacy_resolve", return_value="openai") as fallback:
                answer("why?")
            fallback.assert_not_called()
        """),
        found=((7, "app.resolve.legacy_resolve"),),
    ),
    Snippet(
        "a decorator patches it where it was",
        "tests/test_routes.py",
        text("""
        from unittest.mock import patch

        from app.routes import route


        @patch("app.router.LegacyRouter", autospec=True)
        def test_routes(legacy):
            assert route("why?") is not legacy.return_value
        """),
        found=((6, "app.router.LegacyRouter"),),
    ),
    Snippet(
        "monkeypatch puts another value in its place",
        "tests/test_models.py",
        text("""
        def test_only_small_models(monkeypatch):
            monkeypatch.setattr("app.models.ALLOWED_MODELS", {"gpt-4o-mini"})
            from app.views import choices

            assert choices() == ["gpt-4o-mini"]
        """),
        found=((2, "app.models.ALLOWED_MODELS"),),
    ),
    Snippet(
        "pytest-mock patches it where it was",
        "tests/test_worker.py",
        text("""
        def test_works(mocker, job):
            decide = mocker.patch("app.resolve.legacy_resolve")
            job.run()
            assert not decide.called
        """),
        found=((2, "app.resolve.legacy_resolve"),),
    ),
    Snippet(
        "patch.object names the module and the attribute",
        "tests/test_views.py",
        text("""
        from unittest.mock import patch

        from app import resolve


        def test_view(client):
            with patch.object(resolve, "legacy_resolve") as fallback:
                client.get("/")
            assert fallback.call_count == 0
        """),
        found=((7, "app.resolve.legacy_resolve"),),
    ),
)
