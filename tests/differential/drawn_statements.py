"""A source of chance into the statements of one function body, as lines."""

from __future__ import annotations

import re
from dataclasses import replace

from drawn_expressions import Place, expression, filled, read

SIMPLE = """
t({k})
{e}
x = {e}
y = {e}
z = {e}
x, y = {e}, {e}
n += 1 if {r} else 2
assert {e}
assert {e}, t({k})
x = [t({k}), {e}] if {r} else []
x = y = [{e}] if {r} else [t({k})]
y.pop() if isinstance(y, list) and y else t({k})
x.clear() if isinstance(x, list) else t({k})
return {e}
return {e}
raise ValueError({e})
raise ValueError(t({k})) from None if {r} else KeyError()
""".strip().split("\n")
YIELDING = ("yield {e}", "y = yield {e}", "yield {r}")
IN_LOOP = ("break", "continue")
COMPOUND = """
if {e}:
    {s}
---
if {r}:
    {s}
---
if {r}:
    {s}
else:
    {s}
---
if {e}:
    {s}
else:
    {s}
---
if {e}:
    {s}
elif {e}:
    {s}
---
if {e}:
    {s}
elif {r}:
    {s}
elif {e}:
    {s}
else:
    {s}
---
if {e}: t({k}); y = {e}
else: t({k})
---
for x in (1, 2):
    {l}
---
for n in range(3):
    {l}
else:
    {s}
---
while tick() and ({e}):
    {l}
else:
    {s}
---
while {e}:
    if not tick():
        break
    {l}
---
while {r}:
    if not tick():
        break
    {l}
else:
    {s}
---
try:
    {s}
except ValueError as error:
    t({k}, str(error))
    {s}
---
try:
    t({k}, {e})
    {s}
except (TypeError, KeyError):
    {s}
except Exception:
    if {r}:
        raise
    {s}
else:
    {s}
finally:
    {s}
---
try:
    {s}
finally:
    {s}
---
try:
    fails({k})
except ValueError:
    {s}
{s}
---
try:
    y = {r}
    fails({k})
except ValueError:
    {s}
else:
    {s}
---
with quiet({e}):
    {s}
---
with quiet({r}) as y, quiet({e}):
    fails({k})
    {s}
---
match {e}:
    case 1 | 2 if {e}:
        {s}
    case [_, y] if {r}:
        {s}
    case _ if {e}:
        {s}
---
match x:
    case 0 if {r}:
        {s}
    case z if {r}:
        {s}
    case _:
        {s}
---
def inner(x, z=({e}), *, n=1):
    nonlocal y
    {f}
t({k}, inner({e}))
---
def closed():
    return {e}
y = closed()
t({k})
---
class Local:
    if {r}:
        size = {e}
    else:
        size = t({k})
    other = {e}
y = Local.size, Local.other
""".strip("\n").split("\n---\n")
ASYNC = """
async with aquiet({e}):
    {s}
---
async for x in many(2):
    {l}
else:
    {s}
---
if await a({k}, {r}):
    {s}
---
if {r} and await a({k}):
    {s}
else:
    {s}
---
y = await a({k}) if {r} else await a({k})
t({k})
---
return await a({k}, {e})
""".strip("\n").split("\n---\n")
_SUITE = re.compile(r"( *)\{([slfy])\}")


def suite(place: Place) -> list[str]:
    """Between one and three statements."""
    return [line for _ in range(place.chance.randint(1, 3)) for line in _statement(place)]


def _statement(place: Place) -> list[str]:
    chance = place.chance
    forms: list[str] = list(SIMPLE)
    if place.depth and chance.random() < 0.6:
        forms = ASYNC if place.is_async and chance.random() < 0.3 else COMPOUND
    elif place.yields and chance.random() < 0.3:
        forms = list(YIELDING)
    elif place.in_loop and chance.random() < 0.3:
        forms = list(IN_LOOP)
    form = chance.choice(forms)
    if place.is_async and place.yields and form.startswith("return"):
        form = "return"
    return lines_of(place.deeper() if "{s}" in form or "{l}" in form or "{f}" in form else place, form)


def lines_of(place: Place, form: str) -> list[str]:
    """Lines of ``form``: suites for ``{s}``, ``{l}`` of a loop, ``{f}`` of a function, ``{y}`` of a generator"""
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
    plain = replace(place, is_async=False) if line.startswith(("def ", "    return", "class ")) else place
    while "{e}" in line:
        line = line.replace("{e}", f"({expression(plain)})".replace("{", "{{").replace("}", "}}"), 1)
    while "{k}" in line:
        line = line.replace("{k}", str(place.chance.randrange(20)), 1)
    while "{r}" in line:
        line = line.replace("{r}", f"({read(place.chance)})" if place.chance.random() < 0.2 else read(place.chance), 1)
    return filled(plain, line, 0)
