"""A live use of a removed definition into the splices that stand in for it, or the refusal."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

from legacy_codemod.cascade.making import acts_on_nothing
from legacy_codemod.displays import take_out_elements
from legacy_codemod.fallback import Needed, fitted
from legacy_codemod.index.module import Module
from legacy_codemod.index.uses import How, Use
from legacy_codemod.index.world import World
from legacy_codemod.layout.splice import Splice
from legacy_codemod.model import Finding, Guards, Place
from legacy_codemod.removal.guards import guard_of
from legacy_codemod.removal.stand_in import Function, function_of, misplaced, stand_in
from legacy_codemod.removal.unfit import unfit
from legacy_codemod.truth import Why

_DISPLAYS = (ast.List, ast.Tuple, ast.Set)
_HOLDERS = (*_DISPLAYS, ast.Call, ast.keyword)


@dataclass(eq=False)
class Instead:
    """What stands in for the uses of one file."""

    module: Module
    splices: list[Splice] = field(default_factory=list)
    gone: dict[ast.stmt, Why] = field(default_factory=dict)
    aliases: dict[ast.alias, Why] = field(default_factory=dict)
    entries: dict[ast.Constant, Why] = field(default_factory=dict)
    elements: dict[ast.expr, Why] = field(default_factory=dict)
    needed: list[Needed] = field(default_factory=list)
    inside: dict[Function, dict[Needed, None]] = field(default_factory=dict)  # imports that stand in a function
    findings: list[Finding] = field(default_factory=list)
    fallbacks: list[Finding] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Terms:
    """What the inventory allows: the fallback for a call, and whether guards may go."""

    fallback: str = ""
    guards: Guards = Guards.REFUSE


def instead(world: World, use: Use, terms: Terms, into: Instead, why: Why) -> str:
    """Note what stands in for ``use`` in ``into``; gives the reason where nothing can, else an empty string."""
    node = use.node
    match use.how, node:
        case How.IMPORT, ast.alias():
            into.aliases[node] = (*why, "import unused")
            return ""
        case How.EXPORT, ast.Constant():
            into.entries[node] = (*why, "export unused")
            return ""
        case How.STRING, ast.Constant(value=str(text)):
            if "." in text or ":" in text:
                return "a string names it, so it may be reached from elsewhere"
            into.findings.append(Finding(Place(use.path, use.line), f"the string {text!r} may mean what is removed"))
            return ""
        case How.TEXT, _:
            return "this file names it and cannot be changed by the tool"
    if not isinstance(node, ast.expr):
        return "it is used here as a keyword"
    parent = use.module.scopes.parents[node] if use.module else None
    if isinstance(parent, ast.Call) and parent.func is node and terms.fallback:
        return _call(world, parent, terms, into, why)
    if element := _listed(into.module, node):
        into.elements[element] = (*why, "entry of a list that is gone")
        return ""
    if terms.guards is Guards.DROP and (guard := guard_of(world, into.module, node)):
        into.gone[guard] = (*why, "guard dropped")
        return ""
    if isinstance(parent, ast.Call) and parent.func is node:
        return "live code calls it and the item declares no fallback"
    return "live code uses it as a value, which no fallback can stand in for"


def _call(world: World, call: ast.Call, terms: Terms, into: Instead, why: Why) -> str:
    module = into.module
    whole: ast.expr = call
    if isinstance(parent := module.scopes.parents[call], ast.Await):
        whole = parent
    fallback = fitted(world, module, terms.fallback, module.scopes.enclosing(call))
    if reason := fallback.problem or misplaced(module, whole, fallback) or unfit(module, whole, fallback.text):
        return reason
    splices, gone, reason = stand_in(module, whole, fallback, (*why, "the fallback stands in"))
    if reason:
        return reason
    into.splices += splices
    into.gone.update(gone)
    if fallback.inside and (function := function_of(module, whole)):
        into.inside.setdefault(function, {}).update(dict.fromkeys(fallback.needed))
    elif splices:
        into.needed += fallback.needed
    for argument in (*call.args, *(k.value for k in call.keywords)):
        if not acts_on_nothing(world, module, argument):
            place = Place(module.path, argument.lineno)
            into.findings.append(
                Finding(place, "an argument of the replaced call had effects, which are dropped with it")
            )
    into.fallbacks.append(Finding(Place(module.path, call.lineno), f"ends on the declared fallback: {terms.fallback}"))
    return ""


def _listed(module: Module, node: ast.expr) -> ast.expr | None:
    """The element of a module's or class's list, tuple or set that holds ``node``: choices, registries, routes.

    ``[(OLD, "Old"), path("old/", old)]`` has two such elements; in ``[OLD + 1]`` the element is something else.
    """
    chain: list[ast.AST] = [node, *module.scopes.ancestors(node)]
    index = next(i for i, part in enumerate(chain) if isinstance(part, ast.stmt))
    statement, held = chain[index], chain[1:index]
    owner = module.scopes.parents[statement]
    held_there = isinstance(owner, (ast.Module, ast.ClassDef))
    adds = isinstance(statement, ast.AugAssign) and isinstance(statement.op, ast.Add)
    if not (held_there and (adds or isinstance(statement, (ast.Assign, ast.AnnAssign)))):
        return None
    if not held or not all(isinstance(part, _HOLDERS) for part in held) or not isinstance(held[-1], _DISPLAYS):
        return None
    element = chain[index - 2]
    return element if isinstance(element, ast.expr) else None


def without_elements(module: Module, elements: dict[ast.expr, Why]) -> tuple[list[Splice], dict[ast.stmt, Why]]:
    """The splices that cut elements out of displays, and the statements that only added them to one."""
    splices: list[Splice] = []
    whole: dict[ast.stmt, Why] = {}
    for display in dict.fromkeys(module.scopes.parents[e] for e in elements):
        if isinstance(display, (ast.List, ast.Tuple, ast.Set)):
            indexes = [i for i, e in enumerate(display.elts) if e in elements]
            why, statement = elements[display.elts[indexes[0]]], module.scopes.parents[display]
            if isinstance(statement, ast.AugAssign) and len(indexes) == len(display.elts):
                whole[statement] = why
            else:
                splices += take_out_elements(module, display, indexes, why)
    return splices, whole
