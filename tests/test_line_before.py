"""A line of a file as it is now → the line that it was before."""

from __future__ import annotations

import pytest

from legacy_codemod.tree import line_before

BEFORE = b"import os\n\nif USE_NEW:\n    run()\nelse:\n    old()\nend()\n"
ROWS = {
    "above every change": (b"import os\n\nrun()\nend()\n", 1, 1),
    "indented less since": (b"import os\n\nrun()\nend()\n", 3, 4),
    "below what went": (b"import os\n\nrun()\nend()\n", 4, 7),
    "put in the place of another": (b"import os\n\nif USE_NEW:\n    walk()\nelse:\n    old()\nend()\n", 4, 4),
    "put in below the last": (BEFORE + b"more()\n", 8, 7),
    "put in above the first": (b"import sys\n" + BEFORE, 1, 1),
    "beyond the end": (b"import os\n", 9, 9),
}


@pytest.mark.parametrize(("now", "line", "was"), ROWS.values(), ids=ROWS)
def test_the_line_that_it_was(now: bytes, line: int, was: int) -> None:
    assert line_before(BEFORE, now, line) == was
