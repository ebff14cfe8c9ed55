"""What the inventory names and the repository does not have is said, with what may have been meant."""

from __future__ import annotations

import pytest
from planning import check, findings

NOT_HERE = "is not in this repository: it is gone already, or the inventory misspells it"
ABSENT = {
    "a function by a like name": (
        """
        ? remove app.legacy.legacy_reslove -> None
        @ app/__init__.py
        @ app/legacy.py
          def legacy_resolve():
              return 1
    """,
        f"app.legacy.legacy_reslove {NOT_HERE}; did you mean app.legacy.legacy_resolve?",
    ),
    "a function in another module": (
        """
        ? remove app.legcy.legacy_resolve -> None
        @ app/__init__.py
        @ app/legacy.py
          def legacy_resolve():
              return 1
    """,
        f"app.legcy.legacy_resolve {NOT_HERE}; did you mean app.legacy.legacy_resolve?",
    ),
    "a method": (
        """
        ? remove app.Router.resolvee
        @ app.py
          class Router:
              def resolve(self):
                  return 1
    """,
        f"app.Router.resolvee {NOT_HERE}; did you mean app.Router.resolve?",
    ),
    "a path by a like name": (
        """
        ? path app/legcy.py
        @ app/__init__.py
        @ app/legacy.py
          def legacy_resolve():
              return 1
    """,
        f"app/legcy.py {NOT_HERE}; did you mean app/legacy.py?",
    ),
    "a path in another folder": (
        """
        ? path legacy.py
        @ app/__init__.py
        @ app/legacy.py
          def legacy_resolve():
              return 1
    """,
        f"legacy.py {NOT_HERE}; did you mean app/legacy.py?",
    ),
    "a variable": (
        """
        ? flag USE_NWE=true
        @ app.py
          import os
          def run():
              return os.getenv("USE_NEW")
    """,
        "nothing here reads USE_NWE: it is gone already, or misspelt",
    ),
    "a named flag": (
        """
        ? named app.USE_NWE
        @ app.py
          USE_NEW = True
    """,
        "nothing here reads app.USE_NWE: it is gone already, or misspelt; did you mean app.USE_NEW?",
    ),
}


@pytest.mark.parametrize(("drawing", "expected"), ABSENT.values(), ids=ABSENT)
def test_it_is_said_of(drawing: str, expected: str) -> None:
    check(drawing)
    assert findings(drawing) == [f"legacy-inventory.yaml:1: {expected}"]
