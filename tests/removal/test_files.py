"""Files, folders and variables go with what only served them."""

from __future__ import annotations

import pytest
from planning import check, findings

GOES = {
    "a file": """
        ? path app/old.py
        @ app/__init__.py
        @ app/old.py gone
        - def go():
        -     return 1
        @ app/main.py
          def run():
              return 2
    """,
    "a folder with everything in it": """
        ? path app/old/
        @ app/__init__.py
        @ app/old/__init__.py gone
        @ app/old/a.py gone
        - def go():
        -     return 1
        @ app/old/prompt.txt gone
        - hello
        @ app/main.py
          def run():
              return 2
    """,
    "what a star matches, in one folder": """
        ? path app/old_*.py
        @ app/__init__.py
        @ app/old_a.py gone
        - def go():
        -     return 1
        @ app/sub/old_b.py
          def go():
              return 1
    """,
    "what two stars match, in all folders": """
        ? path **/old_*.py
        @ app/old_a.py gone
        - def go():
        -     return 1
        @ app/sub/old_b.py gone
        - def go():
        -     return 1
    """,
    "a file that is no Python": """
        ? path static/old.js
        @ static/old.js gone
        - go()
        @ app.py
          x = 1
    """,
    "a file with the imports that nothing uses": """
        ? path app/old.py
        @ app/__init__.py
        - from app import old
        @ app/old.py gone
        - def go():
        -     return 1
        @ app/main.py
        - import app.old
        -
        -
          def run():
              return 1
    """,
    "a file with the import of everything in it": """
        ? path app/old.py
        @ app/__init__.py
        @ app/old.py gone
        - def go():
        -     return 1
        @ app/main.py
        - from app.old import *
        -
        -
          def run():
              return 1
    """,
    "a file whose package is imported otherwise": """
        ? path app/old.py
        @ app/__init__.py
        @ app/other.py
          def go():
              return 1
        @ app/old.py gone
        - def old():
        -     return 1
        @ main.py
        - import app.old
          import app.other

          app.other.go()
    """,
    "a file that its package hands on": """
        ? path app/old.py
        @ app/__init__.py
        - from app import new, old
        + from app import new

        - __all__ = ["new", "old"]
        + __all__ = ["new"]
        @ app/new.py
          x = 1
        @ app/old.py gone
        - x = 1
    """,
    "a file that a Dockerfile names": """
        ? path app/old.py
        @ app/__init__.py gone
        @ app/old.py gone
        - x = 1
        @ Dockerfile
          FROM python
          CMD ["python", "app/old.py"]
    """,
    "what an earlier item took": """
        ? path app/old.py
        ? remove app.old.go
        @ app/__init__.py gone
        @ app/old.py gone
        - def go():
        -     return 1
    """,
    "nothing, for a path that is nowhere": """
        ? path app/old.py
        @ app.py
          x = 1
    """,
    "a variable in a constant that nothing uses": """
        ? env OLD_URL
        @ app.py
          import os

        - OLD_URL = os.getenv("OLD_URL", "x")
          OTHER = os.getenv("OTHER")


          def run():
              return OTHER
        @ .env.example
        - OLD_URL=1
          OTHER=2
    """,
    "a variable in a field that nothing uses": """
        ? env OLD_URL
        @ app.py
          import os


          class Settings:
        -     old_url = os.getenv("OLD_URL")
              other = os.getenv("OTHER")


          settings = Settings()
          print(settings.other)
    """,
    "a variable in a function that nothing uses": """
        ? env OLD_URL
        @ app.py
        - import os
        -
        -
        - def never():
        -     return os.environ["OLD_URL"]
        -
        -
          def run():
              return 1
    """,
    "a variable with its heading in a config file": """
        ? env OLD_URL
        @ .env.example
        - # old
        - OLD_URL=1
        -
          # new
          OTHER=2
        @ app.py
          x = 1
    """,
    "a variable that only a test sets": """
        ? env OLD_URL
        @ .env.example
        - OLD_URL=1
          NEW_URL=2
        @ tests/test_app.py
        - def test_run(monkeypatch):
        -     monkeypatch.setenv("OLD_URL", "x")
        + def test_run():
              assert run()
    """,
    "what an emptied script did, and not the script that a Makefile starts": """
        ? remove checks.run.check -> None
        @ checks/run.py
        - def check():
        -     return 1
        -
        -
        - if __name__ == "__main__":
        -     check()
        @ Makefile
          check:
          \tpython checks/run.py
        @ CHANGES.md
          `checks/run.py` is new.
    """,
    "an emptied script that nothing starts": """
        ? remove checks.run.check -> None
        @ checks/run.py gone
        - def check():
        -     return 1
        -
        -
        - if __name__ == "__main__":
        -     check()
        @ CHANGES.md
          `checks/run.py` is new.
    """,
    "nothing, for a variable that a script reads": """
        ? env OLD_URL
        @ .env.example
          OLD_URL=1
        @ run.sh
          echo "$OLD_URL"
    """,
}

SAID = {
    "what an emptied script did, and not the script that a Makefile starts": (
        "checks/run.py:1: nothing is left in this file, but it was run as a script and Makefile:2 names it, so it stays"
    ),
    "a file that a Dockerfile names": "Dockerfile:2: names app/old.py, which goes, and is left as it is",
    "what an earlier item took": ("legacy-inventory.yaml:2: app.old.go is gone already: an earlier item took it"),
    "nothing, for a path that is nowhere": (
        "legacy-inventory.yaml:1: "
        "app/old.py is not in this repository: it is gone already, or the inventory misspells it"
    ),
    "nothing, for a variable that a script reads": "run.sh:1: still reads OLD_URL, so its config lines stay",
}


@pytest.mark.parametrize("drawing", GOES.values(), ids=GOES)
def test_it_goes(drawing: str) -> None:
    check(drawing)


@pytest.mark.parametrize("name", SAID)
def test_what_was_left_alone_is_said(name: str) -> None:
    assert SAID[name] in findings(GOES[name])
