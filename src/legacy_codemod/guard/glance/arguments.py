"""The arguments of ``codemod check``, as they mostly are, into the root, the inventory and the files."""

from __future__ import annotations

from collections.abc import Iterable

from legacy_codemod.arguments import plainly

_OPTIONS = {"--root": "root", "--inventory": "inventory"}
_SWITCHES = {"--all": "all"}


def plain(arguments: Iterable[str]) -> tuple[str, str, list[str], bool] | None:
    """The root and the inventory, empty where none is given, the files, and whether all of them are meant.

    ``None`` for anything else, which is left to what reads every option.
    """
    read = plainly(arguments, _OPTIONS, _SWITCHES)
    if read is None:
        return None
    given, files = read
    whole = "all" in given
    return None if whole and files else (given.get("root", ""), given.get("inventory", ""), files, whole)
