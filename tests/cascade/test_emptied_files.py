"""A file of which a settled flag left nothing goes; who names it is said, and what is run as a script stays."""

from __future__ import annotations

import pytest
from planning import check, findings

APP = """
        @ app/__init__.py
        @ app/main.py
        - from app.old import go
        -
        -
          def run():
        -     return 1 if is_new() else go()
        +     return 1
"""
GOES = """
        @ app/old.py gone
          def go():
              return 2
"""
STAYS = """
        @ app/old.py
        - def go():
        -     return 2
"""
NAMES = "names app/old.py, which goes, and is left as it is"
RUNS = "app/old.py:1: nothing is left in this file, but it was run as a script and {} names it, so it stays"
NAMED: dict[str, tuple[str, list[str]]] = {
    "nowhere": ("", []),
    "by another file of that name": (
        "        @ run.sh\n          lint my-app/old.py app/old.pyc\n",
        [],
    ),
    "in a Makefile": ("        @ Makefile\n          x:\n          \tlint app/old.py\n", [f"Makefile:2: {NAMES}"]),
    "in a script, twice": (
        "        @ run.sh\n          cp app/old.py x\n          cp /srv/app/old.py x\n",
        [f"run.sh:1: {NAMES}", f"run.sh:2: {NAMES}"],
    ),
    "in a file beside it": ("        @ app/files.txt\n          old.py\n", [f"app/files.txt:1: {NAMES}"]),
    "by its dotted name in a workflow": (
        "        @ .github/workflows/ci.yml\n          - run: mypy -p app.old\n",
        [f".github/workflows/ci.yml:1: {NAMES}"],
    ),
    "in what a document says to run": (
        "        @ README.md\n          Then: python app/old.py\n",
        [f"README.md:1: {NAMES}"],
    ),
    "on a line of its own": ("        @ CODEOWNERS\n          app/old.py @me\n", [f"CODEOWNERS:1: {NAMES}"]),
    "in a comment": ("        @ run.sh\n          # python -m app.old\n", [f"run.sh:1: {NAMES}"]),
}
RUN: dict[str, tuple[str, list[str]]] = {
    "by its path": (
        "        @ Makefile\n          x:\n          \tpython -X dev app/old.py\n          \techo app/old.py\n",
        [RUNS.format("Makefile:2")],
    ),
    "by its dotted name": ("        @ run.sh\n          exec python3 -m app.old --all\n", [RUNS.format("run.sh:1")]),
    "in a list of words": (
        '        @ Dockerfile\n          FROM python\n          CMD ["python", "-m", "app.old"]\n',
        [RUNS.format("Dockerfile:2")],
    ),
    "by itself": ("        @ Procfile\n          job: ./app/old.py\n", [RUNS.format("Procfile:1")]),
}


@pytest.mark.parametrize(("other", "said"), NAMED.values(), ids=NAMED)
def test_a_file_goes_that_is_named(other: str, said: list[str]) -> None:
    check(APP + GOES + other)
    assert findings(APP + GOES + other) == said


@pytest.mark.parametrize(("other", "said"), RUN.values(), ids=RUN)
def test_a_file_stays_that_is_run(other: str, said: list[str]) -> None:
    check(APP + STAYS + other)
    assert findings(APP + STAYS + other) == said


def test_a_test_file_that_goes_is_named() -> None:
    drawing = """
        ? remove app.old.go
        @ app/__init__.py gone
        @ app/old.py gone
          def go():
              return 2
        @ tests/test_old.py gone
          from app.old import go


          def test_go():
              assert go() == 2
        @ tox.ini
          [testenv]
          commands = pytest tests/test_old.py
    """
    check(drawing)
    assert findings(drawing) == ["tox.ini:2: names tests/test_old.py, which goes, and is left as it is"]
