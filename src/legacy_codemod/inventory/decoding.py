"""The bytes of an inventory file into text that YAML may hold, or an error with its place."""

from __future__ import annotations

import re

from legacy_codemod.errors import InventoryError
from legacy_codemod.model import Place

LARGEST_FILE = 1 << 20  # bytes; an inventory of a thousand items takes about a tenth of it
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


def decode(content: bytes | str, path: str) -> str:
    """The text.

    Raises:
        InventoryError: more than 1 MiB, not UTF-8, or a control character.
    """
    raw = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    if len(raw) > LARGEST_FILE:
        raise InventoryError(
            "the inventory is larger than 1 MiB",
            place=Place(path, 1),
            next_step="list folders and globs instead of single files",
        )
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8(raw, error.start, path) from None
    if found := _UNPRINTABLE.search(text):
        raise InventoryError(
            f"the control character U+{ord(found[0]):04X} cannot stand in YAML",
            place=_place(text[: found.start()], path),
            next_step="delete it",
        )
    return text


def _not_utf8(raw: bytes, start: int, path: str) -> InventoryError:
    return InventoryError(
        f"the byte 0x{raw[start]:02X} is not UTF-8",
        place=_place(raw[:start].decode("utf-8"), path),
        next_step="save the file as UTF-8",
    )


def _place(before: str, path: str) -> Place:
    return Place(path, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
