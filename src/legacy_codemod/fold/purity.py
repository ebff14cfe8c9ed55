"""Expressions into whether evaluating them may do anything: only what does nothing may go unasked."""

from __future__ import annotations

import ast
from collections.abc import Set
from dataclasses import dataclass

from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import target
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.index.world import World
from legacy_codemod.truth import STR_METHODS

# Calls that only compute. A random draw is one: nothing but the flag's own branch may depend on it having been made.
PURE_CALLS = frozenset(
    """
    abs all any ascii bin bool bytes callable chr complex dict divmod enumerate float format frozenset hasattr hash hex
    id int isinstance issubclass len list max min oct ord range repr reversed round set slice sorted str sum tuple type
    zip getattr super object
    random.random random.randint random.randrange random.uniform secrets.randbelow random.choice
    os.getenv os.environ.get
    hashlib.md5 hashlib.sha1 hashlib.sha256 hashlib.sha512 hashlib.blake2b zlib.crc32 zlib.adler32 binascii.crc32
    uuid.uuid4 time.time time.monotonic time.perf_counter datetime.datetime.now datetime.datetime.utcnow
    os.path.join os.path.exists pathlib.Path re.compile logging.getLogger collections.OrderedDict collections.namedtuple
    decimal.Decimal datetime.timedelta fractions.Fraction typing.cast typing.TypeVar dataclasses.field
    """.split()  # noqa: SIM905  a page of words reads better than a list of strings
)
_PURE_METHODS = STR_METHODS | frozenset({"encode", "decode", "digest", "hexdigest"})
_IMPURE = (ast.Await, ast.Yield, ast.YieldFrom, ast.NamedExpr)


@dataclass(frozen=True, slots=True)
class Idle:
    """What was found to do nothing: ``calls`` that act on nothing, and operands that are ``never_asked``."""

    calls: Set[ast.AST] = frozenset()
    never_asked: Set[ast.AST] = frozenset()


def is_pure(world: World, module: Module, node: ast.AST, idle: Idle = Idle()) -> bool:
    """Whether skipping ``node`` loses nothing: reads, arithmetic and displays, but no call that may act.

    Attribute reads and subscripts count as reads, as the project's rules say.
    """
    if isinstance(node, ast.Lambda) or node in idle.never_asked:
        return True
    if isinstance(node, _IMPURE) and not (isinstance(node, ast.Await) and node.value in idle.calls):
        return False
    if isinstance(node, ast.Call) and node not in idle.calls and not _is_pure_call(world, module, node):
        return False
    return all(is_pure(world, module, child, idle) for child in ast.iter_child_nodes(node))


def _is_pure_call(world: World, module: Module, node: ast.Call) -> bool:
    func = node.func
    if isinstance(func, ast.Name) and func.id in PURE_CALLS and module.scopes.resolve(func) is None:
        return True
    found = target(world, module, func) if isinstance(func, (ast.Name, ast.Attribute)) else None
    if isinstance(found, str):
        return found in PURE_CALLS
    if isinstance(func, ast.Attribute) and func.attr == "get" and _is_configuration_key(node):
        return True
    if isinstance(found, Symbol):
        return False
    return isinstance(func, ast.Attribute) and func.attr in _PURE_METHODS


def _is_configuration_key(node: ast.Call) -> bool:
    """``config.get("SOME_KEY", …)``: a mapping asked for an upper-case key, which no request or query is."""
    key = node.args[0].value if node.args and isinstance(node.args[0], ast.Constant) else None
    return isinstance(key, str) and key.isidentifier() and key.isupper()
