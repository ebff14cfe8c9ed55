"""Items that depend on each other: what one takes out may be what another waits for."""

from __future__ import annotations

import pytest
from planning import check

STORIES = {
    "a later flag takes out what kept an earlier one from folding": """
        ? flag USE_A=true
        ? flag USE_B=true
        @ app.py
        - import os
        -
          x = 0


          def run():
        -     if os.getenv("USE_A") == "true":
        -         if os.getenv("USE_B") != "true":
        -             return x
        -     else:
        -         x = 1
              return 2


          def other():
              return x
        """,
    "what sets a named flag at run time is in a file that goes": """
        ? named flags.NEW
        ? path legacy/
        @ flags.py
        - NEW = False
          OTHER = 1
        @ legacy/__init__.py gone
        @ legacy/switch.py gone
        - import flags
        -
        -
        - def off():
        -     flags.NEW = False
        @ app.py
          import flags

        - mode = 1 if flags.NEW else 2
        + mode = 1
          print(mode, flags.OTHER)
        """,
    "a variable that is named before the code that reads it": """
        ? env OLD_MODEL
        ? path legacy/
        @ .env.example
        - OLD_MODEL=x
          OTHER=1
        @ legacy/__init__.py gone
        @ legacy/router.py gone
        - import os
        -
        - model = os.environ["OLD_MODEL"]
        """,
    "a variable that is named before the script that reads it": """
        ? env OLD_MODEL
        ? path bin/old.sh
        @ .env.example
        - OLD_MODEL=x
          OTHER=1
        @ bin/old.sh gone
        - echo "$OLD_MODEL"
        """,
    "what only a test calls was unused before, so the test stays too": """
        ? flag USE_A=1
        @ app.py
        - import os
        -
        -
          def source():
        -     return "new" if os.environ.get("USE_A") == "1" else "old"
        +     return "new"
        @ tests/test_app.py
          import app


          def test_source():
              assert app.source() == "new"
        """,
    "a test of a function that goes with its last call": """
        ? flag USE_A=1
        @ app.py
        - import os
        -
        -
        - def is_new():
        -     return os.environ.get("USE_A") == "1"
        -
        -
          def source():
        -     return "new" if is_new() else "old"
        +     return "new"
        @ tests/test_app.py
          import app


        - def test_is_new():
        -     assert app.is_new()
        -
        -
          def test_source():
              assert app.source() == "new"
        """,
}


@pytest.mark.parametrize("drawing", STORIES.values(), ids=STORIES)
def test_the_plan_comes_to_rest(drawing: str) -> None:
    check(drawing)
