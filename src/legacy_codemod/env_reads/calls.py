"""An expression into the read of an environment variable that it is, as some entry of the catalogue spells it."""

from __future__ import annotations

import ast
import heapq
import re
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter

from legacy_codemod.env_readers import EnvReader, Pattern, env_readers
from legacy_codemod.env_reads.called import asks_by, names_asked
from legacy_codemod.env_reads.foreseen import asked_words
from legacy_codemod.env_reads.keys import Key, Parts, text_parts
from legacy_codemod.env_reads.objects import Reading, prefix_of, reading_object, strict_matcher
from legacy_codemod.index.module import Module
from legacy_codemod.index.symbols import last_name
from legacy_codemod.index.world import World
from legacy_codemod.shapes import Captured, Matcher, Shape, compile_shape, meta_name, name_of

_Spelling = tuple[EnvReader, Pattern, Shape]
_Arguments = tuple[int, frozenset[str | None]]
_Table = dict[tuple[type[ast.expr], str, _Arguments | None], list[tuple[int, _Spelling]]]
_READS = (ast.Call, ast.Subscript, ast.Compare, ast.Attribute)


@dataclass(frozen=True, eq=False)
class EnvRead:
    """One read: the variable's name as far as it is known, and what the entry says of the spelling."""

    module: Module
    node: ast.expr
    key: Key
    reader: EnvReader
    pattern: Pattern
    captured: Captured
    reading: Reading | None = None

    @property
    def words(self) -> frozenset[str]:
        """What a file that holds the read mentions of the variable's name."""
        found: set[str] = set()
        for part in ast.walk(self.captured["KEY"]):
            match part:
                case ast.Constant(value=str(text)):
                    found |= {text, *re.findall(r"\w+", text)}
                case ast.Name(id=word) | ast.Attribute(attr=word):
                    found.add(word)
        return frozenset(found)


def env_read(matcher: Matcher, node: ast.expr) -> EnvRead | None:
    """The read that ``node`` is; names in it are looked up by ``matcher.literal``."""
    if not isinstance(node, _READS) or not isinstance(getattr(node, "ctx", ast.Load()), ast.Load):
        return None
    for reader, pattern, shape in _spellings(matcher.world, node):
        captured = matcher.match(shape, node)
        if captured is None:
            continue
        name = next((name for name in reader.objects if name in captured), "")
        base = captured[name] if name else None
        found = reading_object(matcher.world, matcher.module, base, reader.objects[name]) if base else None
        if base is None or found is not None:
            return _read(matcher, node, (reader, pattern, captured), (base, found))
    return None


def _read(
    matcher: Matcher,
    node: ast.expr,
    spelled: tuple[EnvReader, Pattern, Captured],
    held: tuple[ast.expr | None, Reading | None],
) -> EnvRead:
    reader, pattern, captured = spelled
    key = Key(_key_parts(matcher, captured["KEY"]))
    base, reading = held
    if base is not None and reading is not None:
        prefix = prefix_of(matcher.world, (matcher.module, node), (reader, base, reading))
        if "NAMESPACE" in captured:
            prefix = (*prefix, *text_parts(matcher.world, matcher.module, captured["NAMESPACE"]))
        key = key.behind(prefix, reader.joined if any(prefix) else "")  # one that is not known may be empty
    return EnvRead(matcher.module, node, key.upper() if reader.upper else key, reader, pattern, captured, reading)


def _key_parts(matcher: Matcher, node: ast.expr) -> Parts:
    if isinstance(node, (ast.Name, ast.Attribute)):
        held = matcher.literal(matcher.module, node)
        if isinstance(held, str):
            return (held,)
    return text_parts(matcher.world, matcher.module, node)


def every_read(world: World) -> Iterator[EnvRead]:
    """Every read of any variable in the files that mention what an entry spells."""
    yield from world.once("every env read", lambda: tuple(_every_read(world)))


def _every_read(world: World) -> Iterator[EnvRead]:
    mentioning = (world.module(path) for path, _held in world.mentioning(_anchors(world)))
    modules = [module for module in mentioning if module is not None]
    names = names_asked(present(world), modules)
    for module in modules:
        matcher = strict_matcher(world, module)
        asking = (node for node in module.nodes if isinstance(node, _READS) and asks_by(node, names))
        yield from (read for node in asking if (read := env_read(matcher, node)) is not None)


def present(world: World) -> tuple[EnvReader, ...]:
    """The entries whose library the repository mentions."""
    return world.once("env readers", lambda: _present(world))


def _present(world: World) -> tuple[EnvReader, ...]:
    words = {package for reader in env_readers() for package in reader.packages}
    world.tree.foresee(asked_words())
    held = {word for _, found in world.mentioning(words) for word in found}
    return tuple(r for r in env_readers() if not r.packages or held.intersection(r.packages))


def _spellings(world: World, node: ast.expr) -> Iterator[_Spelling]:
    """The patterns that a node of its type may match: not those with another attribute, or with other arguments."""
    table = world.once("env spellings", lambda: _table(present(world)))
    attribute = node.func.attr if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else ""
    for asked in dict.fromkeys(("", attribute)):
        both = [table.get((type(node), asked, each), []) for each in dict.fromkeys((None, _arguments(node)))]
        yield from (spelling for _, spelling in heapq.merge(*both, key=itemgetter(0)))


def _table(readers: tuple[EnvReader, ...]) -> _Table:
    found: _Table = {}
    patterns = ((reader, pattern) for reader in readers for pattern in reader.patterns)
    for rank, (reader, pattern) in enumerate(patterns):
        shape = compile_shape(pattern.source)
        kind = type(shape.tree), _asked(shape.tree), _arguments(shape.tree)
        found.setdefault(kind, []).append((rank, (reader, pattern, shape)))
    return found


def _arguments(node: ast.expr) -> _Arguments | None:
    """How many arguments a call has by position, and which by name; ``None`` where that is open, or it is no call."""
    if not isinstance(node, ast.Call) or any(isinstance(argument, ast.Starred) for argument in node.args):
        return None
    return len(node.args), frozenset(keyword.arg for keyword in node.keywords)


def _asked(tree: ast.expr) -> str:
    """``bool`` of ``$ENV.bool(…)``: a method that no import can rename."""
    func = tree.func if isinstance(tree, ast.Call) else None
    own = isinstance(func, ast.Attribute) and isinstance(func.value, ast.Name)
    return func.attr if own and func.value.id.startswith(meta_name("")) else ""  # type: ignore[union-attr]


def _anchors(world: World) -> frozenset[str]:
    """Words of which a file holds one where it reads a variable: of the call itself, or the object's name."""
    words: set[str] = set()
    for reader in present(world):
        makers = [compile_shape(maker) for each in reader.objects.values() for maker in each]
        for pattern in reader.patterns:
            if not any(f"${name}" in pattern.source for name in reader.objects):
                words |= compile_shape(pattern.source).anchors
        made = frozenset(shape.last for shape in makers)
        words |= made | _names_of_objects(world, made)
    return frozenset(words)


def _names_of_objects(world: World, made: frozenset[str]) -> set[str]:
    """The names that calls of ``made`` are given to, which other files may import."""
    found: set[str] = set()
    for path, _held in world.mentioning(made):
        module = world.module(path)
        for node in module.nodes if module else ():
            match node:
                case ast.Assign(targets=targets, value=ast.Call() as call):
                    named = targets if name_of(call) in made else []
                case ast.AnnAssign(target=target, value=ast.Call() as call):
                    named = [target] if name_of(call) in made else []
                case _:
                    continue
            found |= set(map(last_name, named))
    return found - {""}
