"""A definition that nothing seems to use into why it may be reached all the same."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from legacy_codemod.cascade.alive import Alive
from legacy_codemod.cascade.fields import field_doubt
from legacy_codemod.cascade.openings import openings
from legacy_codemod.cascade.wholes import hands_out_all
from legacy_codemod.index.django_settings import reader_elsewhere
from legacy_codemod.index.family import family, owner_of
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import class_of, target
from legacy_codemod.index.symbols import Symbol, class_node, instance_stores, last_name
from legacy_codemod.index.world import World, dotted_name
from legacy_codemod.testing import is_test

_ASKS = frozenset({"getattr", "hasattr", "attrgetter", "methodcaller"})
_SEE = frozenset({"eval", "exec", "globals"})
LOADS = frozenset({"import_module", "__import__", "import_string"})
_HOLDS = frozenset({"globals", "vars"})


def dynamic_doubt(now: Alive, symbol: Symbol) -> str:
    """Where a name put together at run time, or a module that is handed on whole, may reach ``symbol``; else empty."""
    world = now.world
    for path in _nearby(world, symbol):
        module = None if is_test(path) else world.module(path)
        if module is None:
            continue
        for node in module.nodes if (_ASKS | _HOLDS) & module.words.keys() else ():
            pattern = _asked_pattern(node, openings(module, node))
            if pattern and re.fullmatch(pattern, symbol.last):
                return f"now unused, but {path}:{node.lineno} may reach it by a name put together at run time"  # type: ignore[attr-defined]
        public = not symbol.last.startswith("_")
        if "." not in symbol.name and public and (line := _handed_on(world, module, symbol)):
            return (
                f"now unused, but its module is handed on as a whole at {path}:{line}, so it may be reached from there"
            )
    if elsewhere := reader_elsewhere(world, symbol):
        verb = "reads" if elsewhere == "Django" else "may read"
        return f"now unused here, but {elsewhere} {verb} {symbol.last} itself, so it stays"
    if "." in symbol.name:
        return field_doubt(now, symbol) or _whole_doubt(world, symbol)
    return _seen(world, symbol) or _loaded(world, symbol)


def _whole_doubt(world: World, symbol: Symbol) -> str:
    """Where the attributes of an instance are written out all at once, this one among them."""
    owner, module = owner_of(symbol), world.module(symbol.path)
    node = class_node(world, owner)
    if module is None or node is None or not instance_stores(module, node, symbol.last):
        return ""
    for path in _nearby(world, symbol):
        other = None if is_test(path) else world.module(path)
        for of in hands_out_all(other) if other else ():
            held = class_of(world, other, of) if other else None
            if held is None or held in family(world, owner):
                return f"now unused, but {path}:{of.lineno} hands out all attributes at once"
    return ""


def _seen(world: World, symbol: Symbol) -> str:
    """Where ``eval(text)``, ``exec(text)`` or ``globals()`` of its file may reach any name there; else empty."""
    module = world.module(symbol.path)
    for name in module.scopes.at_name if module and any(word in module.words for word in _SEE) else ():
        if module and name.id in _SEE and module.scopes.resolve(name) is None and _may_say(module, name, symbol.last):
            return f"now unused, but {symbol.path}:{name.lineno} may reach any name of the file"
    return ""


def _may_say(module: Module, name: ast.Name, wanted: str) -> bool:
    """Whether what is written there leaves the name open, or says it."""
    call = module.scopes.parents[name]
    if not isinstance(call, ast.Call):
        return True
    outer = module.scopes.parents[call]
    if name.id == "globals":
        return not (_asked_pattern(outer, {}) or _asked_pattern(module.scopes.parents[outer], {}))
    text = call.args[0].value if call.args and isinstance(call.args[0], ast.Constant) else None
    return re.search(rf"\b{re.escape(wanted)}\b", text) is not None if isinstance(text, str) else True


def _loaded(world: World, symbol: Symbol) -> str:
    """Where a module whose name is put together at run time may be that of ``symbol``; else empty."""
    dotted = dotted_name(world, symbol.path)
    for path, _held in world.mentioning(LOADS) if not symbol.last.startswith("_") else ():
        module = None if is_test(path) else world.module(path)
        for node in module.nodes if module else ():
            pattern = _loaded_pattern(world, path, node)
            if pattern and re.fullmatch(pattern, dotted):
                return f"now unused, but {path}:{node.lineno} may import its module by a name put together at run time"  # type: ignore[attr-defined]
    return ""


def _loaded_pattern(world: World, path: str, node: ast.AST) -> str:
    """The regular expression of the modules that ``import_module(f"app.{name}")`` may import; empty for any at all."""
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=[asked, *_]) if name in LOADS:
            pattern = "" if isinstance(asked, ast.Constant) else _pattern(asked)
        case _:
            return ""
    if pattern.startswith("\\."):
        dotted = dotted_name(world, path)
        pattern = re.escape(dotted if path.endswith("__init__.py") else dotted.rpartition(".")[0]) + pattern
    return pattern if re.search(r"[^\W\d_]", pattern) else ""


def _nearby(world: World, symbol: Symbol) -> list[str]:
    """Files that know the class or the module: only those can ask it for a name."""
    if "." not in symbol.name:
        word = dotted_name(world, symbol.path).rpartition(".")[2]
        return sorted({symbol.path, *(path for path, _ in world.mentioning([word]))})
    owners = family(world, owner_of(symbol))
    known = {path for path, _ in world.mentioning([owner.last for owner in owners])}
    return sorted({symbol.path, *known, *(owner.path for owner in owners)})


def _asked_pattern(node: ast.AST, known: Mapping[str, str]) -> str:
    """The regular expression of names that ``getattr(x, f"do_{kind}")`` or ``globals()["do_" + kind]`` may give."""
    match node:
        case ast.Call(func=ast.Name(id=name), args=[_, asked, *_]) if name in _ASKS:
            return _pattern(asked, known)
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=[asked]) if name in _ASKS:
            return _pattern(asked, known)
        case ast.Subscript(value=ast.Call(func=ast.Name(id=name)), slice=asked) if name in _HOLDS:
            return _pattern(asked, known)
        case ast.Call(func=ast.Attribute(value=ast.Call(func=ast.Name(id=name)), attr="get"), args=[asked, *_]) if (
            name in _HOLDS
        ):
            return _pattern(asked, known)
    return ""


def _pattern(node: ast.expr, known: Mapping[str, str] = MappingProxyType({})) -> str:
    """Empty where nothing of the name is written: such a name comes from a string, which is a use of its own."""
    match node:
        case ast.JoinedStr(values=values):
            parts = [re.escape(str(v.value)) if isinstance(v, ast.Constant) else _opening(v, known) for v in values]
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            parts = [_pattern(left, known) or _opening(left, known), _pattern(right, known) or _opening(right, known)]
        case ast.BinOp(left=ast.Constant(value=str(text)), op=ast.Mod()):
            parts = [".*".join(map(re.escape, re.split(r"%\w", text)))]
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(text)), attr="format")):
            parts = [".*".join(map(re.escape, re.split(r"\{[^}]*\}", text)))]
        case ast.Constant(value=str(text)):
            parts = [re.escape(text)]
        case _:
            return ""
    return "".join(parts) if any(part.strip(".*") for part in parts) else ""


def _opening(node: ast.expr, known: Mapping[str, str]) -> str:
    named = node.value if isinstance(node, ast.FormattedValue) else node
    return known.get(named.id, ".*") if isinstance(named, ast.Name) else ".*"


def _handed_on(world: World, module: Module, symbol: Symbol) -> int:
    """The line where ``module`` uses the symbol's whole module as a value; 0 where it only reads other names of it."""
    word = dotted_name(world, symbol.path).rpartition(".")[2]
    for node in _mentions(module, word):
        parent = module.scopes.parents[node]
        if isinstance(parent, ast.Attribute) or target(world, module, node) != Symbol(symbol.path):
            continue
        asks = isinstance(parent, ast.Call) and _asks_by_name(parent, node)
        if not asks and symbol.last in _read_from(module, node, symbol.last):
            return node.lineno
    return 0


def _read_from(module: Module, node: ast.expr, last: str) -> set[str]:
    """What is read of the variable that ``node`` is given to (``m = mod``, ``for m in (mod, …)``); ``last`` if more."""
    parent = module.scopes.parents[node]
    outer = module.scopes.parents[parent] if isinstance(parent, (ast.Tuple, ast.List)) else parent
    match outer:
        case ast.Assign(targets=[ast.Name() as name]) | ast.For(target=ast.Name() as name):
            scope = module.scopes.resolve(name)
            loads = scope.loads.get(name.id, []) if scope else []
            parents = [module.scopes.parents[load] for load in loads]
            names = {p.attr for p in parents if isinstance(p, ast.Attribute)}
            return names if all(isinstance(p, ast.Attribute) for p in parents) else {last}
    return {last}


def _mentions(module: Module, word: str) -> Iterator[ast.Name | ast.Attribute]:
    known = {alias.asname for node in module.imports for alias in node.names if alias.asname} | {word}
    yield from (name for name in module.scopes.at_name if name.id in known and isinstance(name.ctx, ast.Load))
    yield from module.attributes.get(word, ())


def _asks_by_name(call: ast.Call, node: ast.expr) -> bool:
    """``getattr(mod, "name")`` and ``patch.object(mod, "name")`` say which name they reach; ``reload`` reaches none."""
    if last_name(call.func) == "reload":
        return True
    position = call.args.index(node) + 1 if node in call.args else len(call.args)
    following = call.args[position] if position < len(call.args) else None
    return isinstance(following, ast.Constant) or bool(following is not None and _pattern(following))
