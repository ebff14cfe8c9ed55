"""A change → its commit message: what went, why, and what stayed."""

from __future__ import annotations

import textwrap
from collections import Counter
from pathlib import PurePath
from typing import Final

from legacy_codemod.guard.history import trailer
from legacy_codemod.layout.text import one_line, printable
from legacy_codemod.model import Change, FileChange

_WIDTH: Final = 72
_MOST_FILES: Final = 40


def message(change: Change, inventory_path: str) -> str:
    """Subject of at most 72 characters, the reasons by file, and the trailers ``Retired:`` and ``Inventory:``."""
    subject = _subject(change)
    paragraphs = [
        shorten(subject),
        _wrapped(f"{subject}." if len(subject) > _WIDTH else ""),
        _wrapped(change.item.note),
        _wrapped(f"Replaced by: {change.item.replaced_by}" if change.item.replaced_by else ""),
        "\n".join(_files(change)),
        "\n".join(_fallbacks(change)),
        _wrapped(_left_alone(len(change.findings))),
        f"{trailer(change.item)}\nInventory: {_relative(inventory_path)}",
    ]
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph) + "\n"


def _subject(change: Change) -> str:
    title = one_line(change.item.title)
    return f"Fold {title}" if title.startswith("flag ") else title[:1].upper() + title[1:]


def shorten(subject: str) -> str:
    """``subject`` within 72 characters: a flag loses its end, a path or a dotted name its beginning."""
    if len(subject) <= _WIDTH:
        return subject
    verb, _, rest = subject.partition(" ")
    if verb == "Fold":
        return subject[: _WIDTH - 1].rstrip() + "…"
    kept = rest[-(_WIDTH - len(verb) - 2) :]
    # From the next separator on, where that leaves enough to know the thing by.
    cut = next((at for at, character in enumerate(kept) if character in "/."), 0)
    return f"{verb} …{kept[cut:] if cut < _WIDTH // 2 else kept}"


def _files(change: Change) -> list[str]:
    named = [_file(change, file) for file in change.files if file.before != file.after]
    rest = len(named) - _MOST_FILES
    return named if rest <= 0 else [*named[:_MOST_FILES], f"- and {rest} more files"]


def _file(change: Change, file: FileChange) -> str:
    whys = Counter(one_line(edit.why[-1]) for edit in change.edits if edit.path == file.path and edit.why)
    said = [why if count == 1 else f"{why} ({count} times)" for why, count in whys.items()]
    if file.after is None:
        said = ["deleted", *said]
    return _bullet(f"{printable(file.path)}: {'; '.join(said) or 'changed'}")


def _fallbacks(change: Change) -> list[str]:
    kept = [_bullet(f"{printable(str(fallback.place))}: {fallback.reason}") for fallback in change.fallbacks]
    return ["Error paths that stay, on the declared fallback:", *kept] if kept else []


def _left_alone(count: int) -> str:
    if not count:
        return ""
    what = "1 finding was" if count == 1 else f"{count} findings were"
    return f"{what} left alone; `codemod plan` lists {'it' if count == 1 else 'them'}."


def _relative(path: str) -> str:
    """An absolute path would name the machine it was built on."""
    return printable(PurePath(path).name if PurePath(path).is_absolute() else path)


def _bullet(text: str) -> str:
    return _wrapped(f"- {text}", indent="  ")


def _wrapped(text: str, indent: str = "") -> str:
    # A path or a name is of use only in one piece, so a long one may stand over the edge.
    return textwrap.fill(
        one_line(text), _WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
