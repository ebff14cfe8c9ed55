"""Imports that a fallback needs into the splices that put them where the file's own order would have them."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import replace

from legacy_codemod.fallback import Needed
from legacy_codemod.index.from_imports import import_base
from legacy_codemod.index.module import Module
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.index.world import World
from legacy_codemod.layout.spans import after_filler
from legacy_codemod.layout.splice import Splice

Import = ast.Import | ast.ImportFrom

_WHY = ("the fallback needs this import",)


def import_splices(world: World, module: Module, needed: Sequence[Needed], leaving: Set[ast.AST]) -> list[Splice]:
    """Put the imports in; ``leaving`` are the statements and aliases that go in the same step."""
    splices: list[Splice] = []
    for dotted in sorted({n.module for n in needed}):
        names = sorted((n for n in needed if n.module == dotted), key=lambda n: n.name)
        existing = _existing(world, module, dotted, leaving)
        if existing:
            splices += [s for n in names for s in _joined(module, existing, n, leaving)]
        else:
            splices.append(_new_import(module, dotted, names, leaving))
    return splices


def merged(module: Module, removals: Iterable[Splice], added: Iterable[Splice]) -> list[Splice]:
    """Both together: what is put in where something goes takes its place, with the blank lines around it."""
    every = list(removals)
    for splice in added:
        hit = next((i for i, r in enumerate(every) if r.start <= splice.start < r.end), None)
        if hit is None:
            every.append(splice)
            continue
        gone = module.text.text[every[hit].start : every[hit].end]
        blank = re.fullmatch(r"(\s*\n|)(.*?)(\s*)", gone, re.DOTALL)
        lead, tail = (
            (blank.group(1), re.sub(r"^[ \t]*\r?\n", "", blank.group(3))) if blank and "\n" in gone else ("", "")
        )
        text = every[hit].text
        body = splice.text.lstrip("\r\n") if "\n" in gone else splice.text
        every[hit] = replace(every[hit], text=f"{lead}{body}{tail}" if not text else body + text)
    return every


def _existing(world: World, module: Module, dotted: str, leaving: Set[ast.AST]) -> ast.ImportFrom | None:
    wanted = world.find(dotted, module.path)
    for statement in module.tree.body:
        if isinstance(statement, ast.ImportFrom) and statement not in leaving and statement.names[0].name != "*":
            base = import_base(world, module, statement)
            if base == (Symbol(wanted) if wanted else dotted):
                return statement
    return None


def _joined(module: Module, statement: ast.ImportFrom, needed: Needed, leaving: Set[ast.AST]) -> list[Splice]:
    """``from m import a, c`` + ``b`` → ``from m import a, b, c``; each on its own line where the others are."""
    text = module.text
    names = [a for a in statement.names if a not in leaving]
    lines = {a.lineno for a in statement.names}
    own_lines = len(lines) == len(statement.names) and statement.lineno not in lines
    place = _order([a.name for a in names])
    later = next((a for a in names if place(a.name) > place(needed.name)), None)
    lead = text.indent(names[0].lineno)
    if later is not None:
        start = module.span(later)[0]
        at = text.start(later.lineno) if own_lines else start
        written = f"{lead}{needed.written},{text.newline}" if own_lines else f"{needed.written}, "
        return [Splice(at, at, written, _WHY)]
    last = module.span(names[-1])[1]
    comma = after_filler(text, last)
    trails = text.text[comma] == ","
    if not own_lines:
        return [Splice(last, last, f", {needed.written}", _WHY)]
    below = text.start(text.line_of(comma if trails else last) + 1)
    line = Splice(below, below, f"{lead}{needed.written},{text.newline}", _WHY)
    return [line] if trails else [Splice(last, last, ",", _WHY), line]


def _order(names: Sequence[str]) -> Callable[[str], tuple[int, str]]:
    """Constants before classes before the rest, as isort and ruff have it, unless the list is in plain order."""
    return _by_kind if sorted(names, key=_by_kind) == list(names) else lambda name: (0, name.lower())


def _by_kind(name: str) -> tuple[int, str]:
    kind = 0 if name.isupper() and len(name) > 1 else 1 if name[:1].isupper() else 2
    return kind, name.lower()


def _new_import(module: Module, dotted: str, names: Sequence[Needed], leaving: Set[ast.AST]) -> Splice:
    text, newline = module.text, module.text.newline
    line = f"from {dotted} import {', '.join(n.written for n in names)}{newline}"
    every = [s for s in module.tree.body if isinstance(s, (ast.Import, ast.ImportFrom)) and _source(s) != "__future__"]
    imports = [s for s in every if s not in leaving] or every[:1]
    family = [s for s in imports if _source(s).split(".")[0] == dotted.split(".")[0]]
    later = next((s for s in family if isinstance(s, ast.ImportFrom) and _source(s) > dotted), None)
    if later is not None:
        at = text.start(later.lineno)
        return Splice(at, at, line, _WHY)
    if family or imports:
        last = (family or imports)[-1]
        at = text.start(last.lineno) if last in leaving else text.start((last.end_lineno or last.lineno) + 1)
        return Splice(at, at, line if family or last in leaving else newline + line, _WHY)
    return _first_import(module, line)


def _first_import(module: Module, line: str) -> Splice:
    body, text = module.tree.body, module.text
    opening = [s for s in body if isinstance(s, ast.ImportFrom) and s.module == "__future__"][-1:]
    if not opening and body and isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
        opening = [body[0]]  # type: ignore[list-item]
    if opening:
        at = text.start((opening[-1].end_lineno or 0) + 1)
        return Splice(at, at, text.newline + line, _WHY)
    at = text.start(body[0].lineno) if body else 0
    return Splice(at, at, line + text.newline * 2, _WHY)


def _source(statement: Import) -> str:
    if isinstance(statement, ast.Import):
        return statement.names[0].name
    return "." * statement.level + (statement.module or "")


def imports_inside(
    module: Module, function: ast.FunctionDef | ast.AsyncFunctionDef, needed: Iterable[Needed]
) -> Splice:
    """The imports at the top of a function's body, below its docstring."""
    text, body = module.text, function.body
    first = (
        body[1]
        if len(body) > 1 and isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant)
        else body[0]
    )
    line = min([first.lineno, *(d.lineno for d in getattr(first, "decorator_list", ()))])
    indent = text.indent(line)
    written = "".join(f"{indent}from {n.module} import {n.written}{text.newline}" for n in needed)
    return Splice(text.start(line), text.start(line), f"{written}{text.newline}", _WHY)
