"""An expression into the object that reads variables which it holds: who made it, and with which prefix."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from legacy_codemod.env_readers import EnvReader
from legacy_codemod.env_reads.keys import ANY, Parts, text_parts
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import target
from legacy_codemod.index.scopes import Kind
from legacy_codemod.index.symbols import Symbol, bindings
from legacy_codemod.index.world import World
from legacy_codemod.shapes import NOT_CONSTANT, Captured, Matcher, compile_shape

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_DEPTH = 4


@dataclass(frozen=True, eq=False)
class Reading:
    """The object behind an expression; ``call`` made it, unless the library hands it out ready."""

    module: Module
    call: ast.Call | None = None
    captured: Captured | None = None
    maker: str = ""


def strict_matcher(world: World, module: Module) -> Matcher:
    """One for which a name is what it resolves to, whatever it is spelled like."""
    return Matcher(world, module, lambda *_: NOT_CONSTANT, by_text=False)


def reading_object(world: World, module: Module, node: ast.expr, makers: tuple[str, ...]) -> Reading | None:
    """The object that ``node`` is, where one of ``makers`` made it, once."""
    return _held(world, module, node, makers, _DEPTH)


def _held(world: World, module: Module, node: ast.expr, makers: tuple[str, ...], depth: int) -> Reading | None:
    matcher = strict_matcher(world, module)
    for maker in makers:
        captured = matcher.match(compile_shape(maker), node)
        if captured is not None:
            return Reading(module, node if isinstance(node, ast.Call) else None, captured, maker)
    if depth <= 0 or not isinstance(node, (ast.Name, ast.Attribute)):
        return None
    home, value = _only_value(world, module, node)
    return _held(world, home, value, makers, depth - 1) if home and value is not None else None


def _only_value(world: World, module: Module, node: ast.Name | ast.Attribute) -> tuple[Module | None, ast.expr | None]:
    found = target(world, module, node)
    if isinstance(found, Symbol):
        home, bound = world.module(found.path), bindings(world, found)
    else:
        scope = module.scopes.resolve(node) if isinstance(node, ast.Name) else None
        home, bound = module, scope.bindings.get(node.id, []) if scope and isinstance(node, ast.Name) else []
    single = len(bound) == 1 and bound[0].kind is Kind.ASSIGN
    return home, bound[0].value if single else None


def prefix_of(world: World, place: tuple[Module, ast.expr], held: tuple[EnvReader, ast.expr, Reading]) -> Parts:
    """What stands before each name that ``held`` reads at ``place``: its own prefix, and those of managers around."""
    reader, _, reading = held
    own: Parts = ()
    if reading.captured and "PREFIX" in reading.captured:
        own = text_parts(world, reading.module, reading.captured["PREFIX"])
        own = ANY if any("," in (part or "") for part in own) else own  # it gives several
    if reader.prefix_attribute and _is_given_a_prefix(world, reader):
        own = ANY
    return (*own, *_around(world, place, held))


def _is_given_a_prefix(world: World, reader: EnvReader) -> bool:
    return world.once(
        ("prefix is set", reader.name),
        lambda: any(_sets_prefix(world, module, reader) for module in _naming(world, reader)),
    )


def _naming(world: World, reader: EnvReader) -> Iterator[Module]:
    for path, _held_words in world.mentioning([reader.prefix_attribute]):
        if module := world.module(path):
            yield module


def _sets_prefix(world: World, module: Module, reader: EnvReader) -> bool:
    makers = tuple(maker for each in reader.objects.values() for maker in each)
    return any(
        isinstance(node.ctx, ast.Store) and reading_object(world, module, node.value, makers) is not None
        for node in module.attributes.get(reader.prefix_attribute, ())
    )


def _around(world: World, place: tuple[Module, ast.expr], held: tuple[EnvReader, ast.expr, Reading]) -> Parts:
    """The managers around a read, up to the function it stands in: one that runs elsewhere may be inside of others."""
    (module, node), (reader, base, _) = place, held
    if not reader.prefixed:
        return ()
    parts: Parts = ()
    for outer in module.scopes.ancestors(node):
        if isinstance(outer, _FUNCTIONS):
            return ANY + parts if _has_managers(world, reader) else parts
        if isinstance(outer, (ast.With, ast.AsyncWith)):
            for item in reversed(outer.items):
                parts = _prefix_given(world, module, item, (reader, base)) + parts
    return parts


def _prefix_given(world: World, module: Module, item: ast.withitem, of: tuple[EnvReader, ast.expr]) -> Parts:
    reader, base = of
    for pattern in reader.prefixed:
        captured = strict_matcher(world, module).match(compile_shape(pattern), item.context_expr)
        holder = next((captured[name] for name in reader.objects if name in captured), None) if captured else None
        bound = item.optional_vars  # `with env.prefixed("APP_") as env:` gives the same object
        if captured and holder and ast.dump(base) in _spellings(holder, bound):
            return text_parts(world, module, captured["PREFIX"])
    return ()


def _spellings(holder: ast.expr, bound: ast.expr | None) -> set[str]:
    names = {ast.dump(holder)}
    if isinstance(bound, ast.Name):
        names.add(ast.dump(ast.Name(bound.id, ast.Load())))
    return names


def _has_managers(world: World, reader: EnvReader) -> bool:
    words = {word for pattern in reader.prefixed for word in compile_shape(pattern).anchors}
    return world.once(("managers", reader.name), lambda: bool(world.mentioning(words)))
