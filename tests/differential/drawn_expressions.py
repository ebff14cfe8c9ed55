"""A source of chance into one expression, with reads of the flags in every place an expression has."""

from __future__ import annotations

import ast
from dataclasses import dataclass, replace
from random import Random

# Reads by the flag they read; `flags.py`, which the drawn file imports, is written in world.py.
READS = {
    "USE_NEW": """
        ON | OFF | not ON | flags.ON is True | enabled() | flags.enabled() | level() | level() > 1 | settings.fast
        settings.slow | config.fast | config.slow | os.getenv("USE_NEW") | os.environ["USE_NEW"] == "true"
        getenv("USE_NEW", "no").strip().lower() in ("1", "true") | environ.get("USE_NEW", "x") != "true"
        "USE_NEW" in os.environ | "USE_NEW" not in environ | bool(os.getenv("USE_NEW")) | remembered()
    """,
    "ROLLOUT": """
        PERCENT | int(os.environ.get("ROLLOUT", "0")) | 0 < PERCENT <= 100 | 100 > PERCENT | rolled()
        float(environ["ROLLOUT"]) / 100 | bool(int(getenv("ROLLOUT") or 0)) | random.random() * 100 < PERCENT
        PERCENT <= random.randrange(100) | random.randint(1, 100) <= PERCENT | 10 <= PERCENT < 100 | settings.level
    """,
    "MODE": """
        MODE | MODE or "new" | os.getenv("MODE") | os.environ["MODE"] == "" | getenv("MODE", "x") or "d" | MODE is None
        len(os.environ["MODE"]) | MODE in ("", "old") | environ.get("MODE", "old").startswith("o") | config.mode
    """,
    "GONE": """
        GONE | GONE is None | GONE is not None | os.getenv("GONE") | getenv("GONE", "d") == "d" | "GONE" in os.environ
        os.environ.get("GONE", "") or 7 | environ.get("GONE", t(3)) | GONE or 0
    """,
    "FORCED": "FORCED | flags.FORCED | not FORCED | FORCED is False",
    "feature": 'feature("new") | not feature("new") | flags.feature("new") | feature("other")',
}
ALL_READS = {
    flag: [r.strip() for line in reads.split("\n") for r in line.split("|") if r.strip()]
    for flag, reads in READS.items()
}
ATOMS = ("x", "y", "z", "x == 1", "n > 1", "n == 1 == x", "0 < n < 3", "0", '"a"', "[]", "None", "y is None", "n")
FORMS = """
({a}) and ({b})
({a}) and ({b})
({a}) or ({b})
({a}) or ({b})
({a}) and ({b}) and ({c})
({a}) or ({b}) or ({c})
(({a}) and ({b})) or ({c})
({r}) and ({a})
({a}) or ({r})
not ({a})
({a}) if ({b}) else ({c})
({a}) if ({r}) else ({c})
(y := ({a}))
[({a}), ({b})]
(({a}), ({b}))
[v for v in (1, x) if ({a}) if ({b})]
[v for v in (1, 2) if ({r})]
len({{str(v) for v in (1, 2) if ({a})}})
{{v: ({b}) for v in (1, 2) if ({a}) or v == 1}}
sum(1 for v in (1, 2, 3) if ({r}) and v != n)
(lambda: ({a}))()
(lambda v=({a}): ({b}))()
t({k}, ({a}))
t({k}, key=({a}))
f'''{{({r})}}-{{x!r}}'''
({r}) == ({a})
({a}) is ({r})
n < 3 == ({r})
[t({k}), t({k})][bool({r})]
any([({a}), ({b})])
all((({a}), ({b})))
bool({a})
{{"k": ({a}), **({{}} if ({r}) else {{"o": 1}})}}
pick("new", on=({a}), off=({b}))
pick("new", off=({b}), on=({a}))
t(*[({a})][:1] if ({r}) else ())
""".strip().split("\n")  # fmt: skip
AWAITED = ("await a({k}, ({a}))", "(await a({k})) and ({r})", "[v async for v in many(2) if ({a})]")


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


def read(chance: Random) -> str:
    """A read of some flag."""
    return chance.choice(ALL_READS[chance.choice([*ALL_READS, "USE_NEW", "USE_NEW"])])


def expression(place: Place, depth: int = 2) -> str:
    """An expression, with all parentheses written or only those it needs."""
    drawn = _expression(place, depth)
    if place.chance.random() < 0.5:
        return drawn
    try:
        return ast.unparse(ast.parse(drawn, mode="eval")).replace("\n", " ")
    except SyntaxError:
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
