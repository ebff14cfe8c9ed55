"""A piece of a Phase 0 document into the path, name or variable that it is, as far as the repository can tell."""

from __future__ import annotations

import re
from typing import Final

from legacy_codemod.errors import InventoryError
from legacy_codemod.fold.flags import find_symbol
from legacy_codemod.index.world import World, dotted_name
from legacy_codemod.inventory import names
from legacy_codemod.inventory.nodes import Text
from legacy_codemod.inventory.paths import is_glob
from legacy_codemod.inventory.quoting import shown
from legacy_codemod.model import EnvSubject, Finding, NameSubject, PathSubject, Place
from legacy_codemod.phase_zero.blocks import Span
from legacy_codemod.removal.absent import near_name

Meant = PathSubject | NameSubject | EnvSubject
_SUFFIXES: Final = frozenset(
    (
        *("bat", "cfg", "conf", "css", "csv", "env", "example", "htm", "html", "ini", "ipynb", "j2", "jinja", "jinja2"),
        *(
            "js",
            "json",
            "json5",
            "jsx",
            "lock",
            "md",
            "mdx",
            "mjs",
            "mk",
            "php",
            "png",
            "ps1",
            "py",
            "pyi",
            "rb",
            "rst",
        ),
        *("service", "sh", "sql", "svelte", "svg", "tf", "tfvars", "toml", "ts", "tsx", "txt", "vue", "xml", "yaml"),
        "yml",
    )
)
_LINES = re.compile(r"(?P<path>.+?)(?::L?\d+(?:[-:,]L?\d+)*|#L\d+(?:-L?\d+)?)$")
_INSIDE = re.compile(r"(?P<path>[^:#]+\.py)(?:::?|#)(?P<name>[A-Za-z_][\w.:]*)$")
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def meant(world: World, piece: Span, place: Place, *, as_env: bool) -> Meant | Finding:
    """What ``piece`` names; a finding where that cannot be told for certain.

    Raises:
        InventoryError: it is a path or name that an inventory cannot hold.
    """
    written = re.sub(r"\(\.{0,3}\)$", "", piece.text.strip("\"'"))
    if found := _LINES.match(written):
        step = "name the function, class or constant there, or the whole file"
        return Finding(place, f"{shown(written)} is some lines of {shown(found['path'])}: {step}")
    if found := _INSIDE.match(written):
        return _in_file(world, found["path"], found["name"].replace("::", "."), place)
    if variable := _variable(written, as_env=as_env):
        return EnvSubject(variable)
    if "/" in written or "\\" in written or written in world.tree.path_set:
        return _path(world, written, place)
    if re.fullmatch(r"\w+(\.\w+)+", written) and find_symbol(world, written) is not None:
        return NameSubject(written)
    if is_glob(written) or written.startswith(".") or written.rpartition(".")[2].lower() in _SUFFIXES:
        return _path(world, written, place)
    return _name(world, written, place)


def _variable(written: str, *, as_env: bool) -> str:
    """The name of a variable that is written as one, or stands under a heading of variables."""
    marked = re.fullmatch(r"\$\{?(\w+)\}?|env[ :]+(\w+)|([A-Z_][A-Z0-9_]*)=.*", written)
    if marked:
        return next(name for name in marked.groups() if name)
    return written if as_env and _VARIABLE.fullmatch(written) else ""


def _path(world: World, written: str, place: Place) -> PathSubject:
    plain = written.removeprefix("./")
    if plain and not is_glob(plain) and not plain.endswith("/") and _is_folder(world, plain):
        plain += "/"
    return PathSubject(names.path(Text(place, plain, plain=False)))


def _is_folder(world: World, path: str) -> bool:
    return path not in world.tree.path_set and any(known.startswith(f"{path}/") for known in world.tree.paths)


def _in_file(world: World, path: str, name: str, place: Place) -> Meant | Finding:
    if path not in world.tree.path_set:
        return Finding(place, f"{shown(path)} is no file here, so nobody can tell what {shown(name)} is called")
    return _name(world, f"{dotted_name(world, path)}.{name}", place)


def _name(world: World, written: str, place: Place) -> Meant | Finding:
    if "." in written:
        return NameSubject(names.dotted_name(Text(place, written, plain=False)))
    if not _VARIABLE.fullmatch(written):
        raise InventoryError(
            f"{shown(written)} is no path, name or variable",
            place=place,
            next_step="write a path, a dotted name, or the name of an environment variable",
        )
    near = near_name(world, f"{written}.{written}")
    if near:
        return Finding(place, f"{shown(written)} names no module; did you mean {shown(near)}?")
    if re.fullmatch(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)+", written):  # nothing in the code is called so
        return EnvSubject(written)
    return Finding(place, f"{shown(written)} is no file, name or variable of this repository")
