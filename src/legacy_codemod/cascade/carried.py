"""An attribute that goes into the entries of lists of attribute names that certainly go with it.

``for name in NAMES: getattr(self, name)`` breaks where the attribute goes and its entry stays, so both go or both stay.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass

from legacy_codemod.cascade.alive import Alive
from legacy_codemod.index.family import family, owner_of
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import class_of
from legacy_codemod.index.symbols import Symbol, class_node, instance_stores, qualified
from legacy_codemod.index.uses import How, Use
from legacy_codemod.testing import is_test

Display = ast.List | ast.Tuple | ast.Set
_ASKS = frozenset({"getattr", "setattr", "hasattr", "delattr"})
_COPIES = frozenset({"set", "frozenset", "list", "tuple", "sorted", "iter"})
_SETS = (ast.BitOr, ast.BitAnd, ast.Sub, ast.BitXor, ast.Add)
_DEPTH = 8  # copies of copies: past this nothing is certain


@dataclass(frozen=True, eq=False, slots=True)
class Entry:
    """One string of a display, and the file it stands in."""

    path: str
    node: ast.Constant


def carried(now: Alive, symbol: Symbol) -> tuple[Entry, ...]:
    """The entries that name the attribute ``symbol``: of its own module, and of tests.

    Of each list, nothing may ask for more than its names one by one, to read the attributes of those names.
    """
    if "." not in symbol.name:
        return ()
    return tuple(
        Entry(use.path, use.node)
        for use in now.every(symbol)
        if isinstance(use.node, ast.Constant) and use.module and _is_near(now, use, symbol)
        if (display := _display(use.module, use.node)) and _Names(now, symbol, display).certain(use.module)
    )


def _is_near(now: Alive, use: Use, symbol: Symbol) -> bool:
    return use.how is How.STRING and (use.path == symbol.path or is_test(use.path)) and not now.roots.is_kept(use.path)


def _display(module: Module, entry: ast.Constant) -> Display | None:
    parent = module.scopes.parents.get(entry)
    plain = isinstance(parent, ast.List | ast.Tuple | ast.Set) and all(
        isinstance(e, ast.Constant) and isinstance(e.value, str) for e in parent.elts
    )
    return parent if plain else None  # type: ignore[return-value]


@dataclass(frozen=True, eq=False)
class _Names:
    """Asks of one display whether it holds names of attributes, and every use takes them one by one."""

    now: Alive
    symbol: Symbol
    display: Display

    def certain(self, module: Module) -> bool:
        if self._is_slots(module):
            return True
        asked: list[bool] = []
        if not self._walked(module, self.display, asked, _DEPTH):
            return False
        return any(asked) or self._all_are_attributes()

    def _is_slots(self, module: Module) -> bool:
        statement = module.scopes.parents[self.display]
        match statement:
            case ast.Assign(targets=[ast.Name(id="__slots__")]) | ast.AnnAssign(target=ast.Name(id="__slots__")):
                return module.scopes.parents[statement] is class_node(self.now.world, owner_of(self.symbol))
        return False

    def _all_are_attributes(self) -> bool:
        owner = owner_of(self.symbol)
        module, node = self.now.world.module(owner.path), class_node(self.now.world, owner)
        if module is None or node is None:
            return False
        bound = module.scopes.of_node[node].bindings
        names = [str(e.value) for e in self.display.elts if isinstance(e, ast.Constant)]
        return all(name in bound or instance_stores(module, node, name) for name in names)

    def _walked(self, module: Module, node: ast.expr, asked: list[bool], depth: int) -> bool:
        """Whether the place where the list stands takes its names one by one; ``asked`` learns of attributes read."""
        parent = module.scopes.parents[node]
        match parent:
            case ast.For(target=ast.Name() as name, iter=iterated) if iterated is node:
                return self._asks(module, name, parent, asked)
            case ast.comprehension(target=ast.Name() as name, iter=iterated) if iterated is node:
                return self._asks(module, name, module.scopes.parents[parent], asked)
            case ast.Compare(ops=[ast.In() | ast.NotIn()], comparators=[held]):
                return held is node
            case ast.BinOp(op=ast.Sub() | ast.BitAnd(), right=right) if right is node:
                return True  # what is left out of, or kept of, the other side
            case ast.BinOp(op=op) if isinstance(op, _SETS) and depth:
                return self._walked(module, parent, asked, depth - 1)
            case ast.Call(func=ast.Name(id=called), args=[_], keywords=[]) if called in _COPIES and depth:
                return self._walked(module, parent, asked, depth - 1)
            case ast.Assign(targets=[ast.Name() as name]) | ast.AnnAssign(target=ast.Name() as name) if depth:
                return self._named(module, name, asked, depth - 1)
        return False

    def _named(self, module: Module, name: ast.Name, asked: list[bool], depth: int) -> bool:
        scope = module.scopes.at_name[name]
        if name.id in scope.outer or len(scope.bindings.get(name.id, ())) != 1:
            return False
        if scope.is_function:
            return all(self._walked(module, load, asked, depth) for load in scope.loads.get(name.id, ()))
        inside = f"{qualified(module, scope.node)}." if isinstance(scope.node, ast.ClassDef) else ""
        return self._of_symbol(Symbol(module.path, inside + name.id), asked, depth)

    def _of_symbol(self, symbol: Symbol, asked: list[bool], depth: int) -> bool:
        for use in self.now.every(symbol):
            own = (
                use.module is not None
                and use.node is not None
                and self.display in (use.module.scopes.parents.get(use.node),)
            )
            if own or use.how in (How.IMPORT, How.EXPORT):
                continue  # the list that holds its own name is asked for its names all the same
            if not isinstance(use.node, ast.Name | ast.Attribute) or use.module is None:
                return False
            if not self._walked(use.module, use.node, asked, depth):
                return False
        return True

    def _asks(self, module: Module, name: ast.Name, loop: ast.AST, asked: list[bool]) -> bool:
        """``getattr(config, name)`` in the loop, of an object that may be one of the attribute's class."""
        calls = [c for c in ast.walk(loop) if isinstance(c, ast.Call) and _asks_for(c, name.id)]
        asked += [True for _ in calls]
        return bool(calls) and all(self._may_be_ours(module, call.args[0]) for call in calls)

    def _may_be_ours(self, module: Module, node: ast.expr) -> bool:
        owner = class_of(self.now.world, module, node)
        return owner is None or owner in family(self.now.world, owner_of(self.symbol))


def _asks_for(call: ast.Call, name: str) -> bool:
    match call:
        case ast.Call(func=ast.Name(id=called), args=[_, ast.Name(id=given), *_]):
            return called in _ASKS and given == name
    return False
