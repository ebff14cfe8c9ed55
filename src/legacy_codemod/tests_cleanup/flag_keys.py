"""A flag into the keys that tests set it by: ``"new"`` of ``is_on("new")``, ``Feature.NEW`` of ``has(Feature.NEW)``."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from legacy_codemod.fold.evaluate import Evaluator
from legacy_codemod.fold.flags import Flag
from legacy_codemod.fold.held import held
from legacy_codemod.fold.sdk import holds, imports, match_read
from legacy_codemod.index.module import Module
from legacy_codemod.index.symbols import Symbol, bindings, last_name
from legacy_codemod.index.world import World, dotted_name
from legacy_codemod.model import UNKNOWN, DecoratorFlag, ExprFlag, Scalar, Unknown
from legacy_codemod.sdk_entries import FlagSdk, flag_sdks
from legacy_codemod.shapes import Matcher, Shape, rarest_word
from legacy_codemod.testing import is_test


def keys(flag: Flag) -> list[ast.expr]:
    """The strings and dotted names that the flag's expression is given, or the object whose method it calls."""
    if flag.sdk is not None:
        return [ast.Constant(flag.sdk.key)]
    if not isinstance(flag.subject, (ExprFlag, DecoratorFlag)):
        return []
    found: list[ast.expr] = []
    for _, shape in flag.shapes:
        match shape.tree:
            case ast.Call(func=ast.Attribute(value=owner), args=[], keywords=[]) if _is_key(owner):
                found.append(owner)
            case ast.Call(args=args, keywords=keywords):
                found += [part for part in (*args, *(k.value for k in keywords)) if _is_key(part)]
            case ast.Subscript(slice=part) if _is_key(part):
                found.append(part)
    return found


def _is_key(node: ast.expr) -> bool:
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str)
    return isinstance(node, (ast.Name, ast.Attribute)) and not any(
        isinstance(n, ast.Name) and n.id.startswith("__") for n in ast.walk(node)
    )


def key_words(world: World, flag: Flag) -> frozenset[str]:
    """Words of which a file must hold one to set the flag by a key."""
    found = (rarest_word(str(k.value)) if isinstance(k, ast.Constant) else _last_word(k) for k in keys(flag))
    return frozenset(filter(None, (*found, *map(rarest_word, texts(world, flag)))))


def texts(world: World, flag: Flag) -> frozenset[str]:
    """What the constants hold by which the flag's expression says its key: ``"new"`` of ``features.NEW``."""
    return world.once(("texts of", flag.subject), lambda: frozenset(_texts(world, flag)))


def _texts(world: World, flag: Flag) -> Iterator[str]:
    for key in keys(flag):
        if isinstance(key, ast.Constant) or "." not in (said := ast.unparse(key)):
            continue
        held = {text for path, _held in world.mentioning([_last_word(key)]) for text in _held_by(world, path, said)}
        if len(held) == 1:
            yield held.pop()


def _held_by(world: World, path: str, said: str) -> Iterator[str]:
    """The text that a file gives the name ``said``, whose beginning may be of the file's own: ``features.NEW``."""
    parts = said.split(".")
    for length in range(1, len(parts) + 1):
        own = f".{dotted_name(world, path)}".endswith("." + ".".join(parts[:-length])) or length == len(parts)
        for binding in bindings(world, Symbol(path, ".".join(parts[-length:]))) if own and not is_test(path) else ():
            if isinstance(binding.value, ast.Constant) and isinstance(binding.value.value, str):
                yield binding.value.value


def _last_word(key: ast.expr) -> str:
    return next(reversed(re.findall(r"\w+", ast.unparse(key))), "")


def means_flag(ask: Evaluator, module: Module, node: ast.expr) -> bool:
    """Whether ``node`` is a key of the flag: the same name, or what it holds is the same string."""
    assert ask.flag is not None
    if node not in ask.hot(module).nodes:
        return False
    matcher = Matcher(ask.world, module, ask.literal)
    if ask.flag.sdk is not None and holds(ask.flag.sdk, matcher, held(ask.world, module, node)):
        return True
    if isinstance(node, ast.Constant) and node.value in texts(ask.world, ask.flag):
        return True
    return any(matcher.match(Shape("", key), node) is not None for key in keys(ask.flag))


def reader(flag: Flag) -> str:
    """The last name of the function or method that the flag's expression calls; empty where it calls none."""
    return next(iter(readers(flag)), "")


def readers(flag: Flag) -> tuple[str, ...]:
    """All such names: a flag of an SDK has several."""
    shapes = [spelling.chain[0] for spelling in flag.sdk.spellings] if flag.sdk else []
    trees = [shape.tree for shape in shapes or [shape for _, shape in flag.shapes[:1]]]
    funcs = [tree.func for tree in trees if isinstance(tree, ast.Call)]
    return tuple(dict.fromkeys(last_name(func) for func in funcs))


def returned_by(flag: Flag, name: str) -> Scalar | Unknown:
    """What the reader ``name`` returns where the flag has its value: of an SDK's flag, it may be the contrary."""
    if flag.sdk is None:
        return flag.subject.value
    trees = ((spelling.gives, spelling.chain[0].tree) for spelling in flag.sdk.spellings)
    calls = ((gives, tree.func) for gives, tree in trees if isinstance(tree, ast.Call))
    found = {gives for gives, func in calls if last_name(func) == name}
    return found.pop() if len(found) == 1 else UNKNOWN


def only_reads_flag(ask: Evaluator, name: str, place: str = "") -> bool:
    """Whether every call of the reader ``name`` outside the tests, or in the file at ``place``, reads this flag.

    A mock of it there forces no other.
    """
    assert ask.flag is not None
    if not name or name not in readers(ask.flag):
        return False
    paths = [place] if place else (path for path, _held in ask.world.mentioning([name]) if not is_test(path))
    found = (read for path in paths for read in _reads(ask, path, name))
    return next(found, False) and all(found)


def _reads(ask: Evaluator, path: str, name: str) -> Iterator[bool]:
    """For each call of the reader in a file: whether it reads the flag."""
    module = ask.world.module(path)
    assert ask.flag is not None
    for node in module.nodes if module else ():
        if isinstance(node, ast.Call) and last_name(node.func) == name:
            matcher = Matcher(ask.world, module, ask.literal)  # type: ignore[arg-type]
            if ask.flag.sdk is not None:
                yield match_read(ask.flag.sdk, matcher, node) is not None
            else:
                yield any(matcher.match(shape, node) is not None for _, shape in ask.flag.shapes)


def reads_store(world: World, flag: Flag, store: str) -> bool:
    """Whether the flag is an entry of ``store``: its expression says so, or its reader's file looks keys up there."""
    for _, shape in flag.shapes:
        if any(last_name(n) == store for n in ast.walk(shape.tree)):
            return True
    return any(_looks_up(module, store) for module in _defining(world, reader(flag)))


def is_read_elsewhere(world: World, flag: Flag) -> bool:
    """Whether no file of the repository defines the flag's reader, so that what it looks up is not seen."""
    name = reader(flag)
    return bool(name) and not any(
        function.name == name
        for path, _held in world.mentioning([name])
        if (module := world.module(path)) is not None and not is_test(path)
        for function in module.functions
    )


def wrapped(world: World, flag: Flag) -> tuple[FlagSdk, ...]:
    """The flag libraries that the flag's own reader may ask: its file imports them."""
    if flag.sdk is not None:
        return ()
    files = list(_defining(world, reader(flag)))
    return tuple(entry for entry in flag_sdks() if any(imports(module, entry) for module in files))


def _defining(world: World, name: str) -> Iterator[Module]:
    for path, _held in world.mentioning([name]) if name else ():
        module = world.module(path) if not is_test(path) else None
        if module is not None and any(getattr(s, "name", "") == name for s in module.tree.body):
            yield module


def _looks_up(module: Module, store: str) -> bool:
    """Whether an entry of ``store`` is read by a key that is not written there."""
    for node in module.attributes.get(store, ()):
        outer = module.scopes.parents[node]
        if isinstance(outer, ast.Subscript) and not isinstance(outer.slice, ast.Constant):
            return True
        call = module.scopes.parents[outer]
        if isinstance(outer, ast.Attribute) and outer.attr == "get" and isinstance(call, ast.Call):
            return bool(call.args) and not isinstance(call.args[0], ast.Constant)
    return False
