"""Parameters of test helpers that nothing reads any more into helpers and calls without them."""

from __future__ import annotations

import ast
from collections import defaultdict

from legacy_codemod.displays import take_out_parts
from legacy_codemod.draft import Draft, pieces
from legacy_codemod.index.callers import Callee, Caller, argument, callers
from legacy_codemod.index.world import World
from legacy_codemod.layout.splice import Splice
from legacy_codemod.testing import is_test
from legacy_codemod.tests_cleanup import functions as parts
from legacy_codemod.tests_cleanup.functions import Function
from legacy_codemod.tests_cleanup.signatures import take_parameters
from legacy_codemod.tests_cleanup.since import IsKept, changed_tests, pairs, why_of
from legacy_codemod.truth import Why

Splices = dict[str, list[Splice]]


def without_unread_helper_parameters(draft: Draft, before: World, is_kept: IsKept) -> Draft:
    """What a helper read where the step began and does not any more: one parameter a round, with what calls pass."""
    for earlier, later in changed_tests(draft, before, is_kept):
        for was, function in pairs(earlier, later):
            then, now = earlier.scopes.of_node[was].loads, later.scopes.of_node[function].loads
            for parameter in function.args.args if _is_helper(function) else ():
                if then.get(parameter.arg) and not now.get(parameter.arg):
                    why = why_of(draft, was, later.path, f"{parameter.arg} unused")
                    if splices := _without(draft.world, Callee(later, function), parameter, why):
                        if any(is_kept(path) or not is_test(path) for path in splices):
                            continue
                        parsed = {path: draft.world.module(path) for path in splices}
                        return draft.spliced({p: pieces(m, splices[p]) for p, m in parsed.items() if m})
    return draft


def _is_helper(function: Function) -> bool:
    special = parts.is_test_function(function) or parts.is_fixture(function) or parts.is_set_up(function)
    return not (special or function.decorator_list or function.name.startswith(("__", "pytest_")))


def _without(world: World, callee: Callee, parameter: ast.arg, why: Why) -> Splices | None:
    """``None`` where an override, or a call that is not understood, may need it."""
    if _is_overridden(world, callee.function.name):
        return None
    taken = take_parameters(callee.module, callee.function, [parameter], why)
    found: Splices = defaultdict(list)
    found[callee.module.path] += taken or []
    for caller in callers(world, callee):
        splices = _from_call(caller, callee, parameter.arg, why) if caller else None
        if caller is None or splices is None:
            return None
        found[caller.module.path] += splices
    return found if taken else None


def _is_overridden(world: World, name: str) -> bool:
    """Whether several functions have the name, so that a call may reach another one."""
    found = [m for path, _ in world.mentioning([name]) if (m := world.module(path))]
    return len([node for m in found for node in m.nodes if getattr(node, "name", "") == name]) > 1


def _from_call(caller: Caller, callee: Callee, name: str, why: Why) -> list[Splice] | None:
    given = argument(callee, caller.call, name)
    if given is None:
        return []
    value = given.value if isinstance(given, ast.keyword) else given
    if not isinstance(value, (ast.Constant, ast.Name, ast.Attribute)):
        return None
    return take_out_parts(caller.module, caller.call, [[*caller.call.args, *caller.call.keywords].index(given)], why)
