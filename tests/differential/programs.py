"""A source of chance into a file that reads flags everywhere: some definitions, and a function that is run."""

from __future__ import annotations

import warnings
from dataclasses import replace
from random import Random

from drawn_definitions import DEFINITIONS
from drawn_expressions import Place
from drawn_statements import lines_of, suite
from drawn_world import HEADER
from hypothesis import strategies as st

RUNS = (("def", False), ("def", True), ("async def", False), ("async def", True))


def program(chance: Random) -> str:
    """The text of ``app.py``: some definitions, and ``run(x)``, which is one of four kinds of function."""
    place = Place(chance)
    text = HEADER
    for form, calls in chance.sample(DEFINITIONS, chance.randint(1, 4)):
        text += "\n\n" + _definition(place, form)
        place = replace(place, calls=(*place.calls, *calls))
    keyword, yields = chance.choice(RUNS)
    inside = replace(place, is_async=keyword != "def", yields=yields)
    body = ["y = z = n = 0", *_compiling(inside, keyword)]
    return text + f"\n\n{keyword} run(x):\n" + "".join(f"    {line}\n" for line in body)


def _compiling(place: Place, keyword: str) -> list[str]:
    """A drawn body that Python accepts: `await`, `:=`, `global` and `yield` have places where they may not stand."""
    while True:
        lines = suite(place) + (["yield"] if place.yields else [])
        if _compiles(f"{keyword} run(x):\n y = z = n = 0\n" + "".join(f" {line}\n" for line in lines)):
            return lines


def _definition(place: Place, form: str) -> str:
    while True:
        text = "\n".join(lines_of(place, form)) + "\n"
        if _compiles(text):
            return text


def _compiles(text: str) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a drawn program may say `assert (a, b)`
        try:
            compile(text, "app.py", "exec", dont_inherit=True)
        except SyntaxError:
            return False
    return True


def programs() -> st.SearchStrategy[str]:
    """Drawn programs. They are built from one seed each: short of minutes, a failure is cut down by hand."""
    return st.builds(program, st.randoms(use_true_random=True))
