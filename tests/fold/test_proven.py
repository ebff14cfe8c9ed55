"""What drawn programs and the standard library's own suites brought to light, one row each."""

from __future__ import annotations

import pytest
from folding import Row, check, check_files, check_unchanged

from legacy_codemod.model import EnvFlag, ExprFlag

UNCHANGED = {
    "a loop over a list that is emptied in it, whatever the list was filled by": """
        def run():
            queue = [1]
            while queue:
                queue.pop()
        """,
    "a loop over a list that a function has made": """
        def made():
            return [1]
        def run():
            queue = made()
            while queue:
                queue.pop()
        """,
}
CHANGED: dict[str, Row] = {
    "a list chosen by the flag is no longer sure to be filled when it is read": (
        """
        def run():
            queue = [1] if ON else []
            while queue:
                queue.pop()
        """,
        """
        def run():
            queue = [1]
            while queue:
                queue.pop()
        """,
    ),
    "an operand that is settled and acts stays, in a condition too": (
        """
        if (g() or ON) and ready:
            go()
        """,
        """
        if (g() or True) and ready:
            go()
        """,
    ),
    "of two assignments that both run, the last one counts": (
        """
        def run():
            mode = OFF
            if ON:
                mode = ON
            if mode:
                return new()
            return old()
        """,
        """
        def run():
            mode = False
            mode = True
            return new()
        """,
    ),
    "the else of a loop that never runs is folded in its turn": (
        """
        def run():
            while OFF:
                old()
            else:
                return new() if ON else old()
        """,
        """
        def run():
            return new()
        """,
    ),
}
QUOTES = {
    "single quotes inside double ones": ("""f"{os.getenv('USE_NEW')}-{x!r}"\n""", """f"{'true'}-{x!r}"\n"""),
    "double quotes inside single ones": ("""f'{os.getenv("USE_NEW")}-{x!r}'\n""", """f'{"true"}-{x!r}'\n"""),
    "a key that is written elsewhere": ("""f"{os.getenv(KEY)}-{x!r}"\n""", """f"{'true'}-{x!r}"\n"""),
    "both quotes in use": ("""f"{os.getenv(KEY)}-{x['a']}"\n""", """f"{os.getenv(KEY)}-{x['a']}"\n"""),
}


@pytest.mark.parametrize("block", UNCHANGED.values(), ids=UNCHANGED.keys())
def test_stays(block: str) -> None:
    check_unchanged(block)


@pytest.mark.parametrize("row", CHANGED.values(), ids=CHANGED.keys())
def test_folds(row: Row) -> None:
    check(row)


@pytest.mark.parametrize("row", QUOTES.values(), ids=QUOTES.keys())
def test_quotes_of_an_f_string(row: Row) -> None:
    before, after = (f'import os\nKEY = "USE_NEW"\nprint({line.strip()})\n' for line in row)
    check_files({"app.py": before}, {"app.py": after}, EnvFlag("USE_NEW", "true"))


def test_a_condition_becomes_another() -> None:
    before = "if pick(new, on=a, off=b):\n    go()\nx = not pick(new, on=c, off=d)\n"
    after = "if a:\n    go()\nx = not c\n"
    check_files({"app.py": before}, {"app.py": after}, ExprFlag("pick(new, on=$A, off=$B)", becomes="$A"))
