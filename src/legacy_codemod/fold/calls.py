"""Calls into what they give: functions the flag made constant, builtins, random draws and buckets."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import TYPE_CHECKING

from legacy_codemod.fold.applied import Body, applied, run
from legacy_codemod.fold.enums import by_value, is_enum
from legacy_codemod.fold.flags import Read
from legacy_codemod.fold.generators import is_generator
from legacy_codemod.fold.library import BUILTINS, builtin, library, method
from legacy_codemod.fold.lookups import display_of, elements, looked_up
from legacy_codemod.fold.outcome import Function, is_refillable
from legacy_codemod.fold.rebound import is_certain, rebound
from legacy_codemod.index import resolve, symbols
from legacy_codemod.index.module import Module
from legacy_codemod.index.symbols import Symbol, last_name
from legacy_codemod.truth import OPAQUE, Known, Opaque, Value, Within, because, settled, shown, truth

if TYPE_CHECKING:
    from legacy_codemod.fold.evaluate import Evaluator

# Decorators under which a call still gives what the body returns.
_TRANSPARENT = frozenset(
    {"staticmethod", "classmethod", "property", "cached_property", "cache", "lru_cache", "override", "wraps"}
)


def call_value(ask: Evaluator, module: Module, node: ast.Call) -> Value:
    """What ``node`` gives."""
    read = ask.hot(module).nodes
    for argument in node.args if ask.asks_everything else ():
        if argument in read:  # which may read the flag itself, whatever becomes of the call
            ask.value(module, argument)
    func = node.func
    found = resolve.target(ask.world, module, func) if isinstance(func, (ast.Name, ast.Attribute)) else None
    if found is None and isinstance(func, ast.Name) and module.scopes.resolve(func) is None:
        return _builtin(ask, module, node)
    if isinstance(found, str):
        return _outside(ask, module, node, found)
    if isinstance(found, Symbol):
        return _own_function(ask, module, node, found)
    if isinstance(func, ast.Name) and (local := _local_function(module, func)):
        return _from_local(ask, module, node, local)
    if isinstance(func, ast.Attribute) and not node.keywords:
        answer = _looked_up(ask, module, node)
        base = ask.value(module, func.value) if isinstance(answer, Opaque) else OPAQUE
        if not isinstance(base, Opaque):
            answer = method(base, func.attr, _arguments(ask, module, node))
        if not isinstance(answer, Opaque):
            ask.settled_calls.add(node)
        return answer
    return OPAQUE


def _arguments(ask: Evaluator, module: Module, node: ast.Call) -> tuple[Value, ...]:
    """What a call passes, up to the first argument that is not known: behind it nothing is asked."""
    found: list[Value] = []
    for argument in node.args:
        found.append(ask.value(module, argument))
        if isinstance(found[-1], Opaque):
            break
    return tuple(found)


def _local_function(module: Module, name: ast.Name) -> ast.FunctionDef | None:
    """The one function that a function defines under a name."""
    scope = module.scopes.resolve(name)
    bound = scope.bindings.get(name.id, []) if scope and scope.is_function else []
    node = bound[0].node if len(bound) == 1 else None
    return node if isinstance(node, ast.FunctionDef) else None


def _from_local(ask: Evaluator, module: Module, call: ast.Call, node: ast.FunctionDef) -> Value:
    value = returned(ask, module, node) if not ask.frames else OPAQUE  # whose locals may change between its calls
    if not settled(value) or is_refillable(value):
        return OPAQUE
    ask.settled_calls.add(call)
    return because(value, f"{node.name}() is always {shown(value)}")


def _looked_up(ask: Evaluator, module: Module, node: ast.Call) -> Value:
    """``{…}.get(key, default)``."""
    if not isinstance(node.func, ast.Attribute) or node.func.attr != "get" or len(node.args) not in (1, 2):
        return OPAQUE
    home, display = display_of(ask, module, node.func.value)
    key, *default = [ask.value(module, a) for a in node.args]
    if isinstance(display, ast.Dict):
        return looked_up(ask, (home, display), key, default[0] if default else Known(None))
    return OPAQUE


def _outside(ask: Evaluator, module: Module, node: ast.Call, dotted: str) -> Value:
    if node.keywords:
        return OPAQUE
    arguments = _arguments(ask, module, node)
    answer = library(dotted, arguments)
    if isinstance(answer, Opaque):
        return _external(dotted, arguments)
    ask.settled_calls.add(node)
    return answer


def _builtin(ask: Evaluator, module: Module, node: ast.Call) -> Value:
    name = getattr(node.func, "id", "")
    if node.keywords:
        return OPAQUE
    if name == "getattr" and len(node.args) in (2, 3) and isinstance(node.args[1], ast.Constant):
        return _by_string(ask, module, node)
    if name in ("all", "any") and len(node.args) == 1:
        row = elements(ask, module, node.args[0])
        if row is not None:
            return _all_or_any(name, row)
    return builtin(name, _arguments(ask, module, node)) if name in BUILTINS else OPAQUE


def _by_string(ask: Evaluator, module: Module, node: ast.Call) -> Value:
    """``getattr(settings, "NEW", False)`` of what certainly has the attribute."""
    from legacy_codemod.fold.names import attribute_value  # the two ask each other

    name = getattr(node.args[1], "value", None)
    if not isinstance(name, str) or not name.isidentifier():
        return OPAQUE
    return attribute_value(ask, module, ast.copy_location(ast.Attribute(node.args[0], name, ast.Load()), node))


def _all_or_any(name: str, values: Sequence[Value]) -> Value:
    """``all([…])`` is false by one false element, true where each is true; a display evaluates them all."""
    stops = name == "any"
    for value in values:
        if truth(value) is stops:
            return Known(stops, value.why)
    if all(truth(v) is (not stops) for v in values):
        return Known(not stops, tuple(dict.fromkeys(w for v in values for w in v.why)))
    return OPAQUE


def _external(dotted: str, arguments: tuple[Value, ...]) -> Value:
    """Random draws: the interval that the library promises for them."""
    numbers = [a.value for a in arguments if isinstance(a, Known) and isinstance(a.value, (int, float))]
    if len(numbers) != len(arguments):
        return OPAQUE
    why = tuple(dict.fromkeys(w for a in arguments for w in a.why))
    match dotted, numbers:
        case "random.random", []:
            return Within(0, 1, below=True)
        case "random.randint", [low, high] if low <= high:
            return Within(low, high, below=False, why=why)
        case (("random.randrange" | "secrets.randbelow"), [stop]) if stop > 0:
            return Within(0, stop - 1, below=False, why=why)
        case "random.randrange", [low, stop] if low < stop:
            return Within(low, stop - 1, below=False, why=why)
        case "random.uniform", [low, high]:
            return Within(min(low, high), max(low, high), below=False, why=why)
    return OPAQUE


def bucket(ask: Evaluator, module: Module, node: ast.BinOp) -> Value | None:
    """``int(…) % N``, ``hash(…) % N``, ``crc32(…) % N``, which are whole numbers: from 0 up to ``N - 1``."""
    size = ask.value(module, node.right)
    if not (
        isinstance(size, Known) and isinstance(size.value, int) and size.value > 0 and isinstance(node.left, ast.Call)
    ):
        return None
    func = node.left.func
    found = resolve.target(ask.world, module, func) if isinstance(func, (ast.Name, ast.Attribute)) else None
    plain = isinstance(func, ast.Name) and func.id in ("int", "hash") and module.scopes.resolve(func) is None
    whole = plain or found in ("zlib.crc32", "zlib.adler32", "binascii.crc32")
    return Within(0, size.value - 1, below=False, why=size.why) if whole else None


def awaited_value(ask: Evaluator, module: Module, call: ast.Call) -> Value:
    """What ``await call`` gives, where the call is of a coroutine of the repository."""
    found = resolve.target(ask.world, module, call.func)
    node = symbols.definition(ask.world, found) if isinstance(found, Symbol) else None
    other = ask.world.module(found.path) if isinstance(found, Symbol) else None
    if not isinstance(found, Symbol) or not isinstance(node, ast.AsyncFunctionDef) or other is None:
        return OPAQUE
    return _from_function(ask, (module, call), (other, node), found)


def _own_function(ask: Evaluator, module: Module, call: ast.Call, found: Symbol) -> Value:
    node = symbols.definition(ask.world, found)
    other = ask.world.module(found.path)
    if isinstance(node, ast.ClassDef):
        return _member_called(ask, module, call, found)
    bound = symbols.bindings(ask.world, found)
    if isinstance(node, ast.Name) and isinstance(bound[0].value, ast.Lambda):
        node = bound[0].value
    if not isinstance(node, (ast.FunctionDef, ast.Lambda)) or other is None:
        return OPAQUE
    if not ask.asks_everything and call not in ask.hot(module).nodes and not _ends_in_a_return(node):
        return OPAQUE
    return _from_function(ask, (module, call), (other, node), found)


def _ends_in_a_return(node: ast.FunctionDef | ast.Lambda) -> bool:
    return isinstance(node, ast.Lambda) or isinstance(node.body[-1], ast.Return)


def _member_called(ask: Evaluator, module: Module, call: ast.Call, found: Symbol) -> Value:
    """``Mode("new")`` of an enumeration."""
    if len(call.args) != 1 or call.keywords or not is_enum(ask, found):
        return OPAQUE
    member = by_value(ask, found, ask.value(module, call.args[0]))
    if settled(member):
        ask.settled_calls.add(call)
    return member


def _from_function(ask: Evaluator, caller: tuple[Module, ast.Call], body: Body, found: Symbol) -> Value:
    module, call = caller
    if not is_transparent(ask, *body):
        return OPAQUE
    (value, reads), by_key, always = run(ask, body, {}), False, "() is always"
    if not settled(value) and not isinstance(value, Within) and (ask.asks_everything or call in ask.hot(module).nodes):
        (value, by_key), always = applied(ask, caller, body, reads=reads), "(…) is"
    if isinstance(value, Within):
        ask.settled_calls.add(call)
        return value
    if is_refillable(value) and not isinstance(body[1], ast.Lambda) and body[1].decorator_list:
        return OPAQUE  # a list that a cache hands out again may have grown
    if not settled(value) or rebound(ask, found) or not is_certain(ask, module, call.func, found):
        return OPAQUE
    ask.settled_calls.add(call)
    value = because(value, f"{found.last}{always} {shown(value)}")
    if by_key:  # what is passed makes it a read of the flag
        ask.reads[call] = Read(value)
    return value


def returned(ask: Evaluator, module: Module, node: Function) -> Value:
    """What every call of a function gives, where it does nothing else and no argument matters."""
    return run(ask, (module, node), {})[0] if is_transparent(ask, module, node) else OPAQUE


def is_transparent(ask: Evaluator, module: Module, node: Function) -> bool:
    """Whether a call of the function gives what its body returns."""
    decorators = [] if isinstance(node, ast.Lambda) else node.decorator_list
    yields = module.once(("yields", node), lambda: is_generator(node))
    return not yields and all(_is_transparent(ask, module, decorator) for decorator in decorators)


def _is_transparent(ask: Evaluator, module: Module, decorator: ast.expr) -> bool:
    """Whether the decorator has the name of one that hands the result through, and is none of the repository's own."""
    named = decorator.func if isinstance(decorator, ast.Call) else decorator
    if not isinstance(named, (ast.Name, ast.Attribute)) or last_name(named) not in _TRANSPARENT:
        return False
    found = resolve.target(ask.world, module, named)
    return isinstance(found, str) or (isinstance(named, ast.Name) and module.scopes.resolve(named) is None)
