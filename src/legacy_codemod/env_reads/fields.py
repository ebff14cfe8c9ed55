"""Classes that are filled from the environment into their fields, each with the variables it is read from."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legacy_codemod.env_readers import Classes, EnvReader, Pattern
from legacy_codemod.env_reads.calls import present
from legacy_codemod.env_reads.keys import ANY, Key, Parts, text_parts
from legacy_codemod.env_reads.names import Declared, keys_of
from legacy_codemod.env_reads.objects import strict_matcher
from legacy_codemod.env_reads.options import given_option, is_an_argument, says
from legacy_codemod.index.family import ancestors, descendants, named_as_bases
from legacy_codemod.index.module import Module
from legacy_codemod.index.resolve import target
from legacy_codemod.index.said import words
from legacy_codemod.index.symbols import Symbol, Target, class_node, qualified
from legacy_codemod.index.world import World
from legacy_codemod.shapes import Captured, compile_shape

_DECORATED = re.compile(rb"@([^\n]*)")
_Field = ast.AnnAssign | ast.Assign


@dataclass(frozen=True, eq=False)
class FieldRead:
    """A field of ``owner``, declared as ``symbol`` there or in a base of it; one of ``keys`` gives its value."""

    reader: EnvReader
    owner: Symbol
    symbol: Symbol
    node: _Field
    keys: tuple[Key, ...]
    inner: tuple[Key, ...] = ()  # variables that give a part of its value
    spelled: tuple[Pattern, Captured] | None = None

    def gives(self, name: str) -> bool:
        """Whether ``name`` is certainly the one variable it is read from."""
        return len(self.keys) == 1 and self.keys[0].gives(name) and not self.inner

    def may_be(self, name: str) -> bool:
        """Whether ``name``, in whatever case, may give its value or a part of it."""
        return any(Key(key.parts, ignores_case=True).may_be(name) for key in (*self.keys, *self.inner))


def every_field(world: World) -> tuple[FieldRead, ...]:
    """Every such field of the repository."""
    return world.once("env fields", lambda: tuple(_every_field(world)))


def _every_field(world: World) -> Iterator[FieldRead]:
    filling = [(reader, reader.classes) for reader in present(world) if reader.classes is not None]
    known = frozenset(base for _, classes in filling for base in classes.bases)
    for reader, classes in filling:
        for owner in _owners(world, classes, known):
            yield from _fields(world, (reader, classes), owner)


def _owners(world: World, classes: Classes, known: frozenset[str]) -> list[Symbol]:
    names = {dotted.rpartition(".")[2] for dotted in classes.bases} | {
        word for pattern in classes.decorators for word in _last(pattern)
    }
    found: set[Symbol] = set()
    for path, held in world.mentioning(names):
        said = named_as_bases(world, path) | world.tree.glance_at(path, _in_decorators)
        module = None if held.isdisjoint(said) else world.module(path)
        for node in module.classes if module else ():
            bases = [target(world, module, base) for base in node.bases] if module else []
            if module and (_derives(bases, classes, known) or decorated(world, module, node, classes)):
                owner = Symbol(path, qualified(module, node))
                found |= {owner, *descendants(world, owner)}
    return sorted(found)


def _in_decorators(content: bytes) -> frozenset[str]:
    """The words behind ``@``: of few files more is asked."""
    return words(_DECORATED.findall(content))


def _last(pattern: str) -> frozenset[str]:
    return frozenset({pattern.partition("(")[0].rpartition(".")[2]})


def _derives(bases: Sequence[Target], classes: Classes, known: frozenset[str]) -> bool:
    """Whether a base is one of the library's, or one of that name of which no entry knows."""
    lasts = {dotted.rpartition(".")[2] for dotted in classes.bases}
    outside = [base for base in bases if isinstance(base, str)]
    return any(base in classes.bases or (base not in known and base.rpartition(".")[2] in lasts) for base in outside)


def decorated(world: World, module: Module, node: ast.ClassDef, classes: Classes) -> ast.expr | None:
    """The decorator that makes the class one that is filled."""
    matcher = strict_matcher(world, module)
    for decorator in node.decorator_list:
        if any(matcher.match(compile_shape(pattern), decorator) is not None for pattern in classes.decorators):
            return decorator
    return None


def _fields(world: World, of: tuple[EnvReader, Classes], owner: Symbol) -> Iterator[FieldRead]:
    reader, classes = of
    prefix = _prefix(world, classes, owner)
    exact = _is_exact(world, classes, owner)
    for each in sorted(ancestors(world, owner)):
        module, node = world.module(each.path), class_node(world, each)
        for statement in node.body if node else ():
            name = _field_name(statement, classes)
            spelled = _spelled(world, module, statement, classes) if module and name else None
            if module is None or not name or (classes.fields and spelled is None):
                continue
            assert isinstance(statement, (ast.AnnAssign, ast.Assign))
            own = Key((name,), not exact and not reader.upper)
            key = own.behind(prefix, classes.joined if any(prefix) else "")
            key = key.upper() if reader.upper else key
            symbol = each.member(name)
            keys = keys_of(world, Declared(classes, owner, symbol, module, statement, key))
            nested = given_option(world, classes, owner, classes.nested) if classes.nested else None
            inner = (Key((*key.parts, *text_parts(world, *nested), *ANY), key.ignores_case),) if nested else ()
            yield FieldRead(reader, owner, symbol, statement, keys, inner, spelled)


def _is_exact(world: World, classes: Classes, owner: Symbol) -> bool:
    """Whether case may count."""
    given = given_option(world, classes, owner, classes.exact_case) if classes.exact_case else None
    return given is not None and not (isinstance(given[1], ast.Constant) and given[1].value is False)


def _prefix(world: World, classes: Classes, owner: Symbol) -> Parts:
    given = given_option(world, classes, owner, classes.prefix) if classes.prefix else None
    if classes.instance_prefix and says(world, classes.instance_prefix):
        return ANY
    if classes.decorators and is_an_argument(world, owner, classes):
        return ANY  # a group in another class has a prefix of its own
    if given is None:
        return (classes.prefix_default,) if classes.prefix_default else ()
    return text_parts(world, *given)


def _field_name(statement: ast.stmt, classes: Classes) -> str:
    match statement:
        case ast.AnnAssign(annotation=annotation) if "ClassVar" in ast.unparse(annotation):
            return ""
        case ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]):
            return "" if name.startswith("_") or name in classes.options else name
    return ""


def _spelled(world: World, module: Module, statement: ast.stmt, classes: Classes) -> tuple[Pattern, Captured] | None:
    value = statement.value if isinstance(statement, (ast.AnnAssign, ast.Assign)) else None
    for pattern in classes.fields if value is not None else ():
        captured = strict_matcher(world, module).match(compile_shape(pattern.source), value)  # type: ignore[arg-type]
        if captured is not None:
            return pattern, captured
    return None
