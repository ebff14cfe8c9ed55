"""A definition into whether anything outside a set of doomed nodes still needs it."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass, field

from legacy_codemod.index.family import ancestors, family, owner_of
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import target
from legacy_codemod.index.symbols import Symbol, bindings, class_node, instance_stores
from legacy_codemod.index.tests import is_test_file
from legacy_codemod.index.uses import How, Use, nearest_uses, own_uses, uses
from legacy_codemod.index.world import World


@dataclass(frozen=True, eq=False)
class Roots:
    """What keeps code alive whatever the plan removes: KEEP (and WRAP) paths."""

    is_kept: Callable[[str], bool]
    is_wrapped: Callable[[str], bool] = lambda _: False

    def holds(self, symbol: Symbol) -> bool:
        """Whether a definition stays though nothing uses it: all of KEEP, and what is not private in WRAP."""
        return self.is_kept(symbol.path) or (self.is_wrapped(symbol.path) and not symbol.last.startswith("_"))


@dataclass(eq=False)
class Alive:
    """Answers about one world; the uses of a definition are looked up once."""

    world: World
    roots: Roots
    known: dict[Symbol, list[Use]] = field(default_factory=dict)

    def every(self, symbol: Symbol) -> list[Use]:
        """All its uses: also imports, exports and tests."""
        if symbol not in self.known:
            self.known[symbol] = list(uses(self.world, symbol))
        return self.known[symbol]

    def uses(self, symbol: Symbol) -> list[Use]:
        """Every use of ``symbol`` that would break without it."""
        return [use for use in self.every(symbol) if self._counts(use, symbol)]

    def outside(self, symbol: Symbol, doomed: Set[ast.AST]) -> list[Use]:
        """Its uses that stand in no doomed node and not in its own definition."""
        own = self._own(symbol)
        return [use for use in self.uses(symbol) if not self.inside(use, own | doomed)]

    def each_outside(self, symbol: Symbol, doomed: Set[ast.AST]) -> Iterator[Use]:
        """The same, one at a time: most questions are answered by the first."""
        own = self._own(symbol) | doomed
        found = self.known.get(symbol)
        every = nearest_uses(self.world, symbol) if found is None else found
        return (use for use in every if self._counts(use, symbol) and not self.inside(use, own))

    def is_needed(self, symbol: Symbol, doomed: Set[ast.AST] = frozenset()) -> bool:
        """Whether anything outside ``doomed`` and its own definition uses it."""
        return next(self.each_outside(symbol, doomed), None) is not None

    def is_needed_beside(self, symbol: Symbol, doomed: Set[ast.AST]) -> bool:
        """Whether its own file needs it, so that no other one has to be looked for."""
        own = self._own(symbol) | doomed
        return any(self._counts(use, symbol) and not self.inside(use, own) for use in own_uses(self.world, symbol))

    def _own(self, symbol: Symbol) -> set[ast.AST]:
        """What defines it: the function or class, or the whole assignment, of an attribute those to ``self``."""
        module = self.world.module(symbol.path)
        found: set[ast.AST] = {binding.node for binding in bindings(self.world, symbol)}
        owner = class_node(self.world, owner_of(symbol)) if "." in symbol.name and not found else None
        found |= set(instance_stores(module, owner, symbol.last)) if module and owner else set()
        outer = {module.scopes.parents.get(node) for node in found} if module else set()
        return found | {node for node in outer if isinstance(node, (ast.Assign, ast.AnnAssign))}

    @staticmethod
    def inside(use: Use, nodes: Set[ast.AST]) -> bool:
        """Whether a use stands in one of ``nodes``."""
        if use.node is None or use.module is None:
            return False
        if use.node in nodes or use.module.tree in nodes:
            return True
        return any(outer in nodes for outer in use.module.scopes.ancestors(use.node))

    def _counts(self, use: Use, symbol: Symbol) -> bool:
        if self.roots.is_kept(use.path):
            return True
        if is_test_file(self.world, use.path) and not is_test_file(self.world, symbol.path):
            return False  # a test exercises code, it does not need it
        return use.how not in (How.IMPORT, How.EXPORT)


# Bases outside the repository that call no method by a name of the subclass's own choosing.
_OPEN_BASES = frozenset(
    {
        *("object", "Exception", "BaseException", "RuntimeError", "ValueError"),
        *("enum.Enum", "enum.IntEnum", "enum.StrEnum", "enum.Flag", "enum.IntFlag"),
        *("abc.ABC", "typing.Protocol", "typing.Generic", "typing.NamedTuple", "typing.TypedDict"),
        "typing_extensions.TypedDict",
    }
)


def closed_base(world: World, symbol: Symbol) -> str:
    """The base class outside the repository that may define or call the member, or an empty string.

    It may be a base of a class below, which takes the member from here: ``class Page(Mixin, View)``.
    """
    owner = owner_of(symbol)
    above = ancestors(world, owner)
    found = (base for each in sorted(above, key=lambda a: (a != owner, a)) for base in _outside_bases(world, each))
    if base := next(found, ""):
        return base
    beside = (base for each in sorted(family(world, owner) - above) for base in _outside_bases(world, each))
    return next(beside, "")


def _outside_bases(world: World, owner: Symbol) -> Iterator[str]:
    node, module = class_node(world, owner), world.module(owner.path)
    for base in node.bases if node is not None else ():
        assert module is not None  # it holds the class
        named = target(world, module, base.value if isinstance(base, ast.Subscript) else base)
        if not isinstance(named, Symbol) or class_node(world, named) is None:
            name = named if isinstance(named, str) else _written(module, base)
            yield from () if name in _OPEN_BASES else (name,)


def _written(module: Module, node: ast.expr) -> str:
    return module.source(node)
