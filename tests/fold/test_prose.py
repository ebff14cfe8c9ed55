"""What still names a flag or a removed definition once it is gone: comments, docstrings, documents."""

from __future__ import annotations

import pytest
from planning import findings

FLAG = """
        ? expr settings.get("app-new")
        @ app.py
          def run():
              return 1 if settings.get("app-new") else 2
"""
OLD = """
        ? remove legacy.resolve_old
        @ legacy.py
          def resolve_old():
              return 2
"""
SAID: dict[str, tuple[str, list[str]]] = {
    "a comment and a docstring": (
        FLAG
        + """
        @ other.py
          '''What app-new turns on.

          See app-new.
          '''
          X = 1  # not app-newer, but app-new
        """,
        [
            "other.py:1: a docstring still names app-new",
            "other.py:3: a docstring still names app-new",
            "other.py:5: a comment still names app-new",
        ],
    ),
    "a comment and a docstring of a test": (
        FLAG
        + """
        @ tests/test_run.py
          def test_run():
              '''With app-new.'''
              assert run() == 1  # app-new
        """,
        [
            "tests/test_run.py:2: a docstring still names app-new",
            "tests/test_run.py:3: a comment still names app-new",
        ],
    ),
    "a key that code gives": (
        FLAG
        + """
        @ other.py
          OPTIONS = {"app-new": True}
        """,
        ["other.py:1: still names app-new, in a way that is not understood: see what it does"],
    ),
    "a constant that holds the key, which a decorator is given": (
        FLAG
        + """
        @ names.py
          NEW = "app-new"
        @ other.py
          from names import NEW


          @needs([NEW])
          def go():
              return 1
        """,
        [
            "names.py:1: still names app-new, in a way that is not understood: see what it does",
            "other.py:4: still names app-new as NEW, in a way that is not understood: see what it does",
        ],
    ),
    "a document and another language": (
        FLAG
        + """
        @ docs/flags.md
          * `app-new`: the new one
        @ web/flags.js
          const x = flags["app-new"]
        """,
        [
            "docs/flags.md:1: names app-new, and is left as it is",
            "web/flags.js:1: names app-new, and is left as it is",
        ],
    ),
    "a removed function": (
        OLD
        + """
        @ other.py
          # as resolve_old did
          X = 1
        @ README.md
          Call `resolve_old()`.
        """,
        [
            "README.md:1: names resolve_old, and is left as it is",
            "other.py:1: a comment still names resolve_old",
        ],
    ),
    "a variable": (
        """
        ? flag USE_NEW=true
        @ app.py
          import os


          def run():
              '''USE_NEW says so.'''
              return 1 if os.getenv("USE_NEW") == "true" else 2
        """,
        ["app.py:5: a docstring still names USE_NEW"],
    ),
    "a flag of a library": (
        """
        ? sdk launchdarkly app-new
        @ app.py
          import ldclient


          def run(context):
              # where app-new is on
              return 1 if ldclient.get().variation("app-new", context, False) else 2
        @ other.py
          # the app-new way
          X = 1
        """,
        ["app.py:5: a comment still names app-new", "other.py:1: a comment still names app-new"],
    ),
    "nothing, where it is a plain word": (
        """
        ? remove legacy.resolve
        @ legacy.py
          def resolve():
              return 2
        @ README.md
          How to resolve.
        """,
        [],
    ),
    "nothing, where something else has the name": (
        OLD
        + """
        @ other.py
          def resolve_old():
              return 3


          # resolve_old is quick
        """,
        [],
    ),
    "nothing, where nothing changed": (
        """
        ? expr settings.get("app-new")
        @ app.py
          x = settings.get("other")
        @ docs/flags.md
          app-new
        """,
        ['legacy-inventory.yaml:1: nothing here reads settings.get("app-new"): it is gone already, or misspelt'],
    ),
}


@pytest.mark.parametrize(("drawing", "said"), SAID.values(), ids=SAID)
def test_what_still_names_it_is_said(drawing: str, said: list[str]) -> None:
    assert findings(drawing) == said
