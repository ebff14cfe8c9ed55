"""A key of a flag SDK into what recognises its reads: the spellings of its entry, with the value that each gives."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass, replace

from legacy_codemod.fold.held import Held, held
from legacy_codemod.fold.receivers import may_be_client
from legacy_codemod.fold.spellings import HELD, Chain, spelled
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import target
from legacy_codemod.index.world import World
from legacy_codemod.model import UNKNOWN, Scalar, SdkFlag, Unknown
from legacy_codemod.sdk_entries import FlagSdk
from legacy_codemod.shapes import Matcher, Shape, own_calls, rarest_word

_CLIENT = "C"


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to read the flag, and what it gives: ``UNKNOWN`` where the inventory's value is of another kind."""

    kind: str
    gives: Scalar | Unknown
    chain: Chain

    @property
    def call(self) -> Shape:
        """The call that holds the key."""
        return self.chain[-1]


@dataclass(frozen=True, slots=True)
class Gate:
    """A decorator that hands on to what it decorates (``opens``), or never does."""

    shape: Shape
    opens: bool


@dataclass(frozen=True)
class Sdk:
    """A flag of an SDK as its entry spells it."""

    entry: FlagSdk
    key: str
    spellings: tuple[Spelling, ...]
    gates: tuple[Gate, ...]

    @property
    def words(self) -> frozenset[str]:
        """A word of the key, of which a file must hold one to name the flag."""
        return frozenset([rarest_word(self.key) or self.key])


def compile_sdk(world: World, entry: FlagSdk, subject: SdkFlag) -> Sdk:
    """Clients are known by their methods where the repository imports the library, else by what it imports alone."""
    by_client = any(_asks_client(pattern) for patterns in entry.reads.values() for pattern in patterns)
    is_used = by_client and any(True for _ in importers(world, entry))
    spellings = [
        Spelling(kind, given(kind, subject.value), chain)
        for kind, patterns in entry.reads.items()
        for pattern in patterns
        if is_used or not _asks_client(pattern)
        for chain in spelled(pattern, subject.key)
    ]
    gates = [
        Gate(chain[0], bool(subject.value) is (side == "when_true"))
        for side, patterns in entry.decorators.items()
        for pattern in patterns
        for each in (pattern, f"django.utils.decorators.method_decorator(decorator={pattern})")
        for chain in (spelled(each, subject.key) if each is pattern else _nested(each, subject.key))
    ]
    return Sdk(entry, subject.key, tuple(spellings), tuple(gates))


def _asks_client(pattern: str) -> bool:
    return pattern.startswith(f"${_CLIENT}.")


def _nested(pattern: str, key: str) -> list[Chain]:
    """``method_decorator(gate("new"), …)``, where what is handed over stands written out."""
    found: list[Chain] = []
    for outer, inner in spelled(pattern, key):
        tree = _Written(inner.tree).visit(ast.parse(ast.unparse(outer.tree), mode="eval").body)
        found.append((Shape(pattern, tree),))
    return found


class _Written(ast.NodeTransformer):
    def __init__(self, inner: ast.expr) -> None:
        self.inner = inner

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self.inner if node.id.endswith(HELD) else node


def given(kind: str, value: Scalar) -> Scalar | Unknown:
    """What a read of one kind gives where the flag holds ``value``."""
    match kind, value:
        case ("truth", _):
            return bool(value)
        case ("contrary", _):
            return not value
        case (_, None):
            return UNKNOWN  # a flag without a value gives the call's own default
        case ("any", _) | ("boolean", bool()) | ("string", str()):
            return value
        case (_, bool()):
            return UNKNOWN
        case ("integer", int()) | ("float", float()):
            return value
        case ("float", int()):
            return float(value)
    return UNKNOWN


def importers(world: World, entry: FlagSdk) -> Iterable[Module]:
    """The files that import the library."""
    for path, _held in world.mentioning(name.rpartition(".")[2] for name in entry.imports):
        module = world.module(path)
        if module is not None and imports(module, entry):
            yield module


def imports(module: Module, entry: FlagSdk) -> bool:
    """Whether a file imports the library."""
    named = [
        name
        for statement in module.imports
        for name in (
            [alias.name for alias in statement.names]
            if isinstance(statement, ast.Import)
            else [f"{statement.module}.{alias.name}" for alias in statement.names if not statement.level]
        )
    ]
    return any(f"{name}.".startswith(f"{wanted}.") for name in named for wanted in entry.imports)


@dataclass(frozen=True, slots=True)
class Match:
    """A spelling found in code, and the calls that it makes without doing anything."""

    spelling: Spelling
    own: frozenset[ast.AST]


def match_read(sdk: Sdk, matcher: Matcher, node: ast.expr) -> Match | None:
    """How ``node`` reads the flag; one that gives what the inventory cannot say is no read."""
    if not isinstance(node, (ast.Call, ast.Attribute, ast.Subscript)):
        return None
    matcher = replace(matcher, by_text=False)
    for spelling in sdk.spellings:
        if spelling.gives is not UNKNOWN and (own := _match(sdk, matcher, spelling.chain, (matcher.module, node))):
            return Match(spelling, own | _made(sdk, matcher, node))
    return None


def holds(sdk: Sdk, matcher: Matcher, found: Held | None) -> bool:
    """Whether a name that was given this holds the flag as an object, or what the library says of it."""
    if found is None:
        return False
    parts = {s.chain[i:]: None for s in sdk.spellings for i in range(1, len(s.chain))}
    return any(_match(sdk, matcher, chain, found) for chain in parts)


def asks(sdk: Sdk, matcher: Matcher, node: ast.Call) -> Match | None:
    """The spelling that a call is, or holds the key for, whatever the inventory says of the value."""
    matcher = replace(matcher, by_text=False)
    for spelling in sdk.spellings:
        for start in range(len(spelling.chain)):
            if own := _match(sdk, matcher, spelling.chain[start:], (matcher.module, node)):
                return Match(spelling, own | _made(sdk, matcher, node))
    return None


def _match(sdk: Sdk, matcher: Matcher, chain: Chain, found: Held) -> frozenset[ast.AST]:
    """The calls that the chain writes down; empty where it does not match."""
    module, node = found
    if matcher.module is not module or matcher.by_text:
        matcher = replace(matcher, module=module, by_text=False)
    captured = matcher.match(chain[0], node)
    if captured is None:
        return frozenset()
    own = frozenset([*own_calls(chain[0].tree, node), node])
    if len(chain) > 1:
        inner = held(matcher.world, module, captured[HELD])
        deeper = _match(sdk, matcher, chain[1:], inner) if inner else frozenset()
        return own | deeper if deeper else frozenset()
    client = captured.get(_CLIENT)
    known = client is None or may_be_client(matcher.world, module, client, sdk.entry.clients)
    return own if known else frozenset()


def _made(sdk: Sdk, matcher: Matcher, node: ast.AST) -> frozenset[ast.AST]:
    """Calls in ``node`` that only make what the read is asked with: clients, users, contexts."""
    calls = (part for part in ast.walk(node) if isinstance(part, ast.Call))
    return frozenset(call for call in calls if only_makes(sdk, matcher.world, matcher.module, call))


def only_makes(sdk: Sdk, world: World, module: Module, call: ast.Call) -> bool:
    """Whether the entry says that a call makes a value and does nothing else."""
    func = call.func
    if isinstance(func, ast.Attribute) and f".{func.attr}" in sdk.entry.makes:
        return may_be_client(world, module, func.value, sdk.entry.clients)
    found = target(world, module, func)
    if isinstance(found, str):
        return found in sdk.entry.clients or any(f"{found}.".startswith(f"{name}.") for name in sdk.entry.makes)
    inner = func.value if isinstance(func, ast.Attribute) else None
    return (
        isinstance(inner, ast.Call)
        and isinstance(_root(world, module, inner), str)
        and (only_makes(sdk, world, module, inner))
    )


def _root(world: World, module: Module, call: ast.Call) -> object:
    """What stands at the beginning of ``Context.builder(…).kind(…).build()``."""
    node: ast.expr = call
    while isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Call):
        node = node.func.value
    return target(world, module, node.func) if isinstance(node, ast.Call) else None
