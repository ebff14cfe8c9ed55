"""A source of chance into one expression, with reads of the flags in every place an expression has."""

from __future__ import annotations

import ast
from dataclasses import dataclass, replace
from random import Random

from drawn_reads import read

ATOMS = ("x", "y", "z", "x == 1", "n > 1", "n == 1 == x", "0 < n < 3", "0", '"a"', "[]", "None", "y is None", "n")
FORMS = """
({a}) and ({b})
({a}) and ({b})
({a}) or ({b})
({a}) or ({b})
({a}) and ({b}) and ({c})
({a}) or ({b}) or ({c})
(({a}) and ({b})) or ({c})
({a}) or ({b}) and ({r})
({r}) and ({a})
({a}) or ({r})
not ({a})
not (({a}) and ({r}))
({a}) if ({b}) else ({c})
({a}) if ({r}) else ({c})
({a}) if ({b}) else ({c}) if ({r}) else 0
(w := ({a}))
(w := ({a})) and w
[(w := ({a})), w, ({r}) and w]
[({a}), ({b})]
(({a}), ({b}))
[v for v in (1, x) if ({a}) if ({b})]
[v for v in (1, 2) if ({r})]
[v if ({r}) else -v for v in (1, 2)]
[(v, u) for v in (1, 2) if ({r}) for u in (v, 3) if ({a})]
len({{str(v) for v in (1, 2) if ({a})}})
{{v: ({b}) for v in (1, 2) if ({a}) or v == 1}}
sum(1 for v in (1, 2, 3) if ({r}) and v != n)
next((v for v in (0, 1) if ({a})), ({b}))
(lambda: ({a}))()
(lambda v=({a}): ({b}))()
(lambda *, ON=({a}): ON and ({b}))()
taken((lambda: ((yield {k}) if ({r}) else ({a})))())
t({k}, ({a}))
t({k}, key=({a}))
t({k}, *(v for v in (1, 2) if ({r})), **({{"a": ({a})}} if ({r}) else {{}}))
f'''{{({r})}}-{{x!r}}'''
f'''{{({a})!s:>7}}'''
f'''{{n if ({r}) else 0:{{'>5' if ({r}) else ''}}}}'''
f'''{{({r})=}}'''
({r}) == ({a})
({a}) is ({r})
({a}) in (({b}), 1, ({r}))
({a}) not in [({r}), 2]
n < 3 == ({r})
[t({k}), t({k})][bool({r})]
{{True: ({a}), False: t({k})}}[bool({r})]
[*[({a})], *([({b})] if ({r}) else [])]
any([({a}), ({b})])
all((({a}), ({b})))
any(({r}) for v in (1, 2))
bool({a})
bool(({a}) and ({r}))
str({r}) + "-"
{{"k": ({a}), **({{}} if ({r}) else {{"o": 1}})}}
pick("new", on=({a}), off=({b}))
pick("new", off=({b}), on=({a}))
t(*[({a})][:1] if ({r}) else ())
[ON for ON in (0, 1) if ON or ({a})]
""".strip().split("\n")  # fmt: skip
AWAITED = """
await a({k}, ({a}))
(await a({k})) and ({r})
({r}) or await a({k})
[v async for v in many(2) if ({a})]
[v for v in (1, 2) if await a({k}, ({r}))]
[u async for u in ((await a({k})) if ({r}) else v for v in (1, 2))]
await aenabled()
await flags.aenabled() and ({a})
""".strip().split("\n")


@dataclass(frozen=True)
class Place:
    """Where something is drawn: what it may say there."""

    chance: Random
    calls: tuple[str, ...] = ()  # calls of what stands above it in the file
    is_async: bool = False
    yields: bool = False
    in_loop: bool = False
    depth: int = 2  # of statements

    def deeper(self) -> Place:
        return replace(self, depth=self.depth - 1)


def expression(place: Place, depth: int = 2) -> str:
    """An expression, with all parentheses written or only those it needs."""
    drawn = _expression(place, depth)
    if place.chance.random() < 0.5:
        return drawn
    try:
        return ast.unparse(ast.parse(drawn, mode="eval")).replace("\n", " ")
    except (SyntaxError, ValueError):  # an f-string in an f-string may have no quotes left
        return drawn


def _expression(place: Place, depth: int) -> str:
    chance = place.chance
    if depth == 0 or chance.random() < 0.2:
        kind = chance.random()
        if place.calls and kind < 0.1:
            return filled(place, chance.choice(place.calls), 0)
        if kind < 0.5:
            return read(chance)
        return chance.choice(ATOMS) if kind < 0.75 else f"t({chance.randrange(10)})"
    form = chance.choice(AWAITED if place.is_async and chance.random() < 0.15 else FORMS)
    return filled(place, form, depth - 1)


def filled(place: Place, form: str, depth: int) -> str:
    """``form`` with an expression for ``{a}``, ``{b}`` and ``{c}``, a flag's read for ``{r}``, a number for ``{k}``."""
    parts = {name: _expression(place, depth) if f"{{{name}}}" in form else "" for name in "abc"}
    return form.format(**parts, r=read(place.chance), k=place.chance.randrange(20))
