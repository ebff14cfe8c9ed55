"""Local names that became unused into the statements and splices that take them out."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field

from legacy_codemod.cascade.guarded import is_guarded, never_raises, sees_all
from legacy_codemod.cascade.making import acts_on_nothing
from legacy_codemod.cascade.targets import Bound, shared_target
from legacy_codemod.index.module import Module
from legacy_codemod.index.scopes import Binding, Kind, Scope
from legacy_codemod.index.symbols import functions_by_name
from legacy_codemod.index.world import World
from legacy_codemod.layout.spans import after_filler
from legacy_codemod.layout.splice import Splice
from legacy_codemod.truth import Why


@dataclass(eq=False)
class Locals:
    """What goes in one file: statements and single targets, and the target of assignments whose value may act."""

    gone: dict[Bound, Why] = field(default_factory=dict)
    splices: list[Splice] = field(default_factory=list)


def unused_locals(world: World, before: Module, now: Module) -> Locals:
    """Locals that were read where the item began and are not any more."""
    found = Locals()
    for earlier, later in _pairs(before, now):
        if sees_all(now, later):
            continue
        for name, bindings in later.bindings.items():
            if _read(later, name) or not _read(earlier, name) or name in later.outer:
                continue
            statements = [_statement(world, now, b) for b in bindings]
            if all(statements):
                for statement in statements:
                    _take(world, now, found, (name, statement))
    return found


def _read(scope: Scope, name: str) -> bool:
    return bool(scope.loads.get(name))


def _pairs(before: Module, now: Module) -> Iterator[tuple[Scope, Scope]]:
    """The scopes of functions that stand in both files under the same name."""
    earlier = _functions(before)
    for name, scopes in _functions(now).items():
        if len(scopes) == len(earlier.get(name, ())):
            yield from zip(earlier[name], scopes, strict=True)


def _functions(module: Module) -> dict[str, list[Scope]]:
    found = functions_by_name(module)
    return {name: [module.scopes.of_node[node] for node in nodes] for name, nodes in found.items()}


def _statement(world: World, module: Module, binding: Binding) -> Bound | None:
    shared = shared_target(world, module, binding.node)
    if isinstance(shared, ast.Name) and module.scopes.at_name[shared] is binding.scope:  # no inner `nonlocal`
        return shared
    if binding.kind not in (Kind.ASSIGN, Kind.FUNCTION, Kind.CLASS, Kind.DECLARE):
        return None
    if isinstance(binding.node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return binding.node if not binding.node.decorator_list else None
    statement = module.scopes.parents[binding.node]
    if isinstance(statement, ast.AnnAssign) or (isinstance(statement, ast.Assign) and len(statement.targets) == 1):
        return statement
    return None


def _take(world: World, module: Module, found: Locals, local: tuple[str, Bound | None]) -> None:
    name, statement = local
    why = (f"{name} unused",)
    value = getattr(statement, "value", None)
    if statement is None:
        return
    if isinstance(statement, ast.expr):
        found.gone[statement] = why
        return
    waits = value is not None and is_guarded(module, statement, {name}) and not never_raises(value)
    if value is None or (acts_on_nothing(world, module, value) and not waits):
        found.gone[statement] = why
    else:
        start = module.span(statement)[0]
        opening = module.text.text.index("=", module.span(_last_of_target(statement))[1])
        found.splices.append(Splice(start, _value_start(module, opening + 1), "", why))


def _last_of_target(statement: ast.stmt) -> ast.expr:
    if isinstance(statement, ast.AnnAssign):
        return statement.annotation
    assert isinstance(statement, ast.Assign)
    return statement.targets[0]


def _value_start(module: Module, offset: int) -> int:
    return after_filler(module.text, offset)
