"""The arguments of ``codemod check``, as they mostly are, into the root, the inventory and the files."""

from __future__ import annotations

from collections.abc import Iterable


def plain(arguments: Iterable[str]) -> tuple[str, str, list[str], bool] | None:
    """The root and the inventory, empty where none is given, the files, and whether all of them are meant.

    ``None`` for anything else, which is left to what reads every option.
    """
    given = {"--root": "", "--inventory": ""}
    waiting = iter(arguments)
    files: list[str] = []
    whole = False
    for argument in waiting:
        if argument == "--":
            files += waiting
        elif argument in given:
            given[argument] = next(waiting, "")
            if not given[argument]:
                return None
        elif argument == "--all":
            whole = True
        elif argument[:1] in ("-", ""):
            return None
        else:
            files.append(argument)
    return None if whole and files else (given["--root"], given["--inventory"], files, whole)
