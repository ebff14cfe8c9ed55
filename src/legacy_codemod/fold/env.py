"""An environment variable and its value into what each read of it gives, as its library converts it."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field, replace

from legacy_codemod.env_readers import EnvReader
from legacy_codemod.env_reads.calls import EnvRead, env_read, every_read
from legacy_codemod.env_reads.certain import is_certain, type_of
from legacy_codemod.env_reads.convert import converted
from legacy_codemod.env_reads.fields import FieldRead, every_field
from legacy_codemod.env_reads.objects import reading_object
from legacy_codemod.index.alternatives import alternatives
from legacy_codemod.index.resolve import target
from legacy_codemod.index.world import World
from legacy_codemod.shapes import Captured, Matcher
from legacy_codemod.truth import OPAQUE, Known, Opaque, Value

_SET = ("is_set", "is_unset")
_BUILTINS = frozenset({"bool", "int", "float", "str"})


@dataclass(frozen=True, slots=True)
class Gives:
    """What a read gives: a value, or the captured expression that ``becomes`` names."""

    value: Value
    captured: Captured = field(default_factory=dict)
    becomes: str = ""


@dataclass(frozen=True, slots=True)
class _Spelled:
    """What a spelling says of a read, wherever it stands."""

    reader: EnvReader
    to: str
    default: ast.expr | None = None
    is_required: bool = False


def spelled_words(world: World, env: str) -> frozenset[str]:
    """What a file mentions that reads ``env``: its name, or what is left of it behind a prefix."""
    reads = (read for read in every_read(world) if read.key.gives(env))
    return frozenset({env}).union(*(read.words for read in reads))


def fields_read_from(world: World, env: str) -> tuple[FieldRead, ...]:
    """The fields that ``env`` certainly gives their value, and nothing else."""
    found = [f for f in every_field(world) if f.gives(env)]
    shared = {f.symbol for f in every_field(world) if not f.gives(env)}
    return tuple(f for f in found if f.symbol not in shared and is_certain(world, f))


def read_of(matcher: Matcher, node: ast.expr, env: str) -> EnvRead | None:
    """The read of ``env`` that ``node`` is, if it is one."""
    if not isinstance(node, (ast.Call, ast.Subscript, ast.Compare, ast.Attribute)):
        return None
    found = env_read(replace(matcher, by_text=False), node)
    return found if found is not None and found.key.gives(env) else None


def field_read(matcher: Matcher, node: ast.expr, fields: tuple[FieldRead, ...]) -> FieldRead | None:
    """The field that ``node`` reads off an instance."""
    if not isinstance(node, ast.Attribute):
        return None
    for each in fields:
        if each.symbol.last == node.attr and _is_read_off(matcher, node, each):
            return each
    return None


def _is_read_off(matcher: Matcher, node: ast.Attribute, each: FieldRead) -> bool:
    world, module = matcher.world, matcher.module
    if target(world, module, node) == each.symbol:
        return alternatives(world, module, node) == {each.symbol}
    makers = each.reader.classes.makers if each.reader.classes else ()
    made = reading_object(world, module, node.value, makers)
    owner = made.captured.get("CLASS") if made and made.captured else None
    return made is not None and owner is not None and target(world, made.module, owner) == each.owner


def given_by(read: EnvRead | FieldRead, text: str | None) -> Gives | None:
    """What a read gives where the variable is ``text``, or is unset; ``None`` where that is not known."""
    if isinstance(read, EnvRead) and read.pattern.kind in _SET:
        return Gives(Known((text is not None) == (read.pattern.kind == "is_set")))
    spelled = _of_call(read) if isinstance(read, EnvRead) else _of_field(read)
    if spelled.to == "unknown" or _is_off(spelled, text):
        return None
    is_unset = text is None or (text == "" and spelled.reader.empty_is_unset)
    if text is not None and not is_unset:
        value = converted(spelled.reader, spelled.to, text)
        return None if isinstance(value, Opaque) else Gives(value)
    return _where_unset(spelled)


def _is_off(spelled: _Spelled, text: str | None) -> bool:
    """Whether the default makes the library do something else than convert the text."""
    default = spelled.default
    if default is None:
        return False
    if not isinstance(default, ast.Constant):
        return spelled.reader.default == "text" or spelled.reader.default_gives_type
    if spelled.reader.default == "text":
        return not isinstance(default.value, str)
    same = text == default.value and spelled.to not in ("", "str")
    return spelled.reader.default_gives_type and (same or (text == "" and default.value is None))


def _of_call(read: EnvRead) -> _Spelled:
    captured, reader = read.captured, read.reader
    to, default = read.pattern.to, captured.get("DEFAULT")
    if "CAST" in captured:
        to = _type_named(captured["CAST"])
    if reader.declares and read.reading and read.reading.call:
        name = "".join(part or "" for part in read.key.parts)
        declared = {k.arg: k.value for k in read.reading.call.keywords}.get(name)
        cast, otherwise = _declared(declared)
        to, default = (to or cast, default or otherwise) if declared is not None else (to, default)
    if reader.default_gives_type and not to and isinstance(default, ast.Constant) and default.value is not None:
        to = _name_of_type(default)
    elif reader.default_gives_type and not to and default is not None and not isinstance(default, ast.Constant):
        to = "unknown"
    return _Spelled(reader, to, default, read.pattern.kind == "required")


def _declared(given: ast.expr | None) -> tuple[str, ast.expr | None]:
    """``NAME=bool`` or ``NAME=(bool, False)`` among the arguments of the object's call."""
    if isinstance(given, ast.Tuple) and len(given.elts) == 2:
        return _type_named(given.elts[0]), given.elts[1]
    return (_type_named(given), None) if given is not None else ("", None)


def _of_field(read: FieldRead) -> _Spelled:
    to, default, is_required = type_of(read)
    return _Spelled(read.reader, to, default, is_required)


def _type_named(node: ast.expr) -> str:
    name = node.id if isinstance(node, ast.Name) else ""
    return name if name in _BUILTINS else "unknown"


def _name_of_type(node: ast.Constant) -> str:
    name = type(node.value).__name__
    return name if name in _BUILTINS else "unknown"


def _where_unset(spelled: _Spelled) -> Gives | None:
    """The default, as it stands or converted as a text would be; a read without one gives ``None``, or raises."""
    default = spelled.default
    if spelled.reader.unset == "elsewhere" or (spelled.is_required and default is None):
        return None
    if default is None:
        return Gives(Known(None)) if spelled.to == "" else None
    as_it_is = Gives(Known(None), {"DEFAULT": default}, "$DEFAULT")
    if spelled.reader.default == "as it is" or spelled.to == "":
        return as_it_is
    if not isinstance(default, ast.Constant):
        return None
    if _name_of_type(default) == spelled.to:
        return as_it_is
    value = converted(spelled.reader, spelled.to, default.value) if isinstance(default.value, str) else OPAQUE
    return None if isinstance(value, Opaque) else Gives(value)
