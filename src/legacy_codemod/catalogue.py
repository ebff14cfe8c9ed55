"""The catalogue's ``entry.yaml`` files into frozen descriptions of how each library spells a read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class EnvReader:
    """How one library reads an environment variable: patterns over ``$KEY`` and ``$DEFAULT``."""

    name: str
    title: str
    docs: str
    reads: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    is_set: tuple[str, ...] = ()
    is_unset: tuple[str, ...] = ()


def folder() -> Traversable:
    """Where the catalogue lies: beside the package in a wheel, at the top of a checkout."""
    shipped = files("legacy_codemod") / "codemods"
    return shipped if shipped.is_dir() else Path(__file__).parents[2] / "codemods"


@cache
def env_readers() -> tuple[EnvReader, ...]:
    """Every env reader, by name."""
    return tuple(_env_reader(name, fields) for name, fields in _entries("env_readers"))


def _entries(kind: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for entry in sorted((folder() / kind).iterdir(), key=lambda e: e.name):
        description = entry / "entry.yaml"
        if description.is_file():
            yield entry.name, yaml.safe_load(description.read_text(encoding="utf-8"))


def _env_reader(name: str, fields: dict[str, Any]) -> EnvReader:
    patterns = {key: tuple(fields.get(key, ())) for key in ("reads", "required", "is_set", "is_unset")}
    return EnvReader(name, fields["title"], fields["docs"], **patterns)
