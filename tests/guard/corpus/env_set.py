"""A retired variable set: in the process, in a test, in the environment of a child."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "an assignment sets it",
        "scripts/serve_locally.py",
        text("""
        import os

        import uvicorn

        os.environ["AI_PROVIDER"] = "openai"
        os.environ.setdefault("OPENAI_API_KEY", "none")

        if __name__ == "__main__":
            uvicorn.run("app.main:app", reload=True)
        """),
        found=((5, "AI_PROVIDER"),),
    ),
    Snippet(
        "putenv sets it",
        "app/embedded.py",
        text("""
        import os


        def prepare(model: str) -> None:
            os.putenv("DEFAULT_MODEL", model)
        """),
        found=((5, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "update sets it by a dictionary",
        "tests/conftest.py",
        text("""
        import os

        os.environ.update(
            {
                "OPENAI_API_KEY": "none",
                "DEFAULT_MODEL": "gpt-4o-mini",
                "TZ": "UTC",
            }
        )
        """),
        found=((6, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "update sets it by a keyword",
        "tests/conftest.py",
        text("""
        import os

        os.environ.update(AI_PROVIDER="openai", TZ="UTC")
        """),
        found=((3, "AI_PROVIDER"),),
    ),
    Snippet(
        "a del statement takes it away",
        "tests/test_startup.py",
        text("""
        import os

        from app.startup import start


        def test_starts_without_a_model():
            del os.environ["DEFAULT_MODEL"]
            assert start() == 0
        """),
        found=((7, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "monkeypatch sets it",
        "tests/test_answers.py",
        text("""
        from app.answers import answer


        def test_answers_with_the_small_model(monkeypatch):
            monkeypatch.setenv("OPENAI_API_KEY", "none")
            monkeypatch.setenv("DEFAULT_MODEL", "gpt-4o-mini")
            assert answer("why?") == "because"
        """),
        found=((6, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "monkeypatch takes it away",
        "tests/test_routes.py",
        text("""
        import pytest

        from app.routes import route


        @pytest.fixture
        def clean(monkeypatch):
            monkeypatch.delenv("AI_PROVIDER", raising=False)
            monkeypatch.delenv("REGION", raising=False)


        def test_routes(clean):
            assert route("why?").name == "restormel"
        """),
        found=((8, "AI_PROVIDER"),),
    ),
    Snippet(
        "a fixture with an annotation sets a flag",
        "tests/test_rollout.py",
        text("""
        import pytest


        @pytest.fixture(autouse=True)
        def everyone(patch: pytest.MonkeyPatch):
            patch.setenv("RESTORMEL_ROLLOUT_PERCENT", "100")
        """),
        found=((6, "RESTORMEL_ROLLOUT_PERCENT"),),
        beside={
            "tests/conftest.py": text("""
            import pytest


            @pytest.fixture
            def patch(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
                return monkeypatch
            """),
        },
    ),
    Snippet(
        "a MonkeyPatch context sets it",
        "tests/conftest.py",
        text("""
        import pytest


        @pytest.fixture(scope="session", autouse=True)
        def environment():
            with pytest.MonkeyPatch.context() as mp:
                mp.setenv("TZ", "UTC")
                mp.setenv("USE_RESTORMEL_KEYS", "true")
                yield
        """),
        found=((8, "USE_RESTORMEL_KEYS"),),
    ),
)
