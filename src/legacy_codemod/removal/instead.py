"""A live use of a removed definition into the splices that stand in for it, or the refusal."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass, field

from legacy_codemod.cascade.definitions import acts_on_nothing
from legacy_codemod.displays import take_out_elements
from legacy_codemod.fallback import Fallback, Needed, fitted
from legacy_codemod.index.module import Module
from legacy_codemod.index.uses import How, Use
from legacy_codemod.index.world import World
from legacy_codemod.layout.splice import Splice
from legacy_codemod.model import Finding, Guards, Place
from legacy_codemod.truth import Why


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
    if terms.guards is Guards.DROP and (guard := _guard(into.module, node)):
        into.gone[guard] = (*why, "guard dropped")
        return ""
    if isinstance(parent, ast.Call) and parent.func is node:
        return "live code calls it and the item declares no fallback"
    return "live code uses it as a value, which no fallback can stand in for"


def _call(world: World, call: ast.Call, terms: Terms, into: Instead, why: Why) -> str:
    module = into.module
    whole: ast.expr = call
    parent = module.scopes.parents[call]
    if isinstance(parent, ast.Await):
        whole, parent = parent, module.scopes.parents[parent]
    fallback = fitted(world, module, terms.fallback, module.scopes.enclosing(call))
    if fallback.raises and (reason := _raise(whole, parent, fallback, into, why)):
        return reason
    if not fallback.raises:
        _value(whole, parent, fallback, into, why)
    into.needed += [n for n in fallback.needed if not fallback.inside]
    if fallback.inside:
        _import_inside(whole, fallback, into, why)
    for argument in (*call.args, *(k.value for k in call.keywords)):
        if not acts_on_nothing(world, module, argument):
            place = Place(module.path, argument.lineno)
            into.findings.append(Finding(place, "an argument of the replaced call had effects, which are dropped with it"))
    into.fallbacks.append(Finding(Place(module.path, call.lineno), f"ends on the declared fallback: {terms.fallback}"))
    return ""


def _value(whole: ast.expr, parent: ast.AST, fallback: Fallback, into: Instead, why: Why) -> None:
    if isinstance(parent, ast.Expr):
        into.gone[parent] = (*why, "call whose result nobody used")
        return
    start, end = into.module.span(whole)
    plain = fallback.text.replace(".", "").replace("_", "").isalnum() or fallback.text.endswith(")")
    safe = isinstance(parent, (ast.Return, ast.Assign, ast.AnnAssign, ast.keyword, ast.Call))
    into.splices.append(Splice(start, end, fallback.text if plain or safe else f"({fallback.text})", why))


def _raise(whole: ast.expr, parent: ast.AST, fallback: Fallback, into: Instead, why: Why) -> str:
    """``return legacy(x)``, a bare call, or an assignment whose target is then unused becomes the ``raise``."""
    module = into.module
    if not isinstance(parent, (ast.Return, ast.Expr, ast.Assign, ast.AnnAssign)) or parent.value is not whole:
        return "the fallback raises, and the call stands inside an expression"
    body = _siblings(module, parent)
    rest = body[list(body).index(parent) + 1 :]
    targets = parent.targets if isinstance(parent, ast.Assign) else [parent.target] if isinstance(parent, ast.AnnAssign) else []
    names = {t.id for t in targets if isinstance(t, ast.Name)}
    if len(names) != len(targets) or _read_outside(module, names, parent, rest):
        return "the fallback raises, and what the call is assigned to is used elsewhere"
    start, end = module.span(parent)
    into.splices.append(Splice(start, end, fallback.text, why))
    into.gone.update(dict.fromkeys(rest, (*why, "what follows is unreachable")))
    return ""


def _siblings(module: Module, node: ast.stmt) -> Sequence[ast.stmt]:
    owner = module.scopes.parents[node]
    return next(s for f in ("body", "orelse", "finalbody") if node in (s := getattr(owner, f, ())))


def _read_outside(module: Module, names: set[str], node: ast.stmt, rest: Sequence[ast.stmt]) -> bool:
    scope = module.scopes.enclosing(node)
    inside = {id(n) for s in rest for n in ast.walk(s)}
    return any(id(load) not in inside for name in names for load in scope.loads.get(name, ()))


def _import_inside(whole: ast.expr, fallback: Fallback, into: Instead, why: Why) -> None:
    module = into.module
    statement = next(s for s in module.scopes.ancestors(whole) if isinstance(s, ast.stmt))
    start = module.span(statement)[0]
    indent, newline = module.text.indent(statement.lineno), module.text.newline
    lines = "".join(f"from {n.module} import {n.written}{newline}{indent}" for n in fallback.needed)
    into.splices.append(Splice(start, start, lines, why))


def _listed(module: Module, node: ast.expr) -> ast.expr | None:
    """The element of a module's or class's list, tuple, set or dict that holds ``node``: choices, registries."""
    chain: list[ast.AST] = [node, *module.scopes.ancestors(node)]
    for index, part in enumerate(chain):
        if isinstance(part, (ast.Assign, ast.AnnAssign)) and index >= 2:
            owner = module.scopes.parents[part]
            display, element = chain[index - 1], chain[index - 2]
            if isinstance(owner, (ast.Module, ast.ClassDef)) and isinstance(display, (ast.List, ast.Tuple, ast.Set)):
                return element if isinstance(element, ast.expr) else None
            return None
    return None


def _guard(module: Module, node: ast.expr) -> ast.If | None:
    """``if x not in REMOVED: raise …``: a guard that tests nothing else and raises or returns."""
    for outer in module.scopes.ancestors(node):
        if isinstance(outer, ast.If):
            leaves = len(outer.body) == 1 and isinstance(outer.body[0], (ast.Raise, ast.Return))
            simple = isinstance(outer.test, (ast.Compare, ast.UnaryOp, ast.Name, ast.Call))
            return outer if leaves and simple and not outer.orelse and node in ast.walk(outer.test) else None
        if isinstance(outer, ast.stmt):
            return None
    return None


def element_splices(module: Module, elements: dict[ast.expr, Why]) -> list[Splice]:
    """Cut elements out of the displays that hold them."""
    splices: list[Splice] = []
    for display in dict.fromkeys(module.scopes.parents[e] for e in elements):
        if isinstance(display, (ast.List, ast.Tuple, ast.Set)):
            indexes = [i for i, e in enumerate(display.elts) if e in elements]
            splices += take_out_elements(module, display, indexes, elements[display.elts[indexes[0]]])
    return splices
