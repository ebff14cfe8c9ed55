"""Texts into what they must name: environment variables, dotted names, paths inside the root."""

from __future__ import annotations

import difflib
import keyword
import posixpath
import re

from legacy_codemod.inventory.nodes import Node
from legacy_codemod.inventory.quoting import shown
from legacy_codemod.inventory.scalars import filled_text, wrong
from legacy_codemod.sdk_entries import FlagSdk, flag_sdks, sdk_names

_ENV_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def env_name(node: Node) -> str:
    """The name of an environment variable.

    Raises:
        InventoryError: anything but letters, digits and underscores, or a digit in front.
    """
    name = filled_text(node)
    if not _ENV_NAME.fullmatch(name):
        raise wrong(
            node,
            f"{shown(name)} cannot name an environment variable",
            "use letters, digits and `_`, and no digit in front; the value goes into `value`",
        )
    return name


def dotted_name(node: Node) -> str:
    """A dotted name: the module, and what stands in it.

    Raises:
        InventoryError: not dotted, or a part that is no identifier.
    """
    name = filled_text(node)
    parts = name.split(".")
    if bad := next((part for part in parts if not part.isidentifier() or keyword.iskeyword(part)), None):
        raise wrong(node, f"{shown(name)} is no dotted name: {shown(bad)} is no identifier", _dotted_step(name))
    if "" in parts:
        raise wrong(node, f"{shown(name)} is no dotted name: a part is empty", "write it as module.name")
    if len(parts) == 1:
        raise wrong(node, f"{shown(name)} names no module", f"write the module too, for example {shown('app.' + name)}")
    return name


def _dotted_step(name: str) -> str:
    if "/" in name or name.endswith(".py"):
        return "a file goes under `path`"
    if ":" in name:
        return f"write dots only: {shown(name.replace(':', '.'))}"
    return "a call or an index goes under `expr`" if set(name) & set("([") else "write it as module.name"


def path(node: Node) -> str:
    """A file, a folder ending in ``/`` or a glob, relative to the root.

    Raises:
        InventoryError: absolute, outside the root, with backslashes, or not in its plain form.
    """
    written = filled_text(node)
    if "\\" in written:
        raise wrong(
            node, f"{shown(written)} holds a backslash", f"write slashes: {shown(written.replace(chr(92), '/'))}"
        )
    if written.startswith(("/", "~")) or re.match(r"[A-Za-z]:", written):
        raise wrong(node, f"{shown(written)} is absolute", "write it relative to the root of the repository")
    if set(written) & set("\n\t"):
        raise wrong(node, f"{shown(written)} holds a line break or a tab", "write the path on one line")
    plain = posixpath.normpath(written.strip())
    if plain == ".." or plain.startswith("../"):
        raise wrong(node, f"{shown(written)} leaves the root", "name what lies inside the repository")
    plain += "/" if written.strip().endswith("/") else ""
    if plain in (".", "./"):
        raise wrong(node, f"{shown(written)} is the whole repository", "name the files and folders that are meant")
    if plain != written:
        raise wrong(node, f"{shown(written)} is not in its plain form", f"write {shown(plain)}")
    return written


def log_glob(node: Node) -> str:
    """A glob of log files, relative to the root.

    Raises:
        InventoryError: as ``path``, and where it names a folder.
    """
    glob = path(node)
    if glob.endswith("/"):
        raise wrong(node, f"{shown(glob)} is a folder", f"name its files, for example {shown(glob + '*.jsonl*')}")
    return glob


def sdk(node: Node) -> str:
    """A flag SDK that the catalogue describes.

    Raises:
        InventoryError: the catalogue has no entry of that name.
    """
    name = filled_text(node)
    if name not in sdk_names():
        raise wrong(node, f"the catalogue has no flag SDK {shown(name)}", _near_sdk(name))
    return name


def _near_sdk(name: str) -> str:
    """The entry that is called so, or whose package or module is, in about these letters."""
    known = {alias.lower(): e.name for e in flag_sdks() for alias in (*e.imports, *_packages(e), e.title, e.name)}
    near = difflib.get_close_matches(name.lower(), known, n=1)
    return f"did you mean `{known[near[0]]}`?" if near else "known here: " + ", ".join(f"`{n}`" for n in sdk_names())


def _packages(entry: FlagSdk) -> list[str]:
    return [package.partition("[")[0] for package in entry.package.split()]
