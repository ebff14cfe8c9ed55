"""Imports that became unused into the splices that take their aliases out."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from legacy_codemod.cascade.acting import acts
from legacy_codemod.cascade.alive import Alive
from legacy_codemod.cascade.dotted import is_covered, needs, shares_its_name
from legacy_codemod.cascade.guarded import is_guarded, sees_all
from legacy_codemod.cascade.passed_on import is_used_from_outside
from legacy_codemod.index.from_imports import import_base
from legacy_codemod.index.module import Module
from legacy_codemod.index.scopes import Kind, Scope
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.index.world import World
from legacy_codemod.layout.commas import take_out
from legacy_codemod.layout.joining import fits, joined
from legacy_codemod.layout.splice import Splice
from legacy_codemod.truth import Why

Reads = tuple[Module, list[ast.Name]]  # where a name is read, and in which file


def unused_aliases(before: Module, now: Module, alive: Alive) -> list[ast.alias]:
    """Aliases of ``now`` whose name was used where the item began and is not any more."""
    found: list[ast.alias] = []
    for scope in (now.scopes.module, *now.scopes.of_node.values()):
        for name, bindings in scope.bindings.items():
            imports = [b.node for b in bindings if isinstance(b.node, ast.alias)]
            earlier = _earlier(before, scope, name) if imports else []
            read = [load for s in earlier for load in s.loads.get(name, ())]
            if any(b.kind is Kind.OTHER for b in bindings) or not read:
                continue
            if any(shares_its_name(s.bindings[name]) for s in earlier):
                imports = _unneeded((before, read), (now, scope.loads.get(name, [])), imports)
                used = bool(imports) and _is_seen(now, scope, name, alive)
            else:
                used = bool(scope.loads.get(name)) or _is_seen(now, scope, name, alive)
            found += [alias for alias in imports if not used and not _is_asked_for(now, alias)]
    return found


def _unneeded(before: Reads, now: Reads, imports: Sequence[ast.alias]) -> list[ast.alias]:
    """Those of imports that bind one name which a read needed and none does any more, nor any on its way."""
    gone: list[ast.alias] = []
    for alias in imports:
        others = [other for other in imports if other is not alias and other not in gone]
        if needs(*before, alias) and not needs(*now, alias) and is_covered(*now, alias, others):
            gone.append(alias)
    return gone


def idle_stars(start: World, module: Module, now: World) -> Iterator[tuple[ast.alias, str]]:
    """Each ``from … import *`` of a file of the repository that brought names and brings none any more."""
    for node in module.imports:
        base = (
            import_base(now, module, node) if isinstance(node, ast.ImportFrom) and node.names[0].name == "*" else None
        )
        if not isinstance(base, Symbol):
            continue
        before, later = start.module(base.path), now.module(base.path)
        if before and later and _brings(before) and not _brings(later) and not acts(later):
            yield node.names[0], base.path


def _brings(module: Module) -> bool:
    """Whether a star import of the file may bind a name."""
    return any(name != "__all__" for name in module.scopes.module.bindings)


def _is_asked_for(module: Module, alias: ast.alias) -> bool:
    """Whether the import says that it stays though nothing here uses it, or an error handler depends on it."""
    statement = module.scopes.parents[alias]
    if alias.asname == alias.name or re.search(r"#\s*noqa:[^#]*\bF401\b", module.text.line(alias.lineno)):
        return True
    name = alias.asname or alias.name.split(".")[0]
    return isinstance(statement, ast.stmt) and is_guarded(module, statement, {name})


def _is_seen(module: Module, scope: Scope, name: str, alive: Alive) -> bool:
    """Whether something other than a read in the file may use the name."""
    if sees_all(module, scope):
        return True
    if scope.is_module and name in module.doctests:
        return True
    return scope.is_module and is_used_from_outside(module, name, alive)


def _earlier(before: Module, scope: Scope, name: str) -> list[Scope]:
    """The scopes of where the item began that bound the name, and in which the file itself may have read it."""
    wanted = getattr(scope.node, "name", "")
    every = [before.scopes.module] if scope.is_module else before.scopes.of_node.values()
    return [s for s in every if name in s.bindings and getattr(s.node, "name", "") == wanted]


def take_out_aliases(module: Module, gone: Mapping[ast.alias, Why]) -> tuple[list[Splice], dict[ast.stmt, Why]]:
    """The splices that remove single aliases, and the import statements that lose them all."""
    whole: dict[ast.stmt, Why] = {}
    splices: list[Splice] = []
    for statement in _statements(module, gone):
        indexes = [i for i, alias in enumerate(statement.names) if alias in gone]
        why = gone[statement.names[indexes[0]]]
        if len(indexes) == len(statement.names):
            whole[statement] = why
        else:
            splices += _without_some(module, statement, indexes, why)
    return splices, whole


def _without_some(
    module: Module, statement: ast.Import | ast.ImportFrom, gone: Sequence[int], why: Why
) -> list[Splice]:
    """An import that only its length put in parentheses loses them where what is left fits on one line.

    ::

        from app import (          from app import (
            a, b, gone                 a,
        )                              gone,    a comma at the end asks for lines of their own: those stay
                                   )
    """
    start, end = module.span(statement)
    source = module.text.text[start:end]
    head, opening, listed = source.partition("(")
    left = [module.source(alias) for index, alias in enumerate(statement.names) if index not in gone]
    exploded = listed.rstrip(") \t\r\n").endswith(",")
    if opening and "\n" not in head and "\n" in source and joined(listed) and not exploded:
        line = head + ", ".join(left)
        if fits(module.text, module.text.indent(module.text.line_of(start)) + line):
            return [Splice(start, end, line, why)]
    return take_out(module.text, [module.span(a) for a in statement.names], gone, why)


def _statements(module: Module, gone: Iterable[ast.alias]) -> Iterator[ast.Import | ast.ImportFrom]:
    seen = dict.fromkeys(module.scopes.parents[alias] for alias in gone)
    yield from (s for s in seen if isinstance(s, (ast.Import, ast.ImportFrom)))
