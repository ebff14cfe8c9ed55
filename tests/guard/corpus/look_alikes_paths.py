"""Files and modules with names like those that were removed."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "a file of the same name in another folder",
        "services/ai_router.py",
        text("""
        def route(question):
            return question
        """),
    ),
    Snippet(
        "the path stands below another folder",
        "vendor/app/ai_router.py",
        text("""
        NAME = "somebody else's router"
        """),
    ),
    Snippet(
        "a file whose name begins with the removed one's",
        "app/ai_router_metrics.py",
        text("""
        COUNTERS = {"asked": 0}
        """),
    ),
    Snippet(
        "a folder whose name begins with the removed one's",
        "app/legacy_imports/csv_import.py",
        text("""
        import csv


        def rows(stream):
            return list(csv.reader(stream))
        """),
    ),
    Snippet(
        "a folder of that name in another place",
        "docs/legacy/index.py",
        text("""
        TITLE = "What there was"
        """),
    ),
    Snippet(
        "a script whose name only contains the glob's",
        "scripts/very_old_deploy.sh",
        text("""
        #!/bin/sh
        echo "deploy"
        """),
    ),
    Snippet(
        "a script in a folder below, which the glob does not reach",
        "scripts/tools/old_deploy.sh",
        text("""
        #!/bin/sh
        exec ./deploy.sh "$@"
        """),
    ),
    Snippet(
        "a file with the glob's name and another ending",
        "scripts/old_deploy.md",
        text("""
        # The deploy script of version 1

        It is gone: `scripts/old_deploy.sh` copied the build with rsync.
        """),
    ),
    Snippet(
        "a module of the same name elsewhere is imported",
        "app/worker.py",
        text("""
        from services import ai_router
        from services.ai_router import route
        from vendor.app.ai_router import NAME

        print(NAME, route, ai_router)
        """),
        beside={
            "services/ai_router.py": text("""
            def route(question):
                return question
            """),
        },
    ),
    Snippet(
        "a relative import reaches another module of the removed one's name",
        "app/routing/ask.py",
        text("""
        from . import ai_router
        from .ai_router import route
        from .legacy import chain

        print(ai_router, route, chain)
        """),
        beside={
            "app/routing/ai_router.py": text("""
            def route(question):
                return question
            """),
            "app/routing/legacy.py": text("""
            chain = ()
            """),
        },
    ),
    Snippet(
        "modules whose names begin with the removed ones' are imported",
        "app/worker.py",
        text("""
        import app.ai_router_metrics
        from app import ai_router_metrics as metrics
        from app.legacy_imports import csv_import

        print(app.ai_router_metrics, metrics, csv_import)
        """),
        beside={
            "app/ai_router_metrics.py": text("""
            COUNTERS = {}
            """),
            "app/legacy_imports/csv_import.py": text("""
            ROWS = ()
            """),
        },
    ),
    Snippet(
        "a local name and an attribute are called like the module",
        "app/main.py",
        text("""
        def build(config):
            ai_router = config.routers["default"]
            legacy = config.legacy
            return ai_router.route, config.ai_router, legacy.chain
        """),
    ),
    Snippet(
        "importlib imports another module",
        "app/plugins.py",
        text("""
        import importlib

        NAMES = ("app.ai_router_metrics", "services.ai_router")


        def load():
            return [importlib.import_module("app.ai_router_metrics"), importlib.import_module("services.ai_router")]
        """),
    ),
)
