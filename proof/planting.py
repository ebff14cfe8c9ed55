"""A module's source into the same source with conditions on a flag around what it does, which it need not notice."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

FLAG = "X_PROOF"  # planted as the string "1"
IMPORT = "from os import environ as _proof\n"
TRUE = ('_proof.get("X_PROOF") == "1"', 'bool(int(_proof["X_PROOF"]))', '_proof.get("X_PROOF", "0") in {"1", "yes"}')
FALSE = ('_proof.get("X_PROOF") != "1"', 'not _proof.get("X_PROOF")', 'int(_proof.get("X_PROOF", 0)) > 1')
WRONG = 'raise AssertionError("the wrong branch")'
# around an expression of which only the truth is asked, and around one whose value is used
CONDITIONS = (
    "{t} and ({e})",
    "({e}) and {t}",
    "{f} or ({e})",
    "({e}) or {f}",
    "({e}) if {t} else 1 / 0",
    "not ({f}) and ({e})",
)
VALUES = ("({e}) if {t} else 1 / 0", "1 / 0 if {f} else ({e})", "{t} and ({e})", "{f} or ({e})", "[{e}, 0][{f}]")
BLOCKS = (
    ("if {t}:", "else:\n    {w}"),
    ("if {f}:\n    {w}\nelse:", ""),
    ("if {f}:\n    {w}\nelif {t}:", "else:\n    {w}"),
    ("while {f}:\n    {w}\nelse:", ""),
    ("if {t}:\n  if {t}:", "  else:\n    {w}"),
    ("try:\n  assert {t}\nexcept KeyError:\n    {w}\nelse:", ""),
)
FRONT = ("if {f}:\n    {w}", "assert {t}", "while {f}:\n    {w}", "if {f}: {w}", "if {t}: pass\nelse: {w}")


@dataclass(eq=False)
class Planting:
    """Texts to be put in, by the byte they go in front of: what closes before what opens."""

    source: bytes
    chance: Random
    texts: list[tuple[int, int, str]] = field(default_factory=list)
    places: int = 0

    def __post_init__(self) -> None:
        self.starts = [0]
        for line in self.source.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))

    def offset(self, line: int, column: int) -> int:
        """The byte of a position as ``ast`` gives it."""
        return self.starts[line - 1] + column

    def filled(self, form: str) -> str:
        """``form`` with reads of the flag."""
        return form.format(t=self.chance.choice(TRUE), f=self.chance.choice(FALSE), w=WRONG, e="{e}")

    def around(self, node: ast.expr, form: str) -> None:
        """Put ``form`` around an expression."""
        left, right = self.filled(form).split("{e}")
        depth = node.end_lineno * 10_000 + node.end_col_offset  # type: ignore[operator]
        self.texts.append((self.offset(node.lineno, node.col_offset), 10**9 - depth, f"({left}"))
        end = self.offset(node.end_lineno or 0, node.end_col_offset or 0)
        self.texts.append((end, -(node.lineno * 10_000 + node.col_offset) - 1, f"{right})"))
        self.places += 1

    def block(self, node: ast.stmt) -> None:
        """Put a statement into a branch."""
        head, tail = (self.filled(part) for part in self.chance.choice(BLOCKS))
        self._lines(node.lineno, node, head)
        for line in range(node.lineno, (node.end_lineno or 0) + 1):
            if self.source[self.starts[line - 1] : self.starts[line]].strip():
                self.texts.append((self.starts[line - 1], 10**9 + 1, "    "))
        if tail:
            self._lines((node.end_lineno or 0) + 1, node, tail)

    def front(self, node: ast.stmt) -> None:
        """Put a statement that does nothing in front of another."""
        self._lines(node.lineno, node, self.filled(self.chance.choice(FRONT)))

    def _lines(self, line: int, node: ast.stmt, text: str) -> None:
        indented = "".join(f"{' ' * node.col_offset}{part}\n" for part in text.split("\n"))
        self.texts.append((self.starts[line - 1], -(10**9) if line > node.lineno else 10**9, indented))
        self.places += line == node.lineno

    def result(self) -> bytes:
        """The source with everything put in."""
        out, position = [], 0
        for at, _, text in sorted(self.texts, key=lambda entry: entry[:2]):
            out += [self.source[position:at], text.encode()]
            position = at
        return b"".join([*out, self.source[position:]])


def planted(source: bytes, chance: Random) -> tuple[bytes, int]:
    """The source with the flag in it, and in how many places."""
    tree = ast.parse(source)
    planting = Planting(source if source.endswith(b"\n") else source + b"\n", chance)
    planting.texts.append((planting.starts[_first_code(tree) - 1], -(10**9) - 1, IMPORT))
    for function in ast.walk(tree):
        if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
            for statement in function.body[isinstance(function.body[0], ast.Expr) :]:
                _plant_statement(planting, statement)
    for node in _expressions(tree):
        _plant_expression(planting, node)
    return planting.result(), planting.places


def _first_code(tree: ast.Module) -> int:
    """The line of the first statement that a ``from __future__`` may not have to stand in front of."""
    for index, node in enumerate(tree.body):
        docstring = index == 0 and isinstance(node, ast.Expr)
        if not docstring and not (isinstance(node, ast.ImportFrom) and node.module == "__future__"):
            return node.lineno
    return 1


def _plant_statement(planting: Planting, node: ast.stmt) -> None:
    lines = planting.source[planting.starts[node.lineno - 1] :]
    own_line = lines[: node.col_offset].strip() == b""
    nested = isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Global, ast.Nonlocal))
    if not own_line or nested or b";" in lines[: lines.index(b"\n")]:
        return
    draw = planting.chance.random()
    if draw < 0.2 and not _spans_lines(node) and not any(isinstance(n, (ast.Lambda,)) for n in ast.walk(node)):
        if not any(isinstance(n, (ast.FunctionDef, ast.ClassDef)) for n in ast.walk(node)):
            planting.block(node)
    elif draw < 0.35:
        planting.front(node)


def _spans_lines(node: ast.AST) -> bool:
    """Whether a string of several lines stands in ``node``, which must not be indented."""
    return any(
        isinstance(part, (ast.Constant, ast.JoinedStr)) and part.lineno != part.end_lineno for part in ast.walk(node)
    )


def _expressions(tree: ast.Module) -> Iterator[tuple[ast.expr, bool]]:
    """Expressions inside functions, each once, and whether only their truth is asked."""
    functions = [node for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]
    nested = {part for function in functions for part in ast.walk(function) if part is not function}
    for function in functions:
        for node in ast.walk(function) if function not in nested else ():
            match node:
                case ast.If(test=test) | ast.While(test=test) | ast.Assert(test=test) | ast.IfExp(test=test):
                    yield test, True
                case ast.Return(value=ast.expr() as value) | ast.Assign(value=value):
                    yield value, False
                case ast.comprehension(ifs=[test, *_]):
                    yield test, True


def _plant_expression(planting: Planting, found: tuple[ast.expr, bool]) -> None:
    node, truth_only = found
    strings = any(isinstance(part, ast.JoinedStr) for part in ast.walk(node)) or isinstance(node, ast.Tuple)
    walrus = any(isinstance(part, (ast.NamedExpr, ast.Yield, ast.YieldFrom)) for part in ast.walk(node))
    if not strings and not walrus and planting.chance.random() < 0.3:
        planting.around(node, planting.chance.choice(CONDITIONS if truth_only else VALUES))
