"""Parameters that became unused into the splices that take them out, and what every call passes for them."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from legacy_codemod.cascade.alive import Alive
from legacy_codemod.cascade.definitions import acts_on_nothing
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import Symbol, bindings, class_node, qualified, target
from legacy_codemod.index.uses import How, Use
from legacy_codemod.layout.commas import take_out
from legacy_codemod.layout.spans import Span, after_filler
from legacy_codemod.layout.splice import Splice
from legacy_codemod.truth import Why

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, eq=False, slots=True)
class Unread:
    """A parameter that its function read where the item began and does not any more."""

    module: Module
    function: Function
    name: str


def unread_parameters(before: Module, now: Module) -> Iterator[Unread]:
    """At most one parameter of each function, since the next sweep looks again."""
    earlier = _functions(before)
    for name, nodes in _functions(now).items():
        if len(nodes) != 1 or len(earlier.get(name, ())) != 1:
            continue
        then, later = before.scopes.of_node[earlier[name][0]], now.scopes.of_node[nodes[0]]
        bound = isinstance(now.scopes.parents[nodes[0]], ast.ClassDef)
        for parameter in _plain_parameters(nodes[0])[bound and not nodes[0].args.posonlyargs :]:
            if then.loads.get(parameter.arg) and not later.loads.get(parameter.arg):
                yield Unread(now, nodes[0], parameter.arg)
                break


def _functions(module: Module) -> dict[str, list[Function]]:
    found: dict[str, list[Function]] = {}
    for node in module.nodes:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            found.setdefault(qualified(module, node), []).append(node)
    return found


def _plain_parameters(node: Function) -> list[ast.arg]:
    """Parameters that calls may pass by position or name; a lone keyword-only one keeps its bare ``*``."""
    alone = len(node.args.kwonlyargs) == 1 and node.args.vararg is None
    return [*node.args.args, *([] if alone else node.args.kwonlyargs)]


def without(unread: Unread, now: Alive, why: Why) -> Mapping[str, list[Splice]] | None:
    """The splices by file; ``None`` where a caller, an override or a string may depend on the parameter."""
    module, function = unread.module, unread.function
    symbol = Symbol(module.path, qualified(module, function))
    if function.decorator_list or now.roots.holds(symbol) or not _is_free(now, symbol):
        return None
    every = now.every(symbol)
    calls = [c for use in every if use.how not in (How.IMPORT, How.EXPORT) for c in [_call_of(use, symbol)]]
    if not calls or any(c is None for c in calls):
        return None
    found: dict[str, list[Splice]] = {module.path: _from_signature(unread, why)}
    for use, call in zip([u for u in every if u.how not in (How.IMPORT, How.EXPORT)], calls, strict=True):
        assert use.module is not None and call is not None  # noqa: PT018  checked above
        splices = _from_call(now, use.module, (call, unread), why)
        if splices is None or now.roots.is_kept(use.path):
            return None
        found.setdefault(use.path, []).extend(splices)
    return found


def _is_free(now: Alive, symbol: Symbol) -> bool:
    """Whether no base class gives the signature: a plain function, or a method of a class without bases."""
    owner, _, last = symbol.name.rpartition(".")
    if last.startswith("__") or len(bindings(now.world, symbol)) != 1:
        return False
    node = class_node(now.world, Symbol(symbol.path, owner)) if owner else None
    return not owner or (node is not None and (not node.bases or last.startswith("_")))


def _call_of(use: Use, symbol: Symbol) -> ast.Call | None:
    if use.node is None or use.module is None or use.how not in (How.NAME, How.ATTRIBUTE):
        return None
    parent = use.module.scopes.parents.get(use.node)
    if not isinstance(parent, ast.Call) or parent.func is not use.node:
        return None
    starred = any(isinstance(a, ast.Starred) for a in parent.args) or any(k.arg is None for k in parent.keywords)
    bound = "." not in symbol.name or isinstance(use.node, ast.Attribute)
    return parent if bound and not starred else None


def _from_signature(unread: Unread, why: Why) -> list[Splice]:
    module, arguments = unread.module, unread.function.args
    positional = [*arguments.posonlyargs, *arguments.args]
    defaults: list[ast.expr | None] = [None] * (len(positional) - len(arguments.defaults)) + list(arguments.defaults)
    items = [_item(module, a, d) for a, d in zip(positional, defaults, strict=True)]
    names = [a.arg for a in positional]
    if arguments.vararg:
        items.append(module.span(arguments.vararg))
        names.append("")
    items += [_item(module, a, d) for a, d in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)]
    names += [a.arg for a in arguments.kwonlyargs]
    return _take(module, items, names.index(unread.name), why)


def _item(module: Module, argument: ast.arg, default: ast.expr | None) -> Span:
    start, end = module.span(argument)
    return start, module.span(default)[1] if default is not None else end


def _from_call(now: Alive, module: Module, what: tuple[ast.Call, Unread], why: Why) -> list[Splice] | None:
    call, unread = what
    passed = _passed(now, module, call, unread)
    if passed is None:
        return []
    value = passed.value if isinstance(passed, ast.keyword) else passed
    if not acts_on_nothing(now.world, module, value):
        return None
    every: Sequence[ast.expr | ast.keyword] = sorted((*call.args, *call.keywords), key=lambda n: module.span(n)[0])
    return _take(module, [module.span(n) for n in every], list(every).index(passed), why)


def _passed(now: Alive, module: Module, call: ast.Call, unread: Unread) -> ast.expr | ast.keyword | None:
    for keyword in call.keywords:
        if keyword.arg == unread.name:
            return keyword
    names = [a.arg for a in (*unread.function.args.posonlyargs, *unread.function.args.args)]
    if unread.name not in names:
        return None
    method = isinstance(unread.module.scopes.parents[unread.function], ast.ClassDef)
    through_class = isinstance(call.func, ast.Attribute) and _is_class(now, module, call.func.value)
    position = names.index(unread.name) - (method and not through_class)
    return call.args[position] if position < len(call.args) else None


def _is_class(now: Alive, module: Module, node: ast.expr) -> bool:
    found = target(now.world, module, node)
    return isinstance(found, Symbol) and class_node(now.world, found) is not None


def _take(module: Module, items: Sequence[Span], index: int, why: Why) -> list[Splice]:
    if len(items) > 1:
        return take_out(module.text, items, [index], why)
    start, end = items[0]
    comma = after_filler(module.text, end)
    return [Splice(start, comma + 1 if module.text.text[comma] == "," else end, "", why)]
