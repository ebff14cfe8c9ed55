"""A name that an item would leave without a definition is found; what merely looks like one is none."""

from __future__ import annotations

import pytest
from planning import check

from legacy_codemod.index.module import parse
from legacy_codemod.soundness import newly_unbound

TEXTS = {
    "the flag's value as the annotation of a parameter": """
        ? flag MODE=fast
        @ app.py
        - import os
        -
        -
        - def run(x: os.getenv("MODE")) -> os.getenv("MODE"):
        + def run(x: "fast") -> "fast":
              return x
    """,
    "the flag's value as the first argument of a call that is named cast": """
        ? flag MODE=fast
        @ app.py
        - import os
        -
          from db import String, cast

        - mode = cast(os.environ["MODE"], String)
        + mode = cast("fast", String)
    """,
    "the flag's value as an argument that is named bound": """
        ? flag MODE=fast
        @ app.py
        - import os
        -
          from lib import limit

        - mode = limit(bound=os.environ["MODE"])
        + mode = limit(bound="fast")
    """,
}


@pytest.mark.parametrize("drawing", TEXTS.values(), ids=TEXTS)
def test_a_text_of_the_flag_is_no_name(drawing: str) -> None:
    check(drawing)


UNBOUND = {
    "an import that code reads": ("from m import A\nx = A\n", "x = A\n", ["A"]),
    "an import that a quoted annotation reads": ('from m import A\nx: "A"\n', 'x: "A"\n', ["A"]),
    "an import that code read, and that is now quoted": ("from m import A\nx: A\n", 'x: "A"\n', ["A"]),
    "nothing: the quotes are new": ("x: y()\n", 'x: "A"\n', []),
    "nothing: the name was open before": ('x: "A"\ny: "A"\n', 'x: "A"\n', []),
    "nothing: all of it has a definition": ('from m import A\nx: "A"\n', 'from m import A\nx: "A"\n', []),
    "a name that nothing read before": ("x: int\n", "x: A\n", ["A"]),
}


@pytest.mark.parametrize(("before", "after", "names"), UNBOUND.values(), ids=UNBOUND)
def test_what_lost_its_definition_is(before: str, after: str, names: list[str]) -> None:
    was, now = (parse("app.py", source.encode()) for source in (before, after))
    assert [name.id for name in newly_unbound(was, now)] == names
