"""A source of chance into the statements of one function body, as lines."""

from __future__ import annotations

import re
from dataclasses import replace

from drawn_errors import ERRORS
from drawn_expressions import Place, expression, filled
from drawn_forms import ASYNC, COMPOUND, IN_LOOP, NESTED, SIMPLE, YIELDING
from drawn_reads import read

_SUITE = re.compile(r"( *)\{([slfy])\}")
_GIVES = re.compile(r"\breturn (?=\S)")
_HOLDS = ("{s}", "{l}", "{f}")


def suite(place: Place) -> list[str]:
    """Between one and three statements."""
    return [line for _ in range(place.chance.randint(1, 3)) for line in _statement(place)]


def _statement(place: Place) -> list[str]:
    form = place.chance.choice(_forms(place))
    if place.is_async and place.yields and "def " not in form:
        form = _GIVES.sub("return  # ", form)  # an asynchronous generator gives nothing
    return lines_of(place.deeper() if any(mark in form for mark in _HOLDS) else place, form)


def _forms(place: Place) -> list[str]:
    chance = place.chance
    if place.depth and chance.random() < 0.65:
        if place.is_async and chance.random() < 0.3:
            return ASYNC
        kind = chance.random()
        return COMPOUND if kind < 0.5 else ERRORS if kind < 0.8 else NESTED
    if place.yields and chance.random() < 0.3:
        return list(YIELDING)
    return list(IN_LOOP) if place.in_loop and chance.random() < 0.3 else SIMPLE


def lines_of(place: Place, form: str) -> list[str]:
    """Lines of ``form``: suites for ``{s}``, ``{l}`` of a loop, ``{f}`` of a function, ``{y}`` of a generator."""
    found: list[str] = []
    for line in form.split("\n"):
        if match := _SUITE.fullmatch(line):
            found += [match[1] + inner for inner in suite(_inside(place, match[2]))]
        else:
            found.append(_filled(place, line))
    return found


def _inside(place: Place, kind: str) -> Place:
    match kind:
        case "l":
            return replace(place, in_loop=True)
        case "f" | "y":
            return replace(place, in_loop=False, is_async=False, yields=kind == "y", depth=min(place.depth, 1))
    return place


def _filled(place: Place, line: str) -> str:
    plain = replace(place, is_async=False)
    for mark, where in (("{e}", place), ("{p}", plain)):
        while mark in line:
            line = line.replace(mark, f"({expression(where)})".replace("{", "{{").replace("}", "}}"), 1)
    while "{k}" in line:
        line = line.replace("{k}", str(place.chance.randrange(20)), 1)
    while "{r}" in line:
        drawn = read(place.chance).replace("{", "{{").replace("}", "}}")
        line = line.replace("{r}", f"({drawn})" if place.chance.random() < 0.2 else drawn, 1)
    return filled(plain, line, 0)
