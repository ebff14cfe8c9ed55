"""The values that travel from floor to floor: frozen, and free of every library."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

Scalar = str | int | float | bool | None


class Unknown(StrEnum):
    """An unknown is UNKNOWN, not ``None``: ``None`` is a value that a flag may have."""

    UNKNOWN = "unknown"


UNKNOWN: Final = Unknown.UNKNOWN


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A line of a file; ``line`` and ``column`` count from 1, a ``column`` of 0 means the whole line."""

    path: str
    line: int
    column: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"

    @property
    def exact(self) -> str:
        """``file:line:column`` where the column is known."""
        return f"{self}:{self.column}" if self.column else str(self)


# --- inventory -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class EnvFlag:
    """An environment variable and the string it holds in production; ``None`` where it is unset."""

    env: str
    value: str | None


@dataclass(frozen=True, slots=True)
class NameFlag:
    """An importable name (constant, class attribute, settings field, zero-argument function) and its value."""

    name: str
    value: Scalar


@dataclass(frozen=True, slots=True)
class ExprFlag:
    """An expression as it stands in the code (``$NAME``: any expression, ``$$$``: any further arguments).

    It folds to ``value``, or is replaced by the expression ``becomes``, in which ``$NAME`` stands for what it matched.
    """

    expr: str
    value: Scalar | Unknown = UNKNOWN
    becomes: str = ""


@dataclass(frozen=True, slots=True)
class DecoratorFlag:
    """A decorator that lets the function through (``True``) or makes it unreachable (``False``)."""

    decorator: str
    value: bool


@dataclass(frozen=True, slots=True)
class SdkFlag:
    """A key of a flag SDK that the catalogue describes."""

    sdk: str
    key: str
    value: Scalar


class Guards(StrEnum):
    """What happens to live guards that only test a removed name and raise or return an error."""

    REFUSE = "refuse"
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class PathSubject:
    """A file, a folder ending in ``/``, or a glob (``*`` does not cross ``/``, ``**`` does)."""

    path: str


@dataclass(frozen=True, slots=True)
class NameSubject:
    """A function, class, method or constant by dotted name; ``fallback`` is what a live error path gets instead."""

    name: str
    fallback: str = ""
    guards: Guards = Guards.REFUSE


@dataclass(frozen=True, slots=True)
class EnvSubject:
    """An environment variable by name."""

    env: str


Subject = EnvFlag | NameFlag | ExprFlag | DecoratorFlag | SdkFlag | PathSubject | NameSubject | EnvSubject


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of the inventory, and where it stands there."""

    subject: Subject
    place: Place
    note: str = ""
    replaced_by: str = ""

    @property
    def title(self) -> str:
        """How reports and commit messages call the item: ``flag USE_X = "true"``, ``remove app/old.py``."""
        match self.subject:
            case EnvFlag(env, value):
                return f"flag {env} = " + ("unset" if value is None else f'"{value}"')
            case NameFlag(name, value):
                return f"flag {name} = {value!r}"
            case ExprFlag(expr, value, becomes):
                return f"flag {expr} = {becomes}" if becomes else f"flag {expr} = {value!r}"
            case DecoratorFlag(decorator, value):
                return f"flag @{decorator} = {value!r}"
            case SdkFlag(sdk, key, value):
                return f"flag {sdk}:{key} = {value!r}"
            case PathSubject(path):
                return f"remove {path}"
            case NameSubject(name):
                return f"remove {name}"
            case EnvSubject(env):
                return f"remove env {env}"


@dataclass(frozen=True, slots=True)
class BurnIn:
    """The gate before ``apply``: how long the flag has been on and where the logs are."""

    flag_on_since: date | None = None
    min_days: int = 14
    logs: tuple[str, ...] = ()  # globs, relative to the root
    command: str = ""  # prints {"legacy": 0, "total": 12345}
    place: Place | None = field(default=None, compare=False)  # of `logs` or `command`


@dataclass(frozen=True, slots=True)
class Inventory:
    """``legacy-inventory.yaml`` version 1, in the order it was written."""

    path: str
    flags: tuple[Item, ...] = ()
    remove: tuple[Item, ...] = ()
    keep: tuple[Item, ...] = ()
    wrap: tuple[Item, ...] = ()
    burn_in: BurnIn | None = None
    verify: tuple[str, ...] = ()
    format: tuple[str, ...] = ()

    @property
    def in_order(self) -> tuple[Item, ...]:
        """What is to be done, one after another: flags, what goes, and last the variables, once nothing reads them."""
        return (*self.flags, *sorted(self.remove, key=lambda item: isinstance(item.subject, EnvSubject)))


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reviewer keeps: an item as a whole or, with ``path``, one file from what the item does to it."""

    title: str  # of the item
    place: str  # of the item, ``file:line``
    path: str = ""
    blob: str = ""  # git's name for what the file held when it was reviewed
    lines: tuple[tuple[int, int], ...] = ()  # what was reviewed, first and last line of each hunk

    @property
    def first(self) -> int:
        """The line of the file that a report names."""
        return max(self.lines[0][0], 1) if self.lines else 1


# --- what the engine says ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something related that was left alone, and why. ``place`` is of the file before the change."""

    place: Place
    reason: str


@dataclass(frozen=True, slots=True, order=True)
class Refusal:
    """Why an item cannot be done: the place that stops it, as it is committed, and the chain that keeps it alive."""

    place: Place
    reason: str
    chain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Lines ``start``..``end`` (1-based, inclusive) of ``path`` before the change, and the chain of reasons."""

    path: str
    start: int
    end: int
    why: tuple[str, ...]

    @property
    def place(self) -> Place:
        """Where the edit begins."""
        return Place(self.path, self.start)


@dataclass(frozen=True, slots=True)
class FileChange:
    """One file before and after; ``after`` is ``None`` where the file goes."""

    path: str
    before: bytes
    after: bytes | None


@dataclass(frozen=True, slots=True)
class Change:
    """All edits of one item: one commit. A refused item has refusals and no files."""

    item: Item
    files: tuple[FileChange, ...] = ()
    edits: tuple[Edit, ...] = ()
    findings: tuple[Finding, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    fallbacks: tuple[Finding, ...] = ()  # live error paths that now end on the declared fallback


@dataclass(frozen=True, slots=True)
class Plan:
    """The changes in the inventory's order; each is made on the tree that the one before it left."""

    inventory: Inventory
    base: str  # the commit the plan was made from; "" for files on disk
    changes: tuple[Change, ...]
    findings: tuple[Finding, ...] = ()  # of the whole tree: files that cannot be parsed, untracked env files
    decisions: tuple[Decision, ...] = ()  # what a reviewer kept

    @property
    def refused(self) -> tuple[Change, ...]:
        """The changes whose item cannot be done."""
        return tuple(change for change in self.changes if change.refusals)

    @property
    def files(self) -> Mapping[str, FileChange]:
        """Every file that differs between the base and the end of the plan, by path in order."""
        merged: dict[str, FileChange] = {}
        for change in self.changes:
            for file in change.files:
                before = merged[file.path].before if file.path in merged else file.before
                merged[file.path] = FileChange(file.path, before, file.after)
        return {path: merged[path] for path in sorted(merged) if merged[path].before != merged[path].after}


@dataclass(frozen=True, slots=True)
class Verdict:
    """A plan and what the proof says against it; without problems it may be offered."""

    plan: Plan
    problems: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line asks for."""

    root: str = "."
    inventory: str = ""  # empty: legacy-inventory.yaml at the root, or what pyproject.toml says
    worktree: bool = False  # plan from the files on disk instead of the committed tree
    decisions: str = ""  # the file of what a reviewer keeps; empty: everything is done
