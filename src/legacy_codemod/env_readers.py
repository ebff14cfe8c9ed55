"""Entries of ``codemods/env_readers`` into how each library reads environment variables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from legacy_codemod.catalogue import entries

KINDS = ("reads", "required", "is_set", "is_unset")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One spelling of a read: ``kind`` is one of ``KINDS``, ``to`` what the library makes of the text."""

    source: str
    kind: str
    to: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """The texts that a library takes for true and for false; ``otherwise`` is what it takes any other for."""

    true: frozenset[str]
    false: frozenset[str]
    otherwise: bool | None = None  # none: it raises
    ignores: frozenset[str] = frozenset()  # "case", "space"
    numbers: bool = False  # whole numbers count as Python counts them


@dataclass(frozen=True, slots=True)
class Classes:
    """Classes whose fields are read from the environment when an instance is made."""

    bases: tuple[str, ...] = ()
    decorators: tuple[str, ...] = ()
    fields: tuple[Pattern, ...] = ()  # what a field must be given; else every annotated name is one
    options: tuple[str, ...] = ()  # names of the class that hold its options
    prefix: str = ""  # the option that gives the prefix
    prefix_default: str = ""
    joined: str = ""  # what stands between prefix and field
    instance_prefix: str = ""  # the argument by which one instance has another prefix
    exact_case: str = ""  # the option that makes case count
    nested: str = ""  # the option that gives what stands between a field and a field of its own
    names: tuple[str, ...] = ()  # arguments of a field's value that give the whole name
    named: str = ""  # the option that gives fields such arguments, by the field's name
    makers: tuple[str, ...] = ()  # methods that make an instance from the environment
    fills: frozenset[str] = frozenset()  # methods of the class that make one of values from elsewhere
    files: str = ""  # the option that names files of variables
    extra: str = ""  # the option that says what becomes of a variable there which no field knows
    lenient: frozenset[str] = frozenset()  # values of it by which that does not matter
    whole: frozenset[str] = frozenset()  # attributes that reach every field
    hooks: frozenset[str] = frozenset()  # names in the class by which a value may come from elsewhere


@dataclass(frozen=True, slots=True)
class Family:
    """A call, or a ready-made object, by which each variable whose name begins with ``begins`` may be read."""

    source: str
    begins: str


@dataclass(frozen=True)
class EnvReader:
    """How one library reads an environment variable: patterns over ``$KEY``, ``$DEFAULT`` and ``$CAST``."""

    name: str
    title: str
    docs: str
    packages: tuple[str, ...] = ()  # a repository that imports none of these has no such read
    patterns: tuple[Pattern, ...] = ()
    objects: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # what makes the objects that read
    prefixed: tuple[str, ...] = ()  # managers in which names begin with ``$PREFIX``
    prefix_attribute: str = ""  # by which an object is given a prefix
    joined: str = ""  # what stands between prefix and name
    upper: bool = False  # names are read in upper case
    words: Words | None = None
    default: str = "as it is"  # or "converted", as the text would be; or "text", which is that and must be one
    default_gives_type: bool = False  # where nothing else says what to convert to
    declares: str = (
        ""  # arguments of the object's call, named as the variable, give its type and default; it holds them in this
    )
    empty_is_unset: bool = False
    proxied: str = ""  # texts with this stand for something else
    unset: str = ""  # "elsewhere": another source may give a value
    families: tuple[Family, ...] = ()
    walked: tuple[str, ...] = ()  # mappings of all variables: a loop that tests names reads each that passes
    keywords: Mapping[str, str] = field(default_factory=dict)  # arguments that give a prefix, and what follows it
    naming: tuple[str, ...] = ()  # arguments that name a variable, or several, which give a value among others
    classes: Classes | None = None


@cache
def env_readers() -> tuple[EnvReader, ...]:
    """Every env reader, by name."""
    return tuple(_reader(name, fields) for name, fields in entries("env_readers"))


_PLAIN = ("prefix_attribute", "joined", "upper", "default", "default_gives_type", "declares", "empty_is_unset")
_TEXTS = ("proxied", "unset", "keywords")


def _reader(name: str, fields: dict[str, Any]) -> EnvReader:
    given = {key: fields[key] for key in (*_PLAIN, *_TEXTS) if key in fields}
    return EnvReader(
        name,
        fields["title"],
        fields["docs"],
        tuple(fields.get("packages", ())),
        _patterns(fields),
        {key.removeprefix("$"): tuple(made) for key, made in fields.get("objects", {}).items()},
        tuple(fields.get("prefixed", ())),
        naming=tuple(fields.get("naming", ())),
        words=_words(fields["bool"]) if "bool" in fields else None,
        families=_families(fields.get("families", {})),
        walked=tuple(fields.get("walked", ())),
        classes=_classes(fields["classes"]) if "classes" in fields else None,
        **given,
    )


def _families(fields: dict[str, Any]) -> tuple[Family, ...]:
    several = {source: begins if isinstance(begins, list) else [begins] for source, begins in fields.items()}
    return tuple(Family(source, each) for source, begins in several.items() for each in begins)


def _patterns(fields: dict[str, Any]) -> tuple[Pattern, ...]:
    plain = [Pattern(source, kind) for kind in KINDS for source in fields.get(kind, ())]
    return (*plain, *_converted(fields.get("converted", {})))


def _converted(fields: dict[str, list[str]]) -> tuple[Pattern, ...]:
    return tuple(
        Pattern(source, "reads" if "$DEFAULT" in source else "required", to)
        for to, sources in fields.items()
        for source in sources
    )


def _words(fields: dict[Any, Any]) -> Words:
    true, false = (frozenset(fields.get(key, ())) for key in (True, False))  # as YAML reads these words
    return Words(true, false, fields.get("otherwise"), frozenset(fields.get("ignores", ())), "numbers" in fields)


def _classes(fields: dict[str, Any]) -> Classes:
    several: dict[str, Any] = {
        key: tuple(fields.get(key, ())) for key in ("bases", "decorators", "options", "names", "makers")
    }
    one = ("prefix", "prefix_default", "joined", "instance_prefix", "exact_case", "nested", "named", "files", "extra")
    single = {key: fields.get(key, "") for key in one}
    sets = {key: frozenset(fields.get(key, ())) for key in ("fills", "hooks", "lenient", "whole")}
    return Classes(fields=_converted(fields.get("fields", {})), **(several | single | sets))
