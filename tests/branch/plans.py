"""Plans made by hand, as the engine would hand them over."""

from __future__ import annotations

from collections.abc import Mapping

from real_git import GitFolder

from legacy_codemod.model import (
    Change,
    Edit,
    EnvFlag,
    FileChange,
    Finding,
    Inventory,
    Item,
    PathSubject,
    Place,
    Plan,
    Subject,
    Verdict,
)

FLAG = EnvFlag("USE_X", "true")
INVENTORY = "legacy-inventory.yaml"
Files = Mapping[str, tuple[bytes, bytes | None]]


def change(subject: Subject, files: Files, **more: object) -> Change:
    made = tuple(FileChange(path, before, after) for path, (before, after) in files.items())
    return Change(Item(subject, Place(INVENTORY, 3)), files=made, **more)  # type: ignore[arg-type]


def verdict(base: str, *changes: Change, formats: tuple[str, ...] = (), problems: tuple[Finding, ...] = ()) -> Verdict:
    items = tuple(made.item for made in changes)
    return Verdict(Plan(Inventory(INVENTORY, flags=items, format=formats), base, changes), problems)


def two_steps(made: GitFolder) -> Verdict:
    """An app with a flag and a router: the flag folds, and then the router goes with its folder."""
    before = {
        "app/main.py": b"if USE_X:\n    new()\n",
        "app/old/router.py": b"legacy\n",
        "run.sh": b"#!/bin/sh\nlegacy\n",
    }
    made.write(before)
    (made.root / "run.sh").chmod(0o755)
    base = made.commit({"kept.py": "kept\n"})
    flag = change(
        FLAG,
        {"app/main.py": (before["app/main.py"], b"new()\n"), "run.sh": (before["run.sh"], b"#!/bin/sh\nnew\n")},
        edits=(Edit("app/main.py", 1, 2, ("USE_X is true", "branch is always taken")),),
    )
    router = change(
        PathSubject("app/old/router.py"),
        {"app/old/router.py": (b"legacy\n", None), "app/main.py": (b"new()\n", b"newer()\n")},
    )
    return verdict(base, flag, router)
