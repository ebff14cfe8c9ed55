"""The import that a fallback needs goes where the file's own order would have it."""

from __future__ import annotations

import pytest
from planning import check

GOES = {
    "between its neighbours": """
        ? remove app.legacy.old -> app.defaults.DEFAULT
        @ app/__init__.py
        @ app/defaults.py
          DEFAULT = 1
        @ app/legacy.py gone
        - def old(x):
        -     return x
        @ app/main.py
          import os

        - from app.legacy import old
        + from app.defaults import DEFAULT
          from app.store import get


          def run(x):
        -     return old(x) or get(os)
        +     return DEFAULT or get(os)
    """,
    "where the removed import stood": """
        ? remove app.defaults.old -> app.defaults.DEFAULT
        @ app/__init__.py
        @ app/defaults.py
          DEFAULT = 1
        -
        -
        - def old(x):
        -     return x
        @ app/main.py
        - from app.defaults import old
        + from app.defaults import DEFAULT


          def run(x):
        -     return old(x)
        +     return DEFAULT
    """,
    "below the docstring and the future": '''
        ? remove app.legacy.old -> app.defaults.DEFAULT
        @ app/__init__.py
        @ app/defaults.py
          DEFAULT = 1
        @ app/legacy.py gone
        - def old(x):
        -     return x
        @ app/main.py
          """Main."""

          from __future__ import annotations

        - from app.legacy import old
        + from app.defaults import DEFAULT


          def run(x):
        -     return old(x)
        +     return DEFAULT
    ''',
    "where no import was": '''
        ? remove app.legacy.old -> app.defaults.DEFAULT
        @ app/__init__.py
          from app import legacy
        @ app/defaults.py
          DEFAULT = 1
        @ app/legacy.py
        - def old(x):
        -     return x
        @ main.py
          """Main."""
        +
        + from app.defaults import DEFAULT


          def run(x):
        -     import app
        -
        -     return app.legacy.old(x)
        +     return DEFAULT
    ''',
    "into a list that loses all others": """
        ? remove app.legacy.old -> app.defaults.DEFAULT
        @ app/__init__.py
        @ app/defaults.py
        - ALPHA = 2
          DEFAULT = 1
        - OTHER = 2
        @ app/legacy.py gone
        - def old(x):
        -     return x
        @ app/main.py
        - from app.defaults import ALPHA, OTHER
        - from app.legacy import old
        + from app.defaults import DEFAULT


          def run(x):
        -     return old(x, ALPHA, OTHER)
        +     return DEFAULT
    """,
    "into the middle of a list": """
        ? remove app.legacy.old -> app.defaults.DEFAULT
        @ app/__init__.py
        @ app/defaults.py
          ALPHA = 2
          DEFAULT = 1
          OTHER = 2
        @ app/legacy.py gone
        - def old(x):
        -     return x
        @ app/main.py
        - from app.defaults import ALPHA, OTHER
        - from app.legacy import old
        + from app.defaults import ALPHA, DEFAULT, OTHER


          def run(x):
        -     return old(x), ALPHA, OTHER
        +     return DEFAULT, ALPHA, OTHER
    """,
    "into a list with constants and classes first": """
        ? remove app.legacy.old -> app.defaults.calm
        @ app/__init__.py
        @ app/defaults.py
          CALM = 0
          calm = 1


          class Wind:
              pass
        @ app/legacy.py gone
        - def old(x):
        -     return x
        @ app/main.py
        - from app.defaults import CALM, Wind
        - from app.legacy import old
        + from app.defaults import CALM, Wind, calm


          def run(x):
        -     return old(x) or Wind(CALM)
        +     return calm or Wind(CALM)
    """,
    "into a list in plain order": """
        ? remove app.legacy.old -> app.defaults.LAST
        @ app/__init__.py
        @ app/defaults.py
          LAST = first = 1


          class Wind:
              pass
        @ app/legacy.py gone
        - def old(x):
        -     return x
        @ app/main.py
        - from app.defaults import first, Wind
        - from app.legacy import old
        + from app.defaults import first, LAST, Wind


          def run(x):
        -     return old(x) or Wind(first)
        +     return LAST or Wind(first)
    """,
    "into the list that loses the removed name": """
        ? remove app.defaults.old -> app.defaults.DEFAULT
        @ app/__init__.py
        @ app/defaults.py
          ALPHA = 2
          DEFAULT = 1
        -
        -
        - def old(x):
        -     return x
        @ app/main.py
        - from app.defaults import ALPHA, old
        + from app.defaults import ALPHA, DEFAULT


          def run(x):
        -     return old(x), ALPHA
        +     return DEFAULT, ALPHA
    """,
    "onto a line of its own": """
        ? remove app.legacy.old -> app.defaults.ZETA
        @ app/__init__.py
        @ app/defaults.py
          ALPHA = 2
          ZETA = 1
        @ app/legacy.py gone
        - def old(x):
        -     return x
        @ app/main.py
          from app.defaults import (
              ALPHA,  # the first
        +     ZETA,
          )
        - from app.legacy import old


          def run(x):
        -     return old(x), ALPHA
        +     return ZETA, ALPHA
    """,
    "onto a line of its own, behind a name without a comma": """
        ? remove app.legacy.old -> app.defaults.ZETA
        @ app/__init__.py
        @ app/defaults.py
          ALPHA = 2
          ZETA = 1
        @ app/legacy.py gone
        - def old(x):
        -     return x
        @ app/main.py
          from app.defaults import (
        -     ALPHA  # the first
        +     ALPHA,  # the first
        +     ZETA,
          )
        - from app.legacy import old


          def run(x):
        -     return old(x), ALPHA
        +     return ZETA, ALPHA
    """,
    "into a relative import": """
        ? remove app.legacy.old -> app.defaults.DEFAULT
        @ app/__init__.py
        @ app/defaults.py
          ALPHA = 2
          DEFAULT = 1
        @ app/legacy.py gone
        - def old(x):
        -     return x
        @ app/main.py
        - from .defaults import ALPHA
        - from .legacy import old
        + from .defaults import ALPHA, DEFAULT


          def run(x):
        -     return old(x), ALPHA
        +     return DEFAULT, ALPHA
    """,
    "not where the module is imported already": """
        ? remove app.legacy.old -> app.defaults.DEFAULT
        @ app/__init__.py
        @ app/defaults.py
          DEFAULT = 1
        @ app/legacy.py gone
        - def old(x):
        -     return x
        @ app/main.py
          from app import defaults
        - from app.legacy import old


          def run(x):
        -     return old(x), defaults.DEFAULT
        +     return defaults.DEFAULT, defaults.DEFAULT
    """,
    "not into the module that defines it": """
        ? remove app.main.old -> app.main.DEFAULT
        @ app/__init__.py
        @ app/main.py
          DEFAULT = 1


        - def old(x):
        -     return x
        -
        -
          def run(x):
        -     return old(x)
        +     return DEFAULT
    """,
    "of two names in order": """
        ? remove app.legacy.old -> app.defaults.pick(app.defaults.ALPHA)
        @ app/__init__.py
        @ app/defaults.py
          ALPHA = 1


          def pick(x):
              return x
        @ app/legacy.py gone
        - def old(x):
        -     return x
        @ app/main.py
        - from app.legacy import old
        + from app.defaults import ALPHA, pick


          def run(x):
        -     return old(x)
        +     return pick(ALPHA)
    """,
    "by another name where its own is taken": """
        ? remove app.legacy.old -> app.defaults.DEFAULT
        @ app/__init__.py
        @ app/defaults.py
          DEFAULT = 1
        @ app/legacy.py gone
        - def old(x):
        -     return x
        @ app/main.py
        - from app.legacy import old
        + from app.defaults import DEFAULT as fallback_DEFAULT

          DEFAULT = 5


          def run(x):
        -     return old(x) + DEFAULT
        +     return fallback_DEFAULT + DEFAULT
    """,
    "by another name where a parameter takes its own": """
        ? remove app.legacy.old -> app.defaults.DEFAULT
        @ app/__init__.py
        @ app/defaults.py
          DEFAULT = 1
        @ app/legacy.py gone
        - def old(x):
        -     return x
        @ app/main.py
        - from app.legacy import old
        + from app.defaults import DEFAULT as fallback_DEFAULT, DEFAULT


          def run(DEFAULT):
        -     return old(DEFAULT)
        +     return fallback_DEFAULT


          def other():
        -     return old(1)
        +     return DEFAULT
    """,
    "also where only type checkers see it already": """
        ? remove app.legacy.old -> app.defaults.Default()
        @ app/__init__.py
        @ app/defaults.py
          class Default:
              pass
        @ app/legacy.py gone
        - def old(x):
        -     return x
        @ app/main.py
          from typing import TYPE_CHECKING

        - from app.legacy import old
        + from app.defaults import Default as fallback_Default

          if TYPE_CHECKING:
              from app.defaults import Default


          def run(x) -> "Default":
        -     return old(x)
        +     return fallback_Default()
    """,
    "from outside the repository": """
        ? remove legacy.old -> contextlib.nullcontext()
        @ legacy.py gone
        - def old(x):
        -     return x
        @ app.py
        - from legacy import old
        + from contextlib import nullcontext


          def run():
        -     with old(1) as x:
        +     with nullcontext() as x:
                  return x
    """,
    "once inside the function where the top would make a cycle": """
        ? remove app.legacy.old -> app.defaults.DEFAULT
        @ app/__init__.py
        @ app/defaults.py
          from app.main import run

          DEFAULT = 1
        @ app/legacy.py gone
        - def old(x):
        -     return x
        @ app/main.py
        - from app.legacy import old
        + def run(x):
        +     from app.defaults import DEFAULT

        -
        - def run(x):
              if x:
        -         return old(x)
        -     return old(2)
        +         return DEFAULT
        +     return DEFAULT
    """,
    "inside the function, not behind a colon": """
        ? remove app.legacy.old -> app.defaults.DEFAULT
        @ app/__init__.py
        @ app/defaults.py
          from app.main import run

          DEFAULT = 1
        @ app/legacy.py gone
        - def old(x):
        -     return x
        @ app/main.py
        - from app.legacy import old
        + def run(x):
        +     from app.defaults import DEFAULT

        -
        - def run(x):
        -     if x: return old(x)
        +     if x: return DEFAULT
              return 2
    """,
    "below a method's docstring": '''
        ? remove app.legacy.old -> app.defaults.DEFAULT
        @ app/__init__.py
        @ app/defaults.py
          from app.main import A

          DEFAULT = 1
        @ app/legacy.py gone
        - def old(x):
        -     return x
        @ app/main.py
        - from app.legacy import old
        -
        -
          class A:
              def run(self):
                  """Run."""
        -         return old(1)
        +         from app.defaults import DEFAULT
        +
        +         return DEFAULT
    ''',
}


@pytest.mark.parametrize("drawing", GOES.values(), ids=GOES)
def test_the_import_goes(drawing: str) -> None:
    check(drawing)
