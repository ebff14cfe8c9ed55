"""A name and the files it stands in into what git knows of it: since when, last changed when, and by whom."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from legacy_codemod.sources.git import attempt

_MOST = 3  # authors that are named


def history(root: Path, name: str, paths: Iterable[str]) -> str:
    """``since 2024-02-01, last change 2025-06-30, by Mara, Jonas``; empty where git has nothing to say."""
    arguments = (
        "log",
        "--no-show-signature",
        "--no-textconv",
        "--no-ext-diff",
        "--format=%as%x09%an",
        f"-S{name}",
        "--",
    )
    done = attempt(root, *arguments, *(f":(literal){path}" for path in sorted(set(paths))))
    lines = [line.split("\t", 1) for line in done.stdout.decode("utf-8", "replace").splitlines() if "\t" in line]
    if done.returncode or not lines:
        return ""
    authors = list(dict.fromkeys(author for _, author in lines))
    named = ", ".join(authors[:_MOST]) + (f" and {len(authors) - _MOST} more" if len(authors) > _MOST else "")
    return f"since {lines[-1][0]}, last change {lines[0][0]}, by {named}"
