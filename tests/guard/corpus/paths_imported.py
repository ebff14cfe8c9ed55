"""The module of a removed file imported again."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "its module is imported by name",
        "app/worker.py",
        text("""
        import logging

        import app.ai_router

        log = logging.getLogger(__name__)


        def work(job):
            log.info("job %s", job.id)
            return list(app.ai_router.route(job.question))
        """),
        found=((3, "app/ai_router.py"),),
        also=((10, "app/ai_router.py"),),
    ),
    Snippet(
        "its module is imported under a short name",
        "app/worker.py",
        text("""
        import app.ai_router as router


        def work(job):
            return router.route(job.question)
        """),
        found=((1, "app/ai_router.py"),),
        also=((5, "app/ai_router.py"),),
    ),
    Snippet(
        "a name is imported from its module",
        "app/answers.py",
        text("""
        from app.ai_router import route
        from app.restormel import resolve


        def answer(question):
            return resolve(question) or next(route(question))
        """),
        found=((1, "app/ai_router.py"),),
        also=((6, "app/ai_router.py"),),
    ),
    Snippet(
        "its module is imported from the package",
        "app/answers.py",
        text("""
        from app import ai_router, restormel


        def answer(question):
            return restormel.resolve(question) or ai_router.route(question)
        """),
        found=((1, "app/ai_router.py"),),
        also=((5, "app/ai_router.py"),),
    ),
    Snippet(
        "a relative import of a name from its module",
        "app/routes/ask.py",
        text("""
        from ..ai_router import route as route_by_hand


        def ask(question):
            return list(route_by_hand(question))
        """),
        found=((1, "app/ai_router.py"),),
        also=((5, "app/ai_router.py"),),
    ),
    Snippet(
        "a relative import of its module",
        "app/main.py",
        text("""
        from fastapi import FastAPI

        from . import ai_router

        api = FastAPI()


        @api.get("/ask")
        def ask(question: str):
            return list(ai_router.route(question))
        """),
        found=((3, "app/ai_router.py"),),
        also=((10, "app/ai_router.py"),),
    ),
    Snippet(
        "its module is imported by a string",
        "app/plugins.py",
        text("""
        import importlib


        def providers():
            module = importlib.import_module("app.ai_router")
            return module.PROVIDERS
        """),
        found=((5, "app/ai_router.py"),),
    ),
    Snippet(
        "its module is imported by a relative string",
        "app/plugins.py",
        text("""
        from importlib import import_module

        registry = import_module(".registry", package="app")
        chain = import_module(".ai_router", package="app")
        """),
        found=((4, "app/ai_router.py"),),
    ),
    Snippet(
        "the built-in function imports its module",
        "app/plugins.py",
        text("""
        def chain():
            return __import__("app.ai_router", fromlist=["route"]).route
        """),
        found=((2, "app/ai_router.py"),),
    ),
    Snippet(
        "a test patches something in its module",
        "tests/test_main.py",
        text("""
        from unittest import mock


        @mock.patch("app.ai_router.route", return_value=["openai"])
        def test_main(route, client):
            assert client.get("/ask?question=why").status_code == 200
        """),
        found=((4, "app/ai_router.py"),),
    ),
    Snippet(
        "a module of the removed folder is imported",
        "app/worker.py",
        text("""
        from app.legacy.chain import first


        def provider(job):
            return first(job.providers)
        """),
        found=((1, "app/legacy/"),),
        also=((5, "app/legacy/"),),
    ),
    Snippet(
        "the removed folder is imported as a package",
        "app/answers.py",
        text("""
        from app import legacy, restormel


        def answer(question):
            return restormel.resolve(question) or legacy.chain.first(question)
        """),
        found=((1, "app/legacy/"),),
        also=((5, "app/legacy/"),),
    ),
    Snippet(
        "a module of the removed folder is imported by a relative import",
        "app/tasks/nightly.py",
        text("""
        try:
            from ..legacy import chain
        except ImportError:
            chain = None


        def nightly():
            return chain and chain.first(["openai"])
        """),
        found=((2, "app/legacy/"),),
        also=((8, "app/legacy/"),),
    ),
    Snippet(
        "a module deep in the removed folder is imported under a name",
        "app/reports.py",
        text("""
        import app.legacy.prompts.loader as loader

        SYSTEM = loader.load("system")
        """),
        found=((1, "app/legacy/"),),
        also=((3, "app/legacy/"),),
    ),
)
