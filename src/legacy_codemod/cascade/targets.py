"""``OLD = NEW = "x"`` and ``OLD, NEW = "a", "b"`` into ``NEW = …``: one target of an assignment that binds several."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Mapping, Sequence

from legacy_codemod.cascade.guarded import is_guarded, never_raises
from legacy_codemod.cascade.making import acts_on_nothing
from legacy_codemod.index.module import Module
from legacy_codemod.index.world import World
from legacy_codemod.layout.spans import after_filler
from legacy_codemod.layout.splice import Splice
from legacy_codemod.truth import Why

Bound = ast.stmt | ast.expr  # the whole statement that binds a name, or its one target of several
_GROUPED = (ast.NamedExpr, ast.Yield, ast.YieldFrom)


def binds_several(module: Module, node: ast.AST) -> bool:
    """Whether the assignment that binds ``node`` has other targets too."""
    parent = module.scopes.parents.get(node)
    while isinstance(parent, (ast.Tuple, ast.List, ast.Starred)):
        parent = module.scopes.parents.get(parent)
    return isinstance(parent, ast.Assign) and (len(parent.targets) > 1 or node not in parent.targets)


def shared_target(world: World, module: Module, node: ast.AST) -> ast.expr | None:
    """``node``, where it is one target of several and the others stay as they are without it."""
    statement = _statement(module, node)
    if not isinstance(node, (ast.Name, ast.Attribute)) or statement is None or _is_read(statement, node):
        return None
    if node in statement.targets:
        return node if _behind(module, node) and not _is_alias(module, statement) else None
    value = dict(_pairs(statement))[node]
    if "\n" in module.source(statement) or not acts_on_nothing(world, module, value):
        return None
    name = node.id if isinstance(node, ast.Name) else node.attr
    return None if is_guarded(module, statement, {name}) and not never_raises(value) else node


def without_targets(
    world: World, module: Module, gone: Mapping[Bound, Why]
) -> tuple[dict[ast.stmt, Why], list[Splice]]:
    """The statements of ``gone`` with those that lose every target, and the splices for the others.

    A value that may act keeps the last of its targets: what becomes of that, the next sweep says.
    """
    whole = {node: why for node, why in gone.items() if isinstance(node, ast.stmt)}
    shared: dict[ast.Assign, list[ast.expr]] = defaultdict(list)
    for node in gone:
        if isinstance(node, ast.expr) and (statement := _statement(module, node)) and statement not in whole:
            shared[statement].append(node)
    splices: list[Splice] = []
    for statement, nodes in shared.items():
        every = _targets(statement)
        left = [target for target in every if target not in nodes]
        if not left and acts_on_nothing(world, module, statement.value):
            whole[statement] = gone[nodes[0]]
        else:
            cut = _without_links if len(statement.targets) > 1 else _without_pairs
            splices += cut(module, statement, left or every[-1:], gone[nodes[0]])
    return whole, splices


def _statement(module: Module, node: ast.AST) -> ast.Assign | None:
    parent = module.scopes.parents.get(node)
    parent = module.scopes.parents.get(parent) if isinstance(parent, ast.Tuple) else parent
    return parent if isinstance(parent, ast.Assign) and node in _targets(parent) else None


def _targets(statement: ast.Assign) -> list[ast.expr]:
    """Its targets, where there are several: those of a chain, or those of a row that have a value of their own."""
    return statement.targets if len(statement.targets) > 1 else [target for target, _ in _pairs(statement)]


def _pairs(statement: ast.Assign) -> list[tuple[ast.expr, ast.expr]]:
    """``a, b = 1, 2`` → ``a`` with ``1`` and ``b`` with ``2``."""
    match statement:
        case ast.Assign(targets=[ast.Tuple(elts=[_, _, *_] as names)], value=ast.Tuple(elts=values)):
            starred = any(isinstance(part, ast.Starred) for part in (*names, *values))
            return list(zip(names, values, strict=True)) if len(names) == len(values) and not starred else []
    return []


def _is_read(statement: ast.Assign, node: ast.expr) -> bool:
    """Whether another target reads the name: ``a = a[0] = value``."""
    name = getattr(node, "id", "")
    inner = (n for target in statement.targets for n in ast.walk(target))
    return any(isinstance(n, ast.Name) and n.id == name and isinstance(n.ctx, ast.Load) for n in inner)


def _is_alias(module: Module, statement: ast.Assign) -> bool:
    """Whether a base class may make one thing of the names: the first case of an enumeration names the others."""
    owner = module.scopes.parents.get(statement)
    return isinstance(owner, ast.ClassDef) and bool(owner.bases or owner.keywords)


def _behind(module: Module, link: ast.expr) -> int:
    """The offset of what follows ``link =``; 0 where parentheses of its own stand around the target."""
    sign = after_filler(module.text, module.span(link)[1])
    return after_filler(module.text, sign + 1) if module.text.text[sign] == "=" else 0


def _without_links(module: Module, statement: ast.Assign, left: Sequence[ast.expr], why: Why) -> list[Splice]:
    gone = [target for target in statement.targets if target not in left]
    return [Splice(module.span(target)[0], _behind(module, target), "", why) for target in gone]


def _without_pairs(module: Module, statement: ast.Assign, left: Sequence[ast.expr], why: Why) -> list[Splice]:
    pairs = [(target, value) for target, value in _pairs(statement) if target in left]
    sides = (statement.targets[0], [t for t, _ in pairs]), (statement.value, [v for _, v in pairs])
    return [Splice(*module.span(side), _row(module, side, parts), why) for side, parts in sides]


def _row(module: Module, whole: ast.expr, parts: Sequence[ast.expr]) -> str:
    """What is left of one side: ``(a, b, c)`` → ``(b, c)`` → ``c``."""
    grouped = (f"({module.source(p)})" if isinstance(p, _GROUPED) else module.source(p) for p in parts)
    source, row = module.source(whole), ", ".join(grouped)
    return f"({row})" if len(parts) > 1 and source.startswith("(") and source.endswith(")") else row
