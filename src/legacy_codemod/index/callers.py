"""A function into every call that reaches it, and what each passes for a parameter."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from legacy_codemod.index.beside import look_beside
from legacy_codemod.index.module import Module
from legacy_codemod.index.symbols import Symbol, qualified
from legacy_codemod.index.uses import How, Use, uses
from legacy_codemod.index.world import World
from legacy_codemod.testing import is_test

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, eq=False, slots=True)
class Caller:
    """One call, in the file where it stands."""

    module: Module
    call: ast.Call


@dataclass(frozen=True, eq=False, slots=True)
class Callee:
    """A function in its file. Calls of a class are the callers of its ``__init__``."""

    module: Module
    function: Function

    @property
    def symbol(self) -> Symbol:
        """The function itself."""
        return Symbol(self.module.path, qualified(self.module, self.function))

    @property
    def called(self) -> Symbol:
        """What calls name: the function, or the class that it initialises."""
        own = self.symbol
        return Symbol(own.path, own.name.rpartition(".")[0]) if self.function.name == "__init__" else own

    @property
    def is_method(self) -> bool:
        """Whether its first parameter is not for callers to pass."""
        return isinstance(self.module.scopes.parents[self.function], ast.ClassDef)

    @property
    def positional(self) -> list[str]:
        """Parameters that may be passed by position, ``self`` among them."""
        return [a.arg for a in (*self.function.args.posonlyargs, *self.function.args.args)]


def callers(world: World, callee: Callee) -> Iterator[Caller | None]:
    """Every call; ``None`` for each use that is no plain call, behind which anything may stand."""
    look_beside(world, callee.called)
    for use in uses(world, callee.called):
        if not is_harmless(use):
            yield caller(use)
    if callee.function.name == "__init__":
        yield from (None for module in _near(world, callee) for call in module.nodes if _makes_anew(call))


def _near(world: World, callee: Callee) -> Iterator[Module]:
    """The files in which an instance may be made, or made anew, without the name of its class."""
    for path, _held in world.mentioning([callee.called.last]):
        module = world.module(path)
        if module is not None:
            yield module


def _makes_anew(node: ast.AST) -> bool:
    """``type(self)(…)``, ``self.__class__(…)`` and ``x.__init__(…)``; ``super()`` is another's."""
    match node:
        case ast.Call(func=ast.Attribute(value=base, attr="__init__")):
            return not (isinstance(base, ast.Call) and getattr(base.func, "id", "") == "super")
        case ast.Call():
            return makes_its_own_kind(node)
    return False


def makes_its_own_kind(call: ast.Call) -> bool:
    """Whether a call makes an object of the class of another: ``type(x)(…)``, ``x.__class__(…)``."""
    func = call.func
    named = isinstance(func, ast.Call) and getattr(func.func, "id", "") == "type" and len(func.args) == 1
    return named or (isinstance(func, ast.Attribute) and func.attr == "__class__")


def caller(use: Use) -> Caller | None:
    """The call that a use is, unless it unpacks what it passes."""
    parent = use.module.scopes.parents.get(use.node) if use.module and use.node else None
    if use.module is None or not isinstance(parent, ast.Call) or parent.func is not use.node:
        return None
    starred = any(isinstance(a, ast.Starred) for a in parent.args) or any(k.arg is None for k in parent.keywords)
    return None if starred else Caller(use.module, parent)


def argument(callee: Callee, call: ast.Call, name: str) -> ast.expr | ast.keyword | None:
    """What a call passes for the parameter ``name``; ``None`` where it leaves it to the default."""
    for keyword in call.keywords:
        if keyword.arg == name:
            return keyword
    if name not in callee.positional:
        return None
    position = callee.positional.index(name) - callee.is_method
    return call.args[position] if 0 <= position < len(call.args) else None


def defaults(arguments: ast.arguments) -> dict[str, ast.expr]:
    """The parameters that have a default, with it."""
    positional = [a.arg for a in (*arguments.posonlyargs, *arguments.args)]
    found = dict(zip(positional[::-1], arguments.defaults[::-1], strict=False))
    return found | {a.arg: d for a, d in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True) if d is not None}


def has_subclass(world: World, owner: Symbol) -> bool:
    """Whether a class of the repository has ``owner`` as a base."""
    found: Iterable[Use] = uses(world, owner)
    return any(
        isinstance(use.module.scopes.parents.get(use.node), ast.ClassDef) for use in found if use.module and use.node
    )


def is_harmless(use: Use) -> bool:
    """Imports, exports and annotations call nothing."""
    if use.how in (How.IMPORT, How.EXPORT):
        return True
    if use.module is None or use.node is None:
        return False
    chain = [use.node, *use.module.scopes.ancestors(use.node)]
    return any(
        getattr(outer, "annotation", None) is node or getattr(outer, "returns", None) is node
        for node, outer in pairwise(chain)
    )


_READS = frozenset({"get", "items", "keys", "values", "copy", "index", "count"})


def reads_only(world: World, symbol: Symbol) -> bool:
    """Whether nothing outside the tests may change what a dictionary or list holds that the name was bound to."""
    return all(
        is_test(use.path) or use.how in (How.IMPORT, How.EXPORT, How.TEXT) or _only_reads(use)
        for use in uses(world, symbol)
    )


def _only_reads(use: Use) -> bool:
    if use.module is None or use.node is None:
        return False
    parent = use.module.scopes.parents.get(use.node)
    match parent:
        case ast.Subscript(value=base, ctx=ast.Load()):
            return base is use.node
        case ast.Attribute(attr=name):
            return name in _READS
        case ast.Compare() | ast.comprehension() | ast.For() | ast.Starred():
            return True
        case ast.Call(func=ast.Name(id="len" | "sorted" | "tuple" | "list" | "set" | "any" | "all" | "dict")):
            return True
    return False
