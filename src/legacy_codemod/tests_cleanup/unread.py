"""Parameters of tests and fixtures that nothing reads any more into the draft without them."""

from __future__ import annotations

import ast

from legacy_codemod.draft import Draft, Pieces, pieces
from legacy_codemod.index.module import Module
from legacy_codemod.index.symbols import last_name
from legacy_codemod.index.world import World
from legacy_codemod.layout.splice import Splice
from legacy_codemod.tests_cleanup import functions as parts
from legacy_codemod.tests_cleanup.forms import mock_patch
from legacy_codemod.tests_cleanup.functions import Function
from legacy_codemod.tests_cleanup.rows import fed_names
from legacy_codemod.tests_cleanup.signatures import take_parameters
from legacy_codemod.tests_cleanup.since import IsKept, changed_tests, pairs, why_of

Held = tuple[Module, Function]


def without_unread_parameters(draft: Draft, before: World, is_kept: IsKept) -> Draft:
    """Fixtures that a test read where the step began and does not any more."""
    changed: dict[str, Pieces] = {}
    for earlier, later in changed_tests(draft, before, is_kept):
        splices: list[Splice] = []
        for was, function in pairs(earlier, later):
            gone = _unread(draft.world, (earlier, was), (later, function))
            if gone:
                why = why_of(draft, was, later.path, f"{gone[0].arg} unused")
                splices += take_parameters(later, function, gone, why) or []
        if splices:
            changed[later.path] = pieces(later, splices)
    return draft.spliced(changed)


def _unread(world: World, then: Held, now: Held) -> list[ast.arg]:
    (earlier, was), (later, function) = then, now
    if not (parts.is_test_function(function) or parts.is_fixture(function)):
        return []
    read, still = earlier.scopes.of_node[was].loads, later.scopes.of_node[function].loads
    fed = fed_names(later, function)
    if fed is None:
        return []
    gone = [a for a in parts.parameters(function) if read.get(a.arg) and not still.get(a.arg) and a.arg not in fed]
    given = _given(world, later, function) if gone else []
    return [a for a in gone if given is not None and a not in given]


def _given(world: World, module: Module, function: Function) -> list[ast.arg] | None:
    """The parameters that patchers and Hypothesis fill, and no fixture; ``None`` where that cannot be told."""
    owner = parts.owner_class(module, function)
    found: list[ast.arg] = []
    for place in (function, owner) if owner else (function,):
        for decorator in place.decorator_list:
            filled = mock_patch.filled(world, module, place, decorator)
            drawn = decorator if isinstance(decorator, ast.Call) and last_name(decorator.func) == "given" else None
            if filled is None or (drawn and drawn.args):
                return None
            names = {keyword.arg for keyword in drawn.keywords} if drawn else set()
            found += [parameter for test, parameter in filled if test is function]
            found += [parameter for parameter in parts.parameters(function) if parameter.arg in names]
    return found
