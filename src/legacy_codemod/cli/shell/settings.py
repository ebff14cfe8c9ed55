"""Options and ``[tool.codemod]`` of pyproject.toml into a ``Request``."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from legacy_codemod.errors import CodemodError
from legacy_codemod.model import Request

KEYS = ("inventory", "root")


@dataclass(frozen=True, slots=True)
class Settings:
    """``[tool.codemod]`` of the pyproject.toml in ``folder``; both paths are relative to it."""

    folder: Path
    root: str = "."
    inventory: str = ""
    burn_in: Mapping[str, Any] = field(default_factory=dict)  # [tool.codemod.burn_in], see log_settings


def found(root: str | None) -> Settings:
    """The settings that hold for an option ``--root``, or for the folder we are in."""
    return _given(root) if root is not None else _nearest()


def request(root: str | None, inventory: str | None, *, worktree: bool = False) -> Request:
    """What to work on. An option counts from the current folder, a setting from its pyproject.toml.

    Raises:
        CodemodError: the root is no folder, or ``[tool.codemod]`` cannot be read.
    """
    settings = found(root)
    folder = Path(root) if root is not None else Path(os.path.normpath(settings.folder / settings.root))
    if not folder.is_dir():
        wrong = "is not a folder" if folder.exists() else "does not exist"
        raise CodemodError(f"the root {folder} {wrong}", next_step="Name the folder of your project with --root.")
    chosen = str(settings.folder / settings.inventory) if settings.inventory else ""
    return Request(str(folder), chosen if inventory is None else inventory, worktree)


def inventory_file(asked: Request) -> Path:
    """Where the inventory of ``asked`` is: ``legacy-inventory.yaml`` at the root where nobody says otherwise."""
    return Path(asked.inventory) if asked.inventory else Path(asked.root) / "legacy-inventory.yaml"


def _given(root: str) -> Settings:
    return read(Path(root) / "pyproject.toml") or Settings(Path(root))


def _nearest() -> Settings:
    """The settings of the folder we are in, or of the first one above it that has some, within the repository."""
    for folder in _upwards():
        found = read(folder / "pyproject.toml")
        if found:
            return found
    return Settings(Path.cwd())


def _upwards() -> Iterator[Path]:
    here = Path.cwd()
    yield here
    for folder, below in zip(here.parents, [here, *here.parents], strict=False):
        if (below / ".git").exists():
            return
        yield folder


def read(file: Path) -> Settings | None:
    """The settings in ``file``; ``None`` where there is no file or no ``[tool.codemod]`` in it.

    Raises:
        CodemodError: the file is not TOML, or the table holds something else than the known keys.
    """
    if not file.is_file():
        return None
    try:
        tool = tomllib.loads(file.read_text(encoding="utf-8")).get("tool", {})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CodemodError(
            f"{file} cannot be read as TOML: {error}", next_step="Correct it, or name another --root."
        ) from None
    table = tool.get("codemod") if isinstance(tool, dict) else None
    if table is None:
        return None
    logs = table.get("burn_in", {}) if isinstance(table, dict) else {}
    if not isinstance(logs, dict):
        raise CodemodError(f"{file}: [tool.codemod] burn_in is not a table", next_step="Write [tool.codemod.burn_in].")
    paths = {name: value for name, value in table.items() if name != "burn_in"} if isinstance(table, dict) else table
    return Settings(file.parent, **_checked(paths, file), burn_in=logs)


def _checked(table: object, file: Path) -> dict[str, str]:
    known = f"It knows {' and '.join(KEYS)}, both a path in quotes."
    if not isinstance(table, dict):
        raise CodemodError(f"{file}: tool.codemod is not a table", next_step=known)
    for key, value in table.items():
        if key not in KEYS:
            near = get_close_matches(key, KEYS, 1)
            hint = f"Did you mean `{near[0]}`?" if near else known
            raise CodemodError(f"{file}: [tool.codemod] has no key `{key}`", next_step=hint)
        if not isinstance(value, str) or not value:
            raise CodemodError(f"{file}: [tool.codemod] {key} is not a path", next_step=known)
    return table
