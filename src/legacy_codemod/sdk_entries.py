"""The catalogue's flag SDKs into frozen descriptions of how each library spells a flag."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

from legacy_codemod.catalogue import described, folder
from legacy_codemod.model import Scalar

# What a read gives: the value as it is, where it is of that type; its truth; or the contrary of its truth.
KINDS: Final = ("boolean", "string", "integer", "float", "any", "truth", "contrary")

Patterns = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FlagSdk:
    """How one library asks for a flag: patterns over ``$KEY``, every call of which takes any further arguments.

    ``f($USER, gate=$KEY)`` is the second parameter of ``f``, which is called ``gate``: it matches by its place and by
    its name.
    """

    name: str
    title: str
    docs: str
    imports: Patterns  # modules by which a file shows that the library is used
    package: str = ""  # what to install to compare the entry with, as pip takes it
    clients: Patterns = ()  # what makes or is a client, by dotted name
    makes: Patterns = ()  # what makes a value and does nothing else: a dotted name, or a method written `.name`
    reads: Mapping[str, Patterns] = field(default_factory=dict)  # by what they give, one of KINDS
    decorators: Mapping[str, Patterns] = field(default_factory=dict)  # which let through `when_true`, `when_false`
    mixins: Mapping[str, str] = field(default_factory=dict)  # a base class, and the attribute that holds the key
    overrides: Patterns = ()  # force the flag to $VALUE in tests
    enables: Patterns = ()
    disables: Patterns = ()
    templates: Patterns = ()  # reads in templates, which are found and not edited
    elsewhere: Patterns = ()  # how reads begin in other languages
    records: Mapping[str, str] = field(default_factory=dict)  # a model, `app.Model`, and the field that holds the key
    commands: Patterns = ()  # of a shell, which take the key first
    tables: Patterns = ()  # what makes flags of a dict by their keys, by dotted name
    example: Scalar = True  # what the flag `new-router` of the entry's example holds


def sdk_names() -> tuple[str, ...]:
    """The names of all entries."""
    return tuple(sorted(e.name for e in (folder() / "flag_sdks").iterdir() if (e / "entry.yaml").is_file()))


@cache
def flag_sdk(name: str) -> FlagSdk | None:
    """The entry called ``name``; ``None`` where the catalogue has none."""
    if name not in sdk_names():
        return None
    return _entry(name, described(folder() / "flag_sdks" / name / "entry.yaml"))


@cache
def flag_sdks() -> tuple[FlagSdk, ...]:
    """Every entry, by name."""
    found = (flag_sdk(name) for name in sdk_names())
    return tuple(entry for entry in found if entry is not None)


def _entry(name: str, fields: dict[str, Any]) -> FlagSdk:
    def listed(key: str) -> Patterns:
        return tuple(fields.get(key, ()))

    def by_kind(key: str) -> dict[str, Patterns]:
        return {kind: tuple(patterns) for kind, patterns in fields.get(key, {}).items()}

    return FlagSdk(
        name,
        fields["title"],
        fields["docs"],
        listed("imports"),
        fields.get("package", ""),
        listed("clients"),
        listed("makes"),
        by_kind("reads"),
        by_kind("decorators"),
        dict(fields.get("mixins", {})),
        listed("overrides"),
        listed("enables"),
        listed("disables"),
        listed("templates"),
        listed("elsewhere"),
        dict(fields.get("records", {})),
        listed("commands"),
        listed("tables"),
        fields.get("example", True),
    )
