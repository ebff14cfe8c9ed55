"""Parameters that became unused into the splices that take them out, and what every call passes for them."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from legacy_codemod.cascade.alive import Alive
from legacy_codemod.cascade.guarded import sees_all
from legacy_codemod.cascade.making import acts_on_nothing
from legacy_codemod.fold.parentheses import parameter_span, with_grouping
from legacy_codemod.index.callers import Callee, Caller, argument, callers, has_subclass
from legacy_codemod.index.family import descendants
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import target
from legacy_codemod.index.symbols import Symbol, bindings, class_node, functions_by_name, qualified
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
    earlier = functions_by_name(before)
    for name, nodes in functions_by_name(now).items():
        if len(nodes) != 1 or len(earlier.get(name, ())) != 1:
            continue
        if sees_all(now, now.scopes.of_node[nodes[0]]):
            continue
        then, later = before.scopes.of_node[earlier[name][0]], now.scopes.of_node[nodes[0]]
        bound = isinstance(now.scopes.parents[nodes[0]], ast.ClassDef)
        for parameter in _plain_parameters(nodes[0])[bound and not nodes[0].args.posonlyargs :]:
            if then.loads.get(parameter.arg) and not later.loads.get(parameter.arg):
                yield Unread(now, nodes[0], parameter.arg)
                break


def _plain_parameters(node: Function) -> list[ast.arg]:
    """Parameters that calls may pass by position or name, or by name alone."""
    return [*node.args.args, *node.args.kwonlyargs]


def without(unread: Unread, now: Alive, why: Why) -> Mapping[str, list[Splice]] | None:
    """The splices by file; ``None`` where a caller, an override or a string may depend on the parameter."""
    callee = Callee(unread.module, unread.function)
    default = _default(unread.function.args, unread.name)
    if default is not None and not acts_on_nothing(now.world, unread.module, default):
        return None
    if unread.function.decorator_list or now.roots.holds(callee.symbol) or not _is_free(now, callee):
        return None
    found: dict[str, list[Splice]] = {unread.module.path: from_signature(unread, why)}
    every = list(callers(now.world, callee))
    for caller in every:
        splices = (
            _from_call(now, caller, (callee, unread.name), why) if caller and _is_sure(now, caller, callee) else None
        )
        if caller is None or splices is None or now.roots.is_kept(caller.module.path):
            return None
        found.setdefault(caller.module.path, []).extend(splices)
    return found if every else None


def in_stub(unread: Unread, now: Alive) -> Unread | None:
    """The parameter in the type stub beside the file; ``None`` where that has not the one same signature."""
    module = now.world.module(f"{unread.module.path}i")
    if module is None or now.roots.is_kept(module.path):
        return None
    match functions_by_name(module).get(qualified(unread.module, unread.function)):
        case [function] if not function.decorator_list and _shape(function) == _shape(unread.function):
            return Unread(module, function, unread.name)
    return None


def _shape(function: Function) -> tuple[object, ...]:
    """The names of its parameters, kind by kind."""
    held = function.args
    plain = ([a.arg for a in each] for each in (held.posonlyargs, held.args, held.kwonlyargs))
    return (*plain, held.vararg and held.vararg.arg, held.kwarg and held.kwarg.arg)


def _is_sure(now: Alive, caller: Caller, callee: Callee) -> bool:
    """Whether the call reaches this very function: what a call on an unknown object reaches may be another."""
    func = caller.call.func
    return not isinstance(func, ast.Attribute) or target(now.world, caller.module, func) == callee.called


def _is_free(now: Alive, callee: Callee) -> bool:
    """Whether no base class gives the signature: a plain function, or a method of a class without bases."""
    owner, _, last = callee.symbol.name.rpartition(".")
    if (last.startswith("__") and last != "__init__") or len(bindings(now.world, callee.symbol)) != 1:
        return False
    node = class_node(now.world, Symbol(callee.module.path, owner)) if owner else None
    if not owner or node is None:
        return not owner
    if last == "__init__":
        return not (node.bases or node.decorator_list or has_subclass(now.world, callee.called))
    derived = descendants(now.world, Symbol(callee.module.path, owner))
    if any(bindings(now.world, other.member(last)) for other in derived):
        return False
    return not node.bases or last.startswith("_")


def from_signature(unread: Unread, why: Why) -> list[Splice]:
    """The splices that take a parameter out of its own function, and a bare ``*`` that nothing else stands behind."""
    arguments = unread.function.args
    items = dict(_items(unread.module, arguments))
    alone = [a.arg for a in arguments.kwonlyargs] == [unread.name] and arguments.vararg is None
    names = ["*", unread.name] if alone else [unread.name]
    return _take(unread.module, list(items.values()), [list(items).index(name) for name in names], why)


def _items(module: Module, arguments: ast.arguments) -> Iterator[tuple[str, Span]]:
    """``a: int = 1, /, b, *args, c, **rest`` piece by piece, each under its name (``*`` and ``/`` under their own)."""
    text, end = module.text.text, 0
    positional = [*arguments.posonlyargs, *arguments.args]
    defaults: list[ast.expr | None] = [None] * (len(positional) - len(arguments.defaults)) + list(arguments.defaults)
    for index, (parameter, default) in enumerate(zip(positional, defaults, strict=True), 1):
        _, end = item = parameter_span(module, parameter, default)
        yield parameter.arg, item
        if index == len(arguments.posonlyargs):
            end = text.index("/", end) + 1
            yield "/", (end - 1, end)
    if arguments.vararg:
        start, end = parameter_span(module, arguments.vararg, None)
        yield "*", (text.rindex("*", 0, start), end)
    elif arguments.kwonlyargs:
        bare = text.rindex("*", end, module.span(arguments.kwonlyargs[0])[0])
        yield "*", (bare, bare + 1)
    for parameter, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        yield parameter.arg, parameter_span(module, parameter, default)
    if arguments.kwarg:
        start, end = parameter_span(module, arguments.kwarg, None)
        yield "**", (text.rindex("**", 0, start), end)


def _default(arguments: ast.arguments, name: str) -> ast.expr | None:
    positional = [a.arg for a in (*arguments.posonlyargs, *arguments.args)]
    if name in positional:
        position = positional.index(name) - len(positional) + len(arguments.defaults)
        return arguments.defaults[position] if position >= 0 else None
    return next((d for a, d in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True) if a.arg == name), None)


def _from_call(now: Alive, caller: Caller, what: tuple[Callee, str], why: Why) -> list[Splice] | None:
    """``None`` where what is passed may act, or the call goes through the class with ``self`` given by hand."""
    callee, name = what
    module, call = caller.module, caller.call
    if callee.is_method and callee.called == callee.symbol and not _is_bound(now, caller):
        return None
    passed = argument(callee, call, name)
    if passed is None:
        return []
    if not acts_on_nothing(now.world, module, passed.value if isinstance(passed, ast.keyword) else passed):
        return None
    every: Sequence[ast.expr | ast.keyword] = sorted((*call.args, *call.keywords), key=lambda n: module.span(n)[0])
    spans = [module.span(n) for n in every]
    if len(every) == 1 and not isinstance(passed, ast.keyword):
        spans = [with_grouping(module, passed, spans[0])]
    return _take(module, spans, [list(every).index(passed)], why)


def _is_bound(now: Alive, caller: Caller) -> bool:
    """Whether a method is called on an instance."""
    func = caller.call.func
    if not isinstance(func, ast.Attribute):
        return False
    found = target(now.world, caller.module, func.value)
    return not isinstance(found, Symbol) or class_node(now.world, found) is None


def _take(module: Module, items: Sequence[Span], gone: Sequence[int], why: Why) -> list[Splice]:
    if len(items) > len(gone):
        return take_out(module.text, items, gone, why)
    start, end = items[0][0], items[-1][1]
    comma = after_filler(module.text, end)
    return [Splice(start, comma + 1 if module.text.text[comma] == "," else end, "", why)]
