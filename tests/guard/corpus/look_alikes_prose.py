"""Python that only speaks of what was retired: comments, docstrings, messages, lists of names."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "a comment tells what there was",
        "app/settings.py",
        text("""
        import os

        # AI_PROVIDER and DEFAULT_MODEL are gone: routes decide (see docs/routing.md).
        # os.environ["AI_PROVIDER"] used to be read here.
        REGION = os.environ.get("REGION", "eu")
        """),
    ),
    Snippet(
        "a docstring tells what there was",
        "app/answers.py",
        text('''
        """Questions into answers.

        Until March this module asked ``app.resolve.legacy_resolve`` and read ``os.environ["DEFAULT_MODEL"]``;
        ``from app.ai_router import route`` has no successor.
        """

        from app.restormel import resolve


        def answer(question):
            """Answer it. AI_PROVIDER does nothing any more."""
            return resolve(question)
        '''),
    ),
    Snippet(
        "a message is printed",
        "scripts/migrate.py",
        text("""
        import sys

        print("AI_PROVIDER is gone", file=sys.stderr)
        print("export DEFAULT_MODEL=gpt-4o-mini has no effect")
        sys.exit(0)
        """),
    ),
    Snippet(
        "a warning names the variable",
        "app/startup.py",
        text("""
        import logging
        import warnings

        log = logging.getLogger(__name__)


        def announce():
            log.info("DEFAULT_MODEL is ignored since 3.0, see %s", "docs/routing.md")
            warnings.warn("AI_PROVIDER is ignored; remove it from your environment", DeprecationWarning, stacklevel=2)
        """),
    ),
    Snippet(
        "an error names the function",
        "app/compat.py",
        text("""
        class Gone(RuntimeError):
            pass


        def __getattr__(name):
            raise Gone(f"{name}: app.resolve.legacy_resolve was removed in 3.0, use app.restormel.resolve")
        """),
    ),
    Snippet(
        "a list of names is shown by a migration note",
        "scripts/what_to_unset.py",
        text('''
        """Prints what an operator may take out of the environment."""

        RETIRED = (
            "AI_PROVIDER",
            "DEFAULT_AI_PROVIDER",
            "DEFAULT_MODEL",
            "USE_RESTORMEL_KEYS",
        )

        for name in RETIRED:
            print(f"unset {name}")
        '''),
    ),
    Snippet(
        "the help of an option names the variable",
        "app/cli.py",
        text("""
        import argparse

        parser = argparse.ArgumentParser(description="Docent. AI_PROVIDER is not read any more.")
        parser.add_argument("--model", help="which model (was: DEFAULT_MODEL)")
        """),
    ),
    Snippet(
        "a table maps old names to new ones",
        "app/upgrade.py",
        text("""
        RENAMED = {
            "AI_PROVIDER": "a route's provider",
            "DEFAULT_MODEL": "a route's model",
            "app.ai_router": "app.restormel",
        }


        def hint(name):
            return RENAMED.get(name, "nothing")
        """),
    ),
    Snippet(
        "a search through the sources looks for the name",
        "scripts/find_leftovers.py",
        text("""
        import subprocess

        NAMES = ["legacy_resolve", "AI_PROVIDER", "new-router"]

        for name in NAMES:
            subprocess.run(["git", "grep", "-n", name], check=False)
        subprocess.run(["grep", "-rn", "os.environ['DEFAULT_MODEL']", "app"], check=False)
        """),
    ),
    Snippet(
        "a commented-out read stays a comment",
        "app/worker.py",
        text("""
        import os


        def work(job):
            # model = os.environ["DEFAULT_MODEL"]
            #  if os.getenv("USE_RESTORMEL_KEYS") == "true":
            return job.run(region=os.environ.get("REGION"))
        """),
    ),
    Snippet(
        "a commented-out import stays a comment",
        "app/__init__.py",
        text('''
        """Docent."""

        # from app.resolve import legacy_resolve
        # import app.ai_router
        from app.answers import answer as answer
        '''),
    ),
    Snippet(
        "a block of old code stands in a string",
        "app/examples.py",
        text('''
        OLD = """
        import os
        from app.resolve import legacy_resolve

        model = os.environ["DEFAULT_MODEL"]
        provider = os.getenv("AI_PROVIDER")
        """

        NEW = """
        from app.restormel import resolve
        """
        '''),
    ),
    Snippet(
        "an f-string speaks of it",
        "app/report.py",
        text("""
        def line(count):
            return f"{count} hosts still set AI_PROVIDER, {count + 1} set DEFAULT_MODEL"
        """),
    ),
    Snippet(
        "an assertion's message names it",
        "tests/test_settings.py",
        text("""
        from app import settings


        def test_no_provider():
            assert not hasattr(settings, "provider"), "AI_PROVIDER came back"
        """),
    ),
    Snippet(
        "a test is called after it",
        "tests/test_gone.py",
        text("""
        import pytest


        class TestLegacyRouter:
            def test_ai_provider_is_ignored(self):
                assert True

            @pytest.mark.parametrize("text", ["AI_PROVIDER=openai", "DEFAULT_MODEL=gpt-4o"])
            def test_legacy_resolve_is_no_word(self, text):
                assert "legacy_resolve" not in text
        """),
    ),
    Snippet(
        "a comment tells of the flag",
        "app/flags.py",
        text('''
        """What is switched on. NEW_CHECKOUT went in 3.0: everybody has the new checkout."""

        SEARCH = True
        # NEW_CHECKOUT = True
        '''),
    ),
    Snippet(
        "a comment tells of the key",
        "app/views.py",
        text("""
        # {% flag "new-router" %} is gone; waffle.flag_is_active(request, "new-router") was always true.
        from django.shortcuts import render


        def routes(request):
            return render(request, "routes.html")  # user.has_feature(Feature.NEW_ROUTER) before
        """),
    ),
    Snippet(
        "a type hint in a comment and a doctest stay prose",
        "app/maths.py",
        text('''
        def share(percent):
            """The share of a rollout.

            >>> import os
            >>> int(os.environ["RESTORMEL_ROLLOUT_PERCENT"])  # doctest: +SKIP
            100
            """
            return percent / 100
        '''),
    ),
)
