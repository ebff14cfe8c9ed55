"""A declared fallback into the text that stands in for a removed call in one file, and the imports that text needs."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legacy_codemod.index.from_imports import import_base
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import bound_target, member
from legacy_codemod.index.scopes import Binding, Kind, Scope, lookup
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.index.world import World


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
    problem: str = ""  # why this file cannot write it


def fitted(world: World, module: Module, declared: str, scope: Scope) -> Fallback:
    """``declared`` with each dotted name as ``module`` may write it in ``scope``."""
    tree = ast.parse(declared)
    needed: list[Needed] = []
    text = declared
    for node, parts in sorted(_dotted_names(tree), key=lambda pair: -pair[0].col_offset):
        dotted_module, name, rest = _split(world, parts)
        if _is_value(world, parts[0], scope):
            continue
        wanted = _known_as(world, module, (dotted_module, name), scope)
        if isinstance(wanted, Needed):
            needed.append(wanted)
        bound = wanted.bound if isinstance(wanted, Needed) else wanted
        text = text[: node.col_offset] + ".".join([bound, *rest]) + text[node.end_col_offset :]
    imports = tuple(dict.fromkeys(reversed(needed)))
    inside = any(_makes_cycle(world, module, n.module) for n in imports)
    problem = _unknown(world, module, tree, scope)
    return Fallback(text, isinstance(tree.body[0], ast.Raise), imports, inside, problem)


def _unknown(world: World, module: Module, tree: ast.AST, scope: Scope) -> str:
    """What the fallback names and nobody knows, as the end of a sentence; an empty string where all is known."""
    for node, parts in _dotted_names(tree):
        dotted, name, _ = _split(world, parts)
        path = world.find(dotted, module.path)
        known = _is_bound(scope, parts[0]) or path is None or world.module(path) is None
        if not known and member(world, Symbol(path or ""), name) is None:
            return f"the fallback names {ast.unparse(node)}, which {path} does not define"
    inner = {part.id for node in ast.walk(tree) for part in ast.walk(node) if _binds(node, part)}  # type: ignore[attr-defined]
    roots = {part.value for part in ast.walk(tree) if isinstance(part, ast.Attribute)}
    for part in ast.walk(tree):
        own = not isinstance(part, ast.Name) or part in roots or part.id in inner or hasattr(builtins, part.id)
        if isinstance(part, ast.Name) and not own and not _is_bound(scope, part.id):
            return f"the fallback names {part.id}, which this file does not know: write its dotted name"
    return ""


def _binds(node: ast.AST, part: ast.AST) -> bool:
    """Whether ``part`` is a name that the fallback binds itself: in a comprehension or by ``:=``."""
    return (
        isinstance(node, (ast.comprehension, ast.NamedExpr))
        and isinstance(part, ast.Name)
        and isinstance(part.ctx, ast.Store)
    )


def _is_bound(scope: Scope, name: str) -> bool:
    found = lookup(scope, name)
    return found is not None and any(b.kind is not Kind.DECLARE for b in found.bindings[name])


def _is_value(world: World, first: str, scope: Scope) -> bool:
    """Whether a dotted name begins with something the file binds, such as a parameter, and with no module."""
    return _is_bound(scope, first) and not (world.find(first) or world.is_package_folder(first))


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
    path = world.find(dotted, module.path)
    symbol = member(world, Symbol(path), name) if path else f"{dotted}.{name}"
    holder = Symbol(path) if path else dotted
    top = module.scopes.module
    bound = [b for b in top.bindings if not _shadowed(scope, b) and not _for_types_only(module, top.bindings[b])]
    known = {bound_target(world, module, top, name): name for name in bound}
    if symbol in known:
        return known[symbol]
    if holder in known:
        return f"{known[holder]}.{name}"
    taken = name in top.bindings or _shadowed(scope, name)
    return Needed(dotted, name, f"fallback_{name}" if taken else "")


def _for_types_only(module: Module, bindings: Sequence[Binding]) -> bool:
    outer = [o for b in bindings for o in module.scopes.ancestors(b.node) if isinstance(o, ast.If)]
    return any("TYPE_CHECKING" in module.source(o.test) for o in outer)


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
