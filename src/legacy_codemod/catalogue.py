"""The catalogue's ``entry.yaml`` files into what each describes, by kind and name."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import yaml

# the loader in C reads the same several times as fast; some builds of the library have none
_LOADER: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def folder() -> Traversable:
    """Where the catalogue lies: beside the package in a wheel, at the top of a checkout."""
    shipped = files("legacy_codemod") / "codemods"
    return shipped if shipped.is_dir() else Path(__file__).parents[2] / "codemods"


def entries(kind: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The entries of one kind by name, each with what it describes."""
    for entry in sorted((folder() / kind).iterdir(), key=lambda e: e.name):
        description = entry / "entry.yaml"
        if description.is_file():
            yield entry.name, described(description)


def described(entry: Traversable) -> Any:
    """What an ``entry.yaml`` says."""
    return yaml.load(entry.read_text(encoding="utf-8"), _LOADER)
