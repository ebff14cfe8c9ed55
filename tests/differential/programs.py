"""A source of chance into a small repository: flags of several kinds, and a file that reads them everywhere."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from drawn_expressions import Place
from drawn_statements import lines_of, suite
from hypothesis import strategies as st

HEADER = """\
import os
import random
from os import environ, getenv

import flags
from flags import (
    FORCED, GONE, MODE, OFF, ON, PERCENT,
    config, enabled, feature, level, pick, remembered, rolled, settings,
)

x = y = z = n = 0
"""
LIB = "def new(value):\n    return t(11, value)\n\n\ndef old(value):\n    return t(12, value)\n"
FLAGS = """\
import os
from functools import lru_cache

ON = os.getenv("USE_NEW", "no").lower() in {"1", "true"}
OFF = not ON
PERCENT = int(os.environ.get("ROLLOUT", "0"))
MODE = os.environ.get("MODE")
GONE = os.getenv("GONE")
FORCED = True


def enabled():
    return os.environ["USE_NEW"] == "true"


def level():
    if enabled():
        return 2
    return 1


@lru_cache
def remembered():
    return ON


def rolled():
    return PERCENT >= 100


def feature(name):
    return name == "new"


def pick(name, **sides):
    return sides["on"] if name == "new" else sides["off"]


class Settings:
    fast = ON
    slow = not ON
    level = PERCENT // 10


class Config:
    def __init__(self):
        self.fast = enabled()
        self.mode = MODE

    @property
    def slow(self):
        return not self.fast


settings = Settings()
config = Config()
"""
# What a file may define, and how what follows may call it.
DEFINITIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("if {r}:\n    from lib import new as helper\nelse:\n    from lib import old as helper", ("helper({a})",)),
    ("try:\n    from lib import missing\nexcept ImportError:\n    missing = {e}", ("missing",)),
    ("LIMIT = {e}", ("LIMIT",)),
    ("if {e}:\n    SIZE = {e}\n    t({k})\nelse:\n    SIZE = {e}", ("SIZE",)),
    ("def settled():\n    return {r}", ("settled()", "not settled()")),
    ("def several(x):\n    y = z = n = 0\n    {f}", ("several({a})",)),
    ("def deep(x, fast, *, y={r}):\n    z = n = 0\n    if fast:\n        {f}\n    t({k}, y)", ("deep({a}, ON)",)),
    ("def kept(x, fast=OFF):\n    return t({k}, x) if fast else {r}", ("kept({a})", "kept({a}, fast=OFF)")),
    ("def both(x, fast=OFF):\n    return t({k}) if fast else {r}", ("both({a})", "both({a}, fast=ON)")),
    ("if {r}:\n    def chosen(x):\n        t({k})\nelse:\n    def chosen(x):\n        return {e}", ("chosen(1)",)),
    ("@mark({e})\ndef marked(x, y=({e})):\n    z = n = 0\n    {f}", ("marked({a})",)),
    ("@(mark if {r} else stamp)({k})\ndef picked(x):\n    return x", ("picked({a})",)),
    ("def items(x):\n    y = z = n = 0\n    {y}\n    yield {e}", ("taken(items({a}))",)),
    ("short = lambda x, y={r}: {e}", ("short({a})",)),
    ("CHOICES = [t({k}, v) for v in (1, 2) if {r}]", ("CHOICES",)),
    (
        """class Service:
    if {r}:
        size = {e}
    else:
        size = t({k})

    def __init__(self, fast, deep=({r})):
        self.fast = fast
        self.mode = {r}
        t({k}, deep)

    @property
    def slow(self):
        return not self.fast

    def work(self, x, y=({r})):
        z = n = 0
        if self.slow:
            {f}
        elif self.mode:
            {f}
        return t({k}, x)


service = Service(ON)""",
        ("service.slow", "service.mode", "service.work({a})", "Service.size", "Service(ON).fast"),
    ),
)  # fmt: skip
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
    """A drawn body that Python accepts: `await` and `:=` have places where they may not stand."""
    while True:
        lines = suite(place) + (["yield"] if place.yields else [])
        if _compiles(f"{keyword} run(x):\n y = 0\n" + "".join(f" {line}\n" for line in lines)):
            return lines


def _definition(place: Place, form: str) -> str:
    shallow = replace(place, depth=2)
    while True:
        text = "\n".join(lines_of(shallow, form)) + "\n"
        if _compiles(text):
            return text


def _compiles(text: str) -> bool:
    try:
        compile(text, "app.py", "exec")
    except SyntaxError:
        return False
    return True


def programs() -> st.SearchStrategy[str]:
    """Drawn programs. They are built from one seed each: short of minutes, a failure is cut down by hand."""
    return st.builds(program, st.randoms(use_true_random=True))
