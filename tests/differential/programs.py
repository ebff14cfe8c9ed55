"""Draws into small programs: flag reads in every kind of condition, and calls that leave a trace."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

HEADER = 'import os\n\nON = os.getenv("USE_NEW") == "true"\nOFF = not ON\n\n\n'
READS = ("ON", "OFF", "ON is True", 'os.getenv("USE_NEW")', 'os.getenv("USE_NEW", "no") == "false"')
ATOMS = ("x", "y", "x > 1", "0", '"a"', "[]", "None", "y == x")


CALLS = st.sampled_from([f"t({n})" for n in range(10)])


@cache  # strategies are dear to make and free to share
def expressions() -> st.SearchStrategy[str]:
    """Expressions without effects other than traced calls; each may stand wherever parentheses may."""
    leaves = st.sampled_from(READS) | st.sampled_from(ATOMS) | CALLS
    return st.recursive(leaves, _combined, max_leaves=5)


def _combined(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pair = st.tuples(inner, inner)
    return st.one_of(
        pair.map(lambda p: f"({p[0]}) and ({p[1]})"),
        pair.map(lambda p: f"({p[0]}) or ({p[1]})"),
        pair.map(lambda p: f"(({p[0]}) and {_tight(p[1])} or z)"),
        inner.map(lambda e: f"not ({e})"),
        st.tuples(inner, inner, inner).map(lambda p: f"({p[0]}) if ({p[1]}) else ({p[2]})"),
        pair.map(lambda p: f"(({p[0]}), ({p[1]}))"),
        inner.map(lambda e: f"bool({e})"),
        pair.map(lambda p: f"[v for v in (1, x) if ({p[0]}) if ({p[1]})]"),
        pair.map(lambda p: f"any([({p[0]}), ({p[1]})])"),
        inner.map(lambda e: f"(lambda: {e})()"),
        inner.map(lambda e: f"(y := ({e}))"),
    )


def _tight(expression: str) -> str:
    return expression if expression.replace("(", "").replace(")", "").isalnum() else f"({expression})"


@cache
@st.composite
def suites(draw: st.DrawFn, depth: int, *, loop: bool) -> list[str]:
    """Between one and three statements, as lines."""
    lines: list[str] = []
    for _ in range(draw(st.integers(1, 3))):
        lines += draw(_statement(depth, loop=loop))
    return lines


@cache
@st.composite
def _statement(draw: st.DrawFn, depth: int, *, loop: bool) -> list[str]:
    simple = ["call", "assign", "return", "raise", "assert", "expression", "yield"] + ["break", "continue"] * loop
    compound = ["if", "if", "if", "for", "while", "try", "with", "match"] if depth else []
    kind = draw(st.sampled_from(compound * 2 + simple))
    value = draw(expressions())
    match kind:
        case "call" | "expression":
            return [f"t({draw(st.integers(10, 19))})" if kind == "call" else f"{value}"]
        case "assign":
            return [f"{draw(st.sampled_from('xyz'))} = {value}"]
        case "return" | "assert":
            return [f"{kind} ({value})"]
        case "yield":
            return [f"yield ({value})"]
        case "raise":
            return [f"raise ValueError({value})"]
        case "break" | "continue":
            return [kind]
    return draw(_compound(kind, depth - 1, loop))


@cache
@st.composite
def _compound(draw: st.DrawFn, kind: str, depth: int, loop: bool) -> list[str]:
    def block(header: str, *, inside: bool = loop) -> list[str]:
        return [header, *(f"    {line}" for line in draw(suites(depth, loop=inside)))]

    def maybe(header: str) -> list[str]:
        return block(header) if draw(st.booleans()) else []

    value = draw(expressions())
    match kind:
        case "if":
            arms = [line for _ in range(draw(st.integers(0, 2))) for line in block(f"elif {draw(expressions())}:")]
            return [*block(f"if {value}:"), *arms, *maybe("else:")]
        case "for":
            return [*block("for x in (1, 2):", inside=True), *maybe("else:")]
        case "while":
            return [*block(f"while tick() and ({value}):", inside=True), *maybe("else:")]
        case "try":
            handled = [*block("except ValueError as error:"), *maybe("else:")] if draw(st.booleans()) else []
            return [*block("try:"), *handled, *(maybe("finally:") if handled else block("finally:"))]
        case "with":
            return block(f"with quiet({value}):")
    cases = [
        line
        for pattern in ("1", "[_, _] as y", "_")
        for line in (f"    {inner}" for inner in block(f"case {pattern} if {draw(expressions())}:"))
    ]
    return [f"match {value}:", *cases]


@st.composite
def programs(draw: st.DrawFn) -> str:
    """A file with one function ``run(x)``."""
    lines = draw(suites(2, loop=False))
    body = "".join(f"    {line}\n" for line in ["y = z = 0", *lines])
    return f"{HEADER}def run(x):\n{body}"
