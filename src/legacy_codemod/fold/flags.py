"""An inventory flag into what recognises a read of it and says what the read gives."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field

from legacy_codemod.env_reads.fields import FieldRead
from legacy_codemod.fold.contrary import contrary
from legacy_codemod.fold.early import has_its_value
from legacy_codemod.fold.env import field_read, fields_read_from, given_by, read_of, spelled_words
from legacy_codemod.fold.given import Given, read_attribute
from legacy_codemod.fold.named import is_named
from legacy_codemod.fold.sdk import Gate, Sdk, compile_sdk, match_read
from legacy_codemod.index.instances import instances_of
from legacy_codemod.index.resolve import class_of_symbol, member
from legacy_codemod.index.settings import setting_named
from legacy_codemod.index.symbols import Symbol, class_node
from legacy_codemod.index.world import World
from legacy_codemod.model import UNKNOWN, DecoratorFlag, EnvFlag, ExprFlag, NameFlag, SdkFlag, Subject
from legacy_codemod.sdk_entries import flag_sdk
from legacy_codemod.shapes import Captured, Matcher, Shape, compile_shape, own_calls
from legacy_codemod.truth import Known, Value, because, literal


@dataclass(frozen=True, slots=True)
class Read:
    """One read of a flag: the value it gives, or the expression ``becomes`` that takes its place."""

    value: Value
    captured: Captured = field(default_factory=dict)
    becomes: str = ""
    own: frozenset[ast.AST] = frozenset()  # calls that the flag's own spelling makes

    @property
    def kept(self) -> tuple[ast.expr, ...]:
        """The captured expressions that stand in what the read becomes."""
        names = dict.fromkeys(re.findall(r"\$(\w+)", self.becomes))
        return tuple(self.captured[name] for name in names if name in self.captured)


@dataclass(frozen=True)
class Flag:
    """A flag ready to be recognised: ``words`` are what a file must mention to hold a read of it."""

    subject: EnvFlag | NameFlag | ExprFlag | DecoratorFlag | SdkFlag
    label: str
    words: frozenset[str]
    shapes: tuple[tuple[str, Shape], ...] = ()
    symbol: Symbol | None = None  # a named flag's definition in the repository
    holder: Symbol | None = None  # the one instance that a named flag is an attribute of, where its class has several
    given: Given | None = None  # what gives it its value in the repository
    sdk: Sdk | None = None  # how its entry of the catalogue spells it
    gates: tuple[Gate, ...] = ()  # the decorators that ask for it
    fields: tuple[FieldRead, ...] = ()  # what an environment variable fills

    @property
    def why(self) -> tuple[str, ...]:
        """The first link of every chain of reasons."""
        if isinstance(self.subject, ExprFlag) and self.subject.becomes:
            return (f"{self.subject.expr} is {self.subject.becomes}",)
        value = self.subject.value
        if isinstance(self.subject, SdkFlag) and isinstance(value, bool):
            return (f"{self.label} is {str(value).lower()}",)
        return (f"{self.label} is {'unset' if value is None and self.is_env else _shown(value)}",)

    @property
    def is_env(self) -> bool:
        """Whether it is an environment variable."""
        return isinstance(self.subject, EnvFlag)


def _shown(value: object) -> str:
    return value if isinstance(value, str) and value else literal(value) or str(value)


def compile_flag(world: World, subject: Subject) -> Flag | None:
    """``None`` for items that are no flags, and for SDK keys without a catalogue entry."""
    match subject:
        case EnvFlag(env):
            fields = fields_read_from(world, env)
            words = spelled_words(world, env) | {field.symbol.last for field in fields}
            given = Given(fields[0].symbol.last, fields[0].symbol) if fields else None
            return Flag(subject, env, words, fields=fields, given=given)
        case NameFlag(name):
            return _named_flag(world, subject, name)
        case ExprFlag(expr, value):
            shape = compile_shape(expr)
            other = contrary(shape) if isinstance(value, bool) else None
            shapes = (("expr", shape), *([("contrary", other)] if other else []))
            return Flag(subject, expr, shape.anchors, shapes, given=read_attribute(world, shape))
        case DecoratorFlag(decorator):
            shape = compile_shape(decorator)
            gates = (Gate(shape, subject.value),)
            return Flag(subject, f"@{decorator}", shape.anchors, (("decorator", shape),), gates=gates)
        case SdkFlag():
            return _sdk_flag(world, subject)
    return None


def _sdk_flag(world: World, subject: SdkFlag) -> Flag | None:
    entry = flag_sdk(subject.sdk)
    if entry is None:
        return None
    sdk = compile_sdk(world, entry, subject)
    shapes = tuple(dict.fromkeys((s.kind, s.call) for s in sdk.spellings))
    return Flag(subject, f"{subject.key} ({subject.sdk})", sdk.words, shapes, sdk=sdk, gates=sdk.gates)


def _named_flag(world: World, subject: NameFlag, name: str) -> Flag:
    last = name.rpartition(".")[2]
    symbol = find_symbol(world, name) or setting_named(world, name)
    holder = find_symbol(world, name.rpartition(".")[0])
    given = Given(last, symbol)
    if holder is None or symbol is None or not holder.name or class_node(world, holder) is not None:
        return Flag(subject, name, frozenset([last]), (), symbol, None, given)
    owner = class_of_symbol(world, holder)
    single = owner is not None and len(instances_of(world, owner)) < 2
    return Flag(subject, name, frozenset([last]), (), symbol, None if single else holder, given)


def find_symbol(world: World, dotted: str) -> Symbol | None:
    """The definition that a dotted name reaches in the repository, through re-exports and through instances."""
    parts = dotted.split(".")
    for length in range(len(parts) - 1, 0, -1):
        path = world.find(".".join(parts[:length]))
        if path is None:
            continue
        found: Symbol | str | None = Symbol(path)
        for part in parts[length:]:
            found = member(world, found, part) or _of_instance(world, found, part)
        if isinstance(found, Symbol):
            return found
    return None


def _of_instance(world: World, found: Symbol | str | None, name: str) -> Symbol | str | None:
    """``config.name``, where ``config = Config()``: what the class says of it."""
    owner = class_of_symbol(world, found) if isinstance(found, Symbol) and found.name else None
    return member(world, owner, name) if owner else None


def read_at(flag: Flag, matcher: Matcher, node: ast.expr) -> Read | None:
    """The read of ``flag`` that ``node`` is, if it is one; an awaited one gives its value only once it is awaited."""
    if not isinstance(getattr(node, "ctx", ast.Load()), ast.Load):
        return None
    if isinstance(matcher.module.scopes.parents.get(node), ast.Await):
        return None
    inner = node.value if isinstance(node, ast.Await) else None
    return _read(flag, matcher, node) or (_read(flag, matcher, inner) if inner else None)


def _read(flag: Flag, matcher: Matcher, node: ast.expr) -> Read | None:
    match flag.subject:
        case EnvFlag(env, value):
            return _env_read(flag, matcher, node, (env, value))
        case NameFlag(name, value):
            if is_named(flag, matcher, node, name) and has_its_value(matcher, node, value):
                return Read(Known(value, flag.why), own=frozenset([node]))
        case SdkFlag():
            found = match_read(flag.sdk, matcher, node) if flag.sdk else None
            if found is not None and found.spelling.gives is not UNKNOWN:
                return Read(Known(found.spelling.gives, flag.why), own=found.own)
        case ExprFlag(_, value, becomes):
            held = None if value is UNKNOWN else value
            for kind, shape in flag.shapes:
                if (captured := matcher.match(shape, node)) is not None:
                    gives = not held if kind == "contrary" else held
                    return Read(Known(gives, flag.why), captured, becomes, frozenset(own_calls(shape.tree, node)))
            named = flag.given and not becomes and flag.given.is_own_name(matcher.world, matcher.module, node)
            if named and has_its_value(matcher, node, held):
                return Read(Known(held, flag.why), own=frozenset([node]))
    return None


def _env_read(flag: Flag, matcher: Matcher, node: ast.expr, held: tuple[str, str | None]) -> Read | None:
    found = read_of(matcher, node, held[0]) or field_read(matcher, node, flag.fields)
    given = given_by(found, held[1]) if found is not None else None
    return Read(because(given.value, *flag.why), given.captured, given.becomes) if given else None
