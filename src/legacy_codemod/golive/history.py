"""A git repository → the env files that were ever committed with values, by name and line, never by value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from legacy_codemod.sources.blobs import Blobs
from legacy_codemod.sources.git import git

_PATHS: Final = tuple(f":(glob,top)**/{name}" for name in (".env", ".env.*", "*.env", ".envrc"))
_EXAMPLE: Final = re.compile(r"(^|[._-])(example|sample|template|dist|defaults?)([._-]|$)", re.IGNORECASE)
_LINE: Final = re.compile(rb"""\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(["']?)([^"'#\r\n]*)\2""")
_SECRET: Final = re.compile(r"KEY|TOKEN|SECRET|PASSW|CREDENTIAL|DSN|PRIVATE")
_STAND_IN: Final = re.compile(
    rb"""[\s.x*_-]*|<.*>|\$\{?.*|.*(your|change|replace|insert|example|placeholder|dummy|todo|secret-here|\.\.\.|xxx).*""",
    re.IGNORECASE,
)
_RANDOM: Final = re.compile(rb"[A-Za-z0-9_+/=.:-]{16,}")


@dataclass(frozen=True, slots=True)
class Leak:
    """A version of an env file that holds values: which variables, and the commit that brought its path."""

    path: str
    commit: str
    names: tuple[str, ...]


def leaks(root: Path) -> tuple[Leak, ...]:
    """Every env file of any commit that any ref reaches, once per path, with the variables that have a value.

    Raises:
        WorkspaceError: git cannot tell.
    """
    found: dict[str, dict[str, None]] = {}
    blobs = Blobs(root)
    for sha, path in dict.fromkeys(_versions(root)):
        names = _names(path, blobs.find(sha) or b"")
        if names:
            found.setdefault(path, {}).update(dict.fromkeys(names))
    return tuple(Leak(path, _first(root, path), tuple(names)) for path, names in found.items())


def _versions(root: Path) -> Iterator[tuple[str, str]]:
    """Each version of an env file that a commit brought, merges too."""
    listed = git(root, "log", "--all", "-m", "--raw", "-z", "--no-abbrev", "--no-renames", "--format=", "--", *_PATHS)
    parts = iter(part.lstrip("\n") for part in listed.decode("utf-8", "surrogateescape").split("\0"))
    for part in parts:
        if part.startswith(":"):
            yield part.split(" ")[3], next(parts)


def _names(path: str, content: bytes) -> list[str]:
    """The variables with values; in an example only those whose value can be nothing but a secret."""
    is_example = bool(_EXAMPLE.search(path.rpartition("/")[2]))
    names = []
    for line in content.split(b"\n"):
        found = _LINE.match(line)
        if not found or _STAND_IN.fullmatch(value := found[3].strip()):
            continue
        name = found[1].decode()
        if not is_example or (_SECRET.search(name) and _RANDOM.fullmatch(value)):
            names.append(name)
    return names


def _first(root: Path, path: str) -> str:
    listed = git(root, "log", "--all", "--diff-filter=A", "--format=%h", "--", f":(literal,top){path}").decode().split()
    return listed[-1] if listed else "?"
