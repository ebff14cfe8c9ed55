"""A constant, attribute or function into the places where code may give it another value at run time."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from legacy_codemod.index import resolve, symbols
from legacy_codemod.index.beside import look_beside
from legacy_codemod.index.dynamic import dynamic_writes, is_namespace, namespace_of
from legacy_codemod.index.family import owner_of, related
from legacy_codemod.index.module import Module
from legacy_codemod.index.symbols import Symbol, Target, last_name
from legacy_codemod.index.world import World
from legacy_codemod.testing import is_test


@dataclass(frozen=True, eq=False, slots=True)
class Write:
    """One place; ``certain`` where it is no other thing of the same name."""

    module: Module
    line: int
    certain: bool


_MAKERS = frozenset({"__init__", "__post_init__", "__new__"})
# Calls that set the attribute which a string among their arguments names.
_SETTERS = frozenset({"setattr", "delattr", "setitem", "delitem", "__setattr__", "__delattr__", "patch", "object"})
# Calls that set the attributes which their keywords name.
_KEYWORD_SETTERS = frozenset({"multiple", "configure", "override_settings"})


def writes(world: World, symbol: Symbol) -> Iterator[Write]:
    """Every such place outside the tests; what ``__init__`` stores in its own ``self`` is how an attribute is made."""
    look_beside(world, symbol)
    for path, _held in world.mentioning([symbol.last]):
        module = world.module(path)
        if module is not None and not is_test(path):
            yield from _attribute_writes(world, module, symbol)
            yield from _named_writes(world, module, symbol)
            yield from _keyword_writes(world, module, symbol)
    for module, line, receiver in dynamic_writes(world):
        if is_test(module.path):
            continue
        if _reaches(world, module, receiver, symbol) if receiver is not None else module.path == symbol.path:
            yield Write(module, line, certain=False)


def _attribute_writes(world: World, module: Module, symbol: Symbol) -> Iterator[Write]:
    for node in module.attributes.get(symbol.last, ()):
        if isinstance(node.ctx, ast.Load) or _makes(module, node, symbol):
            continue
        found = resolve.target(world, module, node)
        if found == symbol:
            yield Write(module, node.lineno, certain=True)
        elif _may_reach(world, found, symbol):
            yield Write(module, node.lineno, certain=False)


def _makes(module: Module, node: ast.Attribute, symbol: Symbol) -> bool:
    """Whether the store is the instance's own, while it is made."""
    if getattr(module.scopes.enclosing(node).node, "name", "") not in _MAKERS or not isinstance(node.value, ast.Name):
        return False
    owner = symbols.enclosing_class(module, node.value)
    return owner is not None and Symbol(module.path, symbols.qualified(module, owner)) == owner_of(symbol)


def _may_reach(world: World, found: Target, symbol: Symbol) -> bool:
    """Whether a store to ``found`` of the same last name may be one to ``symbol``."""
    if found is None:
        return "." in symbol.name or _hands_out(world, symbol.path)
    members = isinstance(found, Symbol) and "." in found.name and "." in symbol.name
    return members and related(world, owner_of(found), owner_of(symbol))  # type: ignore[arg-type]


def _named_writes(world: World, module: Module, symbol: Symbol) -> Iterator[Write]:
    """By a string: ``setattr(x, "NAME", …)``, ``patch("pkg.NAME")``, ``globals()["NAME"] = …``."""
    for text in module.paths_in_strings.get(symbol.last, ()):
        parent = module.scopes.parents.get(text)
        match parent:
            case ast.Call(func=func, args=args) if text in args and last_name(func) in _SETTERS:
                receiver = args[0] if args[0] is not text else getattr(func, "value", None)
                path = "." in str(text.value)
                if path or receiver is None or _reaches(world, module, receiver, symbol, unknown=True):
                    certain = receiver is not None and resolve.target(world, module, receiver) == owner_of(symbol)
                    yield Write(module, text.lineno, certain)
            case ast.Subscript(value=base, ctx=ast.Store() | ast.Del()) if is_namespace(module, base):
                yield from _in_namespace(world, module, (text.lineno, base), symbol)
            case ast.Dict() if text in parent.keys:
                call = module.scopes.parents.get(parent)
                if isinstance(call, ast.Call) and last_name(call.func) in ("type", "new_class"):
                    yield Write(module, text.lineno, certain=False)
                elif isinstance(call, ast.Call) and (filled := _filled(module, call)) is not None:
                    yield from _in_namespace(world, module, (text.lineno, filled), symbol)


def _in_namespace(world: World, module: Module, place: tuple[int, ast.expr], symbol: Symbol) -> Iterator[Write]:
    line, base = place
    receiver = namespace_of(module, base)
    if receiver is None:
        if module.path == symbol.path and "." not in symbol.name:
            yield Write(module, line, certain=True)
    elif _reaches(world, module, receiver, symbol, unknown=True):
        yield Write(module, line, resolve.target(world, module, receiver) == owner_of(symbol))


def _keyword_writes(world: World, module: Module, symbol: Symbol) -> Iterator[Write]:
    """By a keyword: ``globals().update(NAME=…)``, ``patch.multiple(module, NAME=…)``."""
    for keyword in module.keywords.get(symbol.last, ()):
        call = module.scopes.parents[keyword]
        if isinstance(call, ast.Call) and last_name(call.func) in _KEYWORD_SETTERS:
            yield Write(module, keyword.value.lineno, certain=False)
        elif isinstance(call, ast.Call) and (filled := _filled(module, call)) is not None:
            yield from _in_namespace(world, module, (keyword.value.lineno, filled), symbol)


def _filled(module: Module, call: ast.Call) -> ast.expr | None:
    """The namespace that the call ``namespace.update(…)`` fills."""
    func = call.func
    filled = isinstance(func, ast.Attribute) and func.attr == "update" and is_namespace(module, func.value)
    return func.value if filled and isinstance(func, ast.Attribute) else None


def _reaches(world: World, module: Module, receiver: ast.expr, symbol: Symbol, *, unknown: bool = False) -> bool:
    """Whether ``receiver`` is the module or class of ``symbol``, or an instance; ``unknown`` where nothing says."""
    found = resolve.target(world, module, receiver)
    if isinstance(found, str):
        return False
    if isinstance(found, Symbol) and (not found.name or symbols.class_node(world, found) is not None):
        owner: Symbol | None = found
    else:
        owner = resolve.class_of(world, module, receiver)
    if owner is None:
        return unknown
    ours = owner_of(symbol)
    return owner == ours or bool(owner.name and ours.name and related(world, owner, ours))


def _hands_out(world: World, path: str) -> bool:
    """Whether code passes the module at ``path`` on as a value, or looks it up by its name."""
    name = path.removesuffix("/__init__.py").removesuffix(".py").rpartition("/")[2]
    return any(
        not is_test(other.path) and (_by_name(other, name) or _as_value(world, other, path))
        for candidate, _held in world.mentioning([name])
        if (other := world.module(candidate)) is not None
    )


def _by_name(module: Module, name: str) -> bool:
    for text in module.paths_in_strings.get(name, ()):
        parent = module.scopes.parents.get(text)
        if isinstance(parent, ast.Call) and last_name(parent.func) in ("import_module", "__import__"):
            return True
        if isinstance(parent, ast.Subscript) and last_name(parent.value) == "modules":
            return True
    return False


def _as_value(world: World, module: Module, path: str) -> bool:
    for node in module.nodes:
        if not isinstance(node, (ast.Name, ast.Attribute)) or not isinstance(node.ctx, ast.Load):
            continue
        parent = module.scopes.parents.get(node)
        if not isinstance(parent, ast.Attribute) and resolve.target(world, module, node) == Symbol(path):
            return True
    return False
