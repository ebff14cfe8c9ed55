"""``@switches(["new", "other"])`` of a helper that forces each name of its list into the list without the flag's."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import replace

from legacy_codemod.displays import take_out_elements
from legacy_codemod.draft import Draft, pieces
from legacy_codemod.index.callers import Callee, argument
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import target
from legacy_codemod.index.symbols import Symbol, definition, last_name
from legacy_codemod.layout.splice import Splice
from legacy_codemod.testing import is_test
from legacy_codemod.tests_cleanup import functions as parts
from legacy_codemod.tests_cleanup.anchors import Statement, anchor
from legacy_codemod.tests_cleanup.forms import settings
from legacy_codemod.tests_cleanup.forms.setting import Key, Setting
from legacy_codemod.tests_cleanup.judge import Forced, Judge
from legacy_codemod.truth import Why


def without_listed(draft: Draft, judge: Judge, modules: Sequence[Module], why: Why) -> Draft:
    """Take the flag out of lists of names that a helper forces one by one; the last name of a list stays."""
    changed = {module.path: list(_cuts(judge, module, why)) for module in modules}
    return draft.spliced({m.path: pieces(m, changed[m.path]) for m in modules if changed[m.path]})


def _cuts(judge: Judge, module: Module, why: Why) -> Iterator[Splice]:
    for call in (node for node in module.nodes if isinstance(node, ast.Call)):
        for display in (*call.args, *(keyword.value for keyword in call.keywords)):
            if not isinstance(display, (ast.List, ast.Tuple)) or not (helper := _helper(judge, module, call)):
                continue
            each = _forced_by(judge, helper, _parameter(helper, call, display))
            gone = [i for i, name in enumerate(display.elts) if each and _is_kept(judge, module, each, name)]
            if gone and len(gone) < len(display.elts):
                yield from take_out_elements(module, display, gone, why)


def _helper(judge: Judge, module: Module, call: ast.Call) -> Callee | None:
    """The function of a test file that is called, undecorated but for ``contextmanager``."""
    found = target(judge.world, module, call.func) if isinstance(call.func, (ast.Name, ast.Attribute)) else None
    if not isinstance(found, Symbol) or not is_test(found.path):
        return None
    node, own = definition(judge.world, found), judge.world.module(found.path)
    if own is None or not isinstance(node, parts.FUNCTIONS) or parts.owner_class(own, node):
        return None
    free = all(last_name(decorator) == "contextmanager" for decorator in node.decorator_list)
    return Callee(own, node) if free else None


def _parameter(helper: Callee, call: ast.Call, display: ast.expr) -> str:
    for parameter in parts.parameters(helper.function):
        given = argument(helper, call, parameter.arg)
        if given is display or getattr(given, "value", None) is display:
            return parameter.arg
    return ""


def _forced_by(judge: Judge, helper: Callee, name: str) -> list[Setting]:
    """What a helper does with each name of the list, where it does nothing else with the list; else nothing."""
    module = helper.module
    scope = module.scopes.of_node[helper.function]
    loads = scope.loads.get(name, [])
    loops = [module.scopes.parents[load] for load in loads]
    found: list[Setting] = []
    for load, loop in zip(loads, loops, strict=True):
        if not isinstance(loop, ast.For) or loop.iter is not load or not isinstance(loop.target, ast.Name):
            return []
        every = list(settings(judge.world, module, (node for s in loop.body for node in ast.walk(s))))
        places = [anchor(module, setting.node) for setting in every]
        inner = module.scopes.at_name[loop.target]
        keys = [s.what.node for s in every if isinstance(s.what, Key) and isinstance(s.value, ast.Constant)]
        set_one_by_one = [p.node for p in places if isinstance(p, Statement) and not p.name] == loop.body
        if loop.orelse or not set_one_by_one or keys != inner.loads.get(loop.target.id):
            return []
        found += every
    return found if len(scope.bindings.get(name, ())) == 1 else []


def _is_kept(judge: Judge, module: Module, each: Sequence[Setting], name: ast.expr) -> bool:
    """Whether the helper forces the flag to its kept value, where it is given ``name``."""
    told = (replace(s, what=replace(s.what, node=name)) for s in each if isinstance(s.what, Key))
    return all(judge.forced(module, setting) is Forced.KEPT for setting in told)
