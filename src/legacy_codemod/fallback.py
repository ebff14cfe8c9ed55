"""A declared fallback into the text that stands in for a removed call, and the imports that text needs."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import Symbol, bound_target, import_base, member
from legacy_codemod.index.scopes import Scope
from legacy_codemod.index.world import World
from legacy_codemod.layout.splice import Splice
from legacy_codemod.truth import Why


@dataclass(frozen=True, slots=True)
class Needed:
    """``from module import name`` (``as alias``), for a name of the fallback."""

    module: str
    name: str
    alias: str = ""

    @property
    def bound(self) -> str:
        """The name it is known by."""
        return self.alias or self.name

    @property
    def written(self) -> str:
        """As it stands in an import list."""
        return f"{self.name} as {self.alias}" if self.alias else self.name


@dataclass(frozen=True, slots=True)
class Fallback:
    """A fallback as one file can write it."""

    text: str
    raises: bool
    needed: tuple[Needed, ...] = ()
    inside: bool = False  # the imports stand in the function, since at the top they would make a cycle


def fitted(world: World, module: Module, declared: str, scope: Scope) -> Fallback:
    """``declared`` with each dotted name as ``module`` may write it in ``scope``."""
    tree = ast.parse(declared)
    needed: list[Needed] = []
    text = declared
    for node, parts in sorted(_dotted_names(tree), key=lambda pair: -pair[0].col_offset):
        dotted_module, name, rest = _split(world, parts)
        if not name:
            continue
        wanted = _known_as(world, module, (dotted_module, name), scope)
        if isinstance(wanted, Needed):
            needed.append(wanted)
        bound = wanted.bound if isinstance(wanted, Needed) else wanted
        text = text[: node.col_offset] + ".".join([bound, *rest]) + text[node.end_col_offset :]
    imports = tuple(dict.fromkeys(reversed(needed)))
    inside = any(_makes_cycle(world, module, n.module) for n in imports)
    return Fallback(text, isinstance(tree.body[0], ast.Raise), imports, inside)


def _dotted_names(tree: ast.AST) -> Iterator[tuple[ast.Attribute, list[str]]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and (parts := _parts(node)) and not _is_inner(tree, node):
            yield node, parts


def _is_inner(tree: ast.AST, node: ast.Attribute) -> bool:
    return any(isinstance(outer, ast.Attribute) and outer.value is node for outer in ast.walk(tree))


def _parts(node: ast.expr) -> list[str]:
    if isinstance(node, ast.Name):
        return [node.id]
    inner = _parts(node.value) if isinstance(node, ast.Attribute) else []
    return [*inner, node.attr] if inner and isinstance(node, ast.Attribute) else []


def _split(world: World, parts: Sequence[str]) -> tuple[str, str, list[str]]:
    """The longest module of the repository, the name in it, and what is read of that; else all but the last part."""
    for length in range(len(parts) - 1, 0, -1):
        dotted = ".".join(parts[:length])
        if world.find(dotted) or world.is_package_folder(dotted):
            return dotted, parts[length], list(parts[length + 1 :])
    return ".".join(parts[:-1]), parts[-1], []


def _known_as(world: World, module: Module, wanted: tuple[str, str], scope: Scope) -> str | Needed:
    dotted, name = wanted
    path = world.find(dotted)
    symbol = member(world, Symbol(path), name) if path else f"{dotted}.{name}"
    top = module.scopes.module
    for bound in top.bindings:
        if bound_target(world, module, top, bound) == symbol and not _shadowed(scope, bound):
            return bound
    taken = name in top.bindings or _shadowed(scope, name)
    return Needed(dotted, name, f"fallback_{name}" if taken else "")


def _shadowed(scope: Scope, name: str) -> bool:
    current: Scope | None = scope
    while current is not None and not current.is_module:
        if name in current.bindings:
            return True
        current = current.parent
    return False


def _makes_cycle(world: World, module: Module, dotted: str) -> bool:
    """Whether the module at ``dotted`` imports ``module``, by way of whichever others, at the top level."""
    start = world.find(dotted)
    waiting, seen = [start] if start else [], set()
    while waiting:
        path = waiting.pop()
        if path == module.path:
            return True
        other = world.module(path) if path not in seen else None
        seen.add(path)
        for statement in other.tree.body if other else ():
            waiting += [p for p in _imported(world, other, statement) if p not in seen] if other else []
    return False


def _imported(world: World, module: Module, statement: ast.stmt) -> Iterator[str]:
    if isinstance(statement, ast.Import):
        yield from (path for alias in statement.names if (path := world.find(alias.name, module.path)))
    elif isinstance(statement, ast.ImportFrom):
        base = import_base(world, module, statement)
        if isinstance(base, Symbol):
            yield base.path
            for alias in statement.names:
                found = member(world, base, alias.name)
                if isinstance(found, Symbol) and not found.name:
                    yield found.path


def import_splices(module: Module, needed: Sequence[Needed], why: Why) -> list[Splice]:
    """Put the imports where the file's own order would have them."""
    splices: list[Splice] = []
    for dotted in dict.fromkeys(n.module for n in needed):
        names = [n for n in needed if n.module == dotted]
        existing = _existing(module, dotted)
        splices += _joined(module, existing, names, why) if existing else [_new_import(module, dotted, names, why)]
    return splices


def _existing(module: Module, dotted: str) -> ast.ImportFrom | None:
    for statement in module.tree.body:
        if isinstance(statement, ast.ImportFrom) and statement.module == dotted and not statement.level:
            return statement if statement.names[0].name != "*" else None
    return None


def _joined(module: Module, statement: ast.ImportFrom, names: Sequence[Needed], why: Why) -> list[Splice]:
    """``from m import a, c`` + ``b`` → ``from m import a, b, c``; each on its own line where the others are."""
    splices = []
    for needed in names:
        later = next((a for a in statement.names if a.name.lower() > needed.name.lower()), None)
        lines = {a.lineno for a in statement.names}
        own_lines = len(lines) == len(statement.names) and statement.lineno not in lines
        lead = module.text.newline + module.text.indent(statement.names[0].lineno) if own_lines else " "
        if later is not None:
            at = module.span(later)[0]
            splices.append(Splice(at, at, f"{needed.written},{lead}", why))
        else:
            at = module.span(statement.names[-1])[1]
            splices.append(Splice(at, at, f",{lead}{needed.written}", why))
    return splices


def _new_import(module: Module, dotted: str, names: Sequence[Needed], why: Why) -> Splice:
    text, newline = module.text, module.text.newline
    line = f"from {dotted} import {', '.join(sorted(n.written for n in names))}{newline}"
    imports = [s for s in module.tree.body if isinstance(s, (ast.Import, ast.ImportFrom)) and _source(s) != "__future__"]
    family = [s for s in imports if _source(s).split(".")[0] == dotted.split(".")[0]]
    later = next((s for s in family if isinstance(s, ast.ImportFrom) and _source(s) > dotted), None)
    if later is not None:
        at = text.start(later.lineno)
        return Splice(at, at, line, why)
    if family or imports:
        last = (family or imports)[-1]
        at = text.start((last.end_lineno or last.lineno) + 1)
        return Splice(at, at, line if family else newline + line, why)
    return _first_import(module, line, why)


def _first_import(module: Module, line: str, why: Why) -> Splice:
    body, text = module.tree.body, module.text
    opening = [s for s in body if isinstance(s, ast.ImportFrom) and s.module == "__future__"]
    if not opening and body and isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
        opening = [body[0]]  # type: ignore[list-item]
    if opening:
        at = text.start((opening[-1].end_lineno or 0) + 1)
        return Splice(at, at, text.newline + line, why)
    at = text.start(body[0].lineno) if body else 0
    return Splice(at, at, line + text.newline * 2, why)


def _source(statement: ast.Import | ast.ImportFrom) -> str:
    return statement.names[0].name if isinstance(statement, ast.Import) else "." * statement.level + (statement.module or "")
