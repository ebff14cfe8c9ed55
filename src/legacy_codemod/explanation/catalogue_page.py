"""The name of a catalogue entry into what it describes and its example."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources.abc import Traversable

from legacy_codemod.catalogue import folder

KINDS = ("flag_sdks", "env_readers", "config_formats")
_PARTS = ("before", "after", "untouched")


@dataclass(frozen=True, slots=True)
class Part:
    """One file of the example: ``before``, ``after`` or ``untouched``, and its text."""

    name: str
    file: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: its kind, its name, the YAML that describes it (empty for a config format) and its example."""

    kind: str
    name: str
    description: str
    parts: tuple[Part, ...]


def entries(asked: str) -> list[Entry]:
    """The entries called ``asked``; a dash is as good as an underscore."""
    wanted = asked.replace("-", "_").lower()
    return [
        _read(kind, entry)
        for kind in KINDS
        for entry in sorted((folder() / kind).iterdir(), key=lambda each: each.name)
        if entry.is_dir() and entry.name.replace("-", "_").lower() == wanted
    ]


def _read(kind: str, entry: Traversable) -> Entry:
    files = sorted(entry.iterdir(), key=lambda each: each.name)
    described = [file.read_text("utf-8") for file in files if file.name == "entry.yaml"]
    parts = [
        Part(part, file.name, file.read_text("utf-8"))
        for part in _PARTS
        for file in files
        if file.name.partition(".")[0] == part
    ]
    return Entry(kind, entry.name, "".join(described), tuple(parts))
