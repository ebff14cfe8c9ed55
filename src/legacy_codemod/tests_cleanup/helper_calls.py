"""A setting in a helper of tests, to what the helper is told, into what each call of the helper forces."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from legacy_codemod.index.callers import Callee, Caller, argument, callers
from legacy_codemod.index.module import Module
from legacy_codemod.tests_cleanup import functions as parts
from legacy_codemod.tests_cleanup.anchors import Statement, anchor
from legacy_codemod.tests_cleanup.forms.setting import Setting
from legacy_codemod.tests_cleanup.judge import Forced, Judge, substituted
from legacy_codemod.tests_cleanup.marks import function_of
from legacy_codemod.tests_cleanup.rows import tables


@dataclass(frozen=True, eq=False, slots=True)
class Forcer:
    """A call of the helper, or a row of the table of the test that calls it."""

    module: Module
    node: ast.AST
    forced: Forced
    alone: bool  # what is forced ends with the call


def forcers(judge: Judge, module: Module, setting: Setting) -> list[Forcer] | None:
    """``None`` where the setting is in no helper, or where a call of it is not understood."""
    function = function_of(module, setting.node)
    if function is None or setting.value is None or parts.is_test_function(function) or parts.is_fixture(function):
        return None
    wanted = {n.id for n in ast.walk(setting.value) if isinstance(n, ast.Name)}
    names = wanted & {a.arg for a in parts.parameters(function)}
    if not names or parts.is_set_up(function) or function.decorator_list:
        return None
    callee, alone = Callee(module, function), not isinstance(anchor(module, setting.node), Statement)
    found: list[Forcer] = []
    for caller in callers(judge.world, callee):
        row = _passed(caller, callee, names) if caller else None
        if caller is None or row is None:
            return None
        found += [
            Forcer(caller.module, node, forced or Forced.UNCLEAR, alone)
            for node, forced in _by_row(judge, (module, setting), caller, row)
        ]
    return None if any(f.forced is Forced.UNCLEAR for f in found) else found


def _passed(caller: Caller, callee: Callee, names: set[str]) -> dict[str, ast.expr] | None:
    """What a call passes for each name, or the default; ``None`` where it may mean another thing in its own file."""
    found: dict[str, ast.expr] = {}
    for name in names:
        given = argument(callee, caller.call, name)
        value = given.value if isinstance(given, ast.keyword) else given or _default(callee, name)
        if value is None or (caller.module is not callee.module and not isinstance(value, ast.Constant)):
            return None
        found[name] = value
    return found


def _default(callee: Callee, name: str) -> ast.expr | None:
    arguments = callee.function.args
    defaults = dict(zip(reversed(callee.positional), reversed(arguments.defaults), strict=False))
    given = zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
    return defaults.get(name) or next((value for a, value in given if a.arg == name), None)


def _by_row(
    judge: Judge, place: tuple[Module, Setting], caller: Caller, row: Mapping[str, ast.expr]
) -> Iterator[tuple[ast.AST, Forced | None]]:
    """The call, or each row of the table that its arguments come from."""
    module, setting = place
    forced = judge.forced(module, setting, row)
    test = function_of(caller.module, caller.call)
    if forced is not Forced.UNCLEAR or test is None:
        yield caller.call, forced
        return
    used = {n.id for value in row.values() for n in ast.walk(value) if isinstance(n, ast.Name)}
    found = [t for t in tables(caller.module, test) if used & set(t.names)]
    if len(found) != 1:
        yield caller.call, forced
        return
    for element, cells in zip(found[0].elts, found[0].rows, strict=True):
        yield element, judge.forced(module, setting, {name: substituted(value, cells) for name, value in row.items()})
