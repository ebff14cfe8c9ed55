"""A definition into the places of the repository that use it, by name, by attribute or by a string."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from legacy_codemod.index import resolve, symbols
from legacy_codemod.index.alternatives import alternatives, imported
from legacy_codemod.index.from_imports import import_base
from legacy_codemod.index.module import Module
from legacy_codemod.index.reach import may_reach
from legacy_codemod.index.settings import is_gathered
from legacy_codemod.index.symbols import Symbol, last_name
from legacy_codemod.index.texts import line_that_names
from legacy_codemod.index.world import World, dotted_name, is_python

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


class How(StrEnum):
    """The way a definition is reached."""

    NAME = "name"  # read by its name, in its file or where it is imported
    ATTRIBUTE = "attribute"
    IMPORT = "import"  # an alias that brings it in; a use only where the alias is used
    EXPORT = "__all__"
    STRING = "string"
    TEXT = "text"  # in a file that is not Python, or that cannot be parsed


@dataclass(frozen=True, eq=False, slots=True)
class Use:
    """One place that reaches a definition."""

    path: str
    line: int
    how: How
    node: ast.AST | None = None
    module: Module | None = None


def uses(world: World, symbol: Symbol) -> Iterator[Use]:
    """Every use of a module's or class's name, its own definition's inside included."""
    return _uses_in(world, symbol, world.tree.holding(symbol.last))


def nearest_uses(world: World, symbol: Symbol) -> Iterator[Use]:
    """The same, those of its own file first: who wants to know of one seldom has to look for another file."""
    yield from own_uses(world, symbol)
    yield from _uses_in(world, symbol, (path for path in world.tree.holding(symbol.last) if path != symbol.path))


def own_uses(world: World, symbol: Symbol) -> Iterator[Use]:
    """Those of its own file, for which nothing has to be looked for."""
    return _uses_in(world, symbol, [symbol.path] if symbol.path in world.tree.path_set else [])


def _uses_in(world: World, symbol: Symbol, paths: Iterable[str]) -> Iterator[Use]:
    last = symbol.last
    for path in paths:
        module = world.module(path) if is_python(path) else None
        if (module is None or last in module.hidden) and (line := line_that_names(world, path, symbol)):
            yield Use(path, line, How.TEXT)
        if module is None:
            continue
        if "." in symbol.name:
            yield from _member_uses(world, module, symbol)
        else:
            yield from _module_uses(world, module, symbol)


def _module_uses(world: World, module: Module, symbol: Symbol) -> Iterator[Use]:
    for name, alias in _local_names(world, module, symbol):
        if alias is not None:
            yield Use(module.path, alias.lineno, How.IMPORT, alias, module)  # type: ignore[attr-defined]
        for load in _loads(module, name, alias):
            yield Use(module.path, load.lineno, How.NAME, load, module)
    for node in module.attributes.get(symbol.last, ()):
        found = resolve.target(world, module, node)
        if found == symbol or is_gathered(found, symbol.last) or symbol in alternatives(world, module, node):
            yield Use(module.path, node.lineno, How.ATTRIBUTE, node, module)
    yield from _string_uses(world, module, symbol)
    yield from _doctest_uses(module, symbol)


def _local_names(world: World, module: Module, symbol: Symbol) -> Iterator[tuple[str, ast.AST | None]]:
    """The names under which ``module`` knows the symbol, with the import alias that says so."""
    if module.path == symbol.path:
        yield symbol.name, None
    for node in module.imports:
        for alias in node.names if isinstance(node, ast.ImportFrom) else ():
            if alias.name == symbol.last and symbol in imported(world, module, alias):
                yield alias.asname or alias.name, alias
            if alias.name == "*" and isinstance(node, ast.ImportFrom) and _star_brings(world, module, node, symbol):
                yield symbol.last, None


def _star_brings(world: World, module: Module, node: ast.ImportFrom, symbol: Symbol) -> bool:
    base = import_base(world, module, node)
    return resolve.member(world, base, symbol.last) == symbol


def _loads(module: Module, name: str, alias: ast.AST | None) -> Iterator[ast.Name]:
    scope = module.scopes.enclosing(alias) if alias is not None else module.scopes.module
    if name in scope.bindings:
        yield from scope.loads.get(name, ())
        return
    for node in module.scopes.at_name:  # brought in by a star import: bound nowhere that we can see
        if node.id == name and module.scopes.resolve(node) is None:
            yield node


def _member_uses(world: World, module: Module, symbol: Symbol) -> Iterator[Use]:
    owner, _, last = symbol.name.rpartition(".")
    for node in module.attributes.get(last, ()):
        found = resolve.target(world, module, node)
        if is_gathered(found, symbol.last) or may_reach(world, module, node, symbol):
            yield Use(module.path, node.lineno, How.ATTRIBUTE, node, module)
    class_node = symbols.class_node(world, Symbol(symbol.path, owner)) if module.path == symbol.path else None
    if class_node is not None:
        for load in module.scopes.of_node[class_node].loads.get(last, ()):
            yield Use(module.path, load.lineno, How.NAME, load, module)
    for keyword in module.keywords.get(last, ()) if _is_field(world, symbol) else ():
        yield Use(module.path, keyword.value.lineno, How.NAME, keyword, module)
    yield from _string_uses(world, module, symbol)


def _is_field(world: World, symbol: Symbol) -> bool:
    """Whether a call may pass it by its name: a field of a dataclass, a property; no method, and no plain attribute."""
    nodes = [binding.node for binding in symbols.bindings(world, symbol)]
    return any(not isinstance(n, _FUNCTIONS) or any(map(_is_property, n.decorator_list)) for n in nodes)


def _is_property(decorator: ast.expr) -> bool:
    return "property" in last_name(decorator)


def _doctest_uses(module: Module, symbol: Symbol) -> Iterator[Use]:
    text = module.doctests.get(symbol.last)
    if text is not None and (module.path == symbol.path or symbol.last in module.scopes.module.bindings):
        yield Use(module.path, text.lineno, How.STRING, text, module)


def _string_uses(world: World, module: Module, symbol: Symbol) -> Iterator[Use]:
    for text in module.paths_in_strings.get(symbol.last, ()):
        if module.exported.get(symbol.last) is text:
            if "." not in symbol.name and _exports(world, module, symbol):
                yield Use(module.path, text.lineno, How.EXPORT, text, module)
        elif _path_fits(world, str(text.value), symbol):
            yield Use(module.path, text.lineno, How.STRING, text, module)
    for text, path in module.entries_in_strings.get(symbol.last, ()):
        if _path_fits(world, path, symbol):
            yield Use(module.path, text.lineno, How.STRING, text, module)


def _exports(world: World, module: Module, symbol: Symbol) -> bool:
    return resolve.member(world, Symbol(module.path), symbol.last) == symbol


def _is_file_or_label(world: World, parts: list[str], symbol: Symbol) -> bool:
    """``main.py`` and ``fail:`` say nothing of a function ``main`` or ``fail``; ``Flags.new`` does of a class."""
    return not all(parts) or parts[-1] == "py" or isinstance(symbols.definition(world, symbol), _FUNCTIONS)


def _path_fits(world: World, value: str, symbol: Symbol) -> bool:
    """Whether a path in a string may lead to the symbol: what stands before its last name fits where it is defined."""
    parts = re.split(r"[.:]", value)
    position = parts.index(symbol.last)
    prefix = parts[:position]
    if not prefix:
        return position == len(parts) - 1 or not _is_file_or_label(world, parts, symbol)
    if symbol.name and world.find(".".join(parts[: position + 1])) is not None:
        return False  # it names a module
    full = [*dotted_name(world, symbol.path).split("."), *symbol.name.split(".")[:-1]]
    if full[-len(prefix) :] == prefix or prefix[-1] in full:
        return True
    path = world.find(".".join(prefix))
    return path is not None and resolve.member(world, Symbol(path), symbol.last) == symbol
