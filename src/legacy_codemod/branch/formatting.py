"""A plan and the inventory's ``format`` commands → the same plan with its changed files in the project's own layout."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from legacy_codemod.branch.shell import Limits
from legacy_codemod.branch.trial import Trial, trial
from legacy_codemod.errors import RefusedError
from legacy_codemod.model import Change, FileChange, Plan
from legacy_codemod.sources.repository import locate


def format_plan(root: Path, plan: Plan, limits: Limits | None = None) -> Plan:
    """``plan`` with each changed file as the ``format`` commands leave it; prove it again afterwards.

    ``{files}`` in a command stands for the change's files, quoted for the shell; only they are read back.

    Raises ``RefusedError``: a command failed. ``WorkspaceError``: the base cannot be checked out.
    """
    if not plan.inventory.format or not plan.files:
        return plan
    changes: list[Change] = []
    formatted: dict[str, bytes] = {}  # a change's "before" is what the change before it left
    with trial(locate(root), plan.base) as prepared:
        for change in plan.changes:
            changes.append(format_change(prepared, change, plan.inventory.format, limits or Limits()))
            changes[-1] = replace(changes[-1], files=tuple(_after(file, formatted) for file in changes[-1].files))
            formatted |= {file.path: file.after for file in changes[-1].files if file.after is not None}
    return replace(plan, changes=tuple(changes))


def format_change(prepared: Trial, change: Change, commands: Sequence[str], limits: Limits) -> Change:
    """``change`` with its files as ``commands`` leave them in the checkout, which holds the changes before it."""
    for file in change.files:
        _write(prepared.folder / file.path, file.after)
    kept = [file.path for file in change.files if file.after is not None]
    for command in commands if kept else ():
        said = prepared.run(command.replace("{files}", _quoted(kept)), limits)
        if not said.passed:
            why = "took too long" if said.timed_out else f"ended with exit code {said.exit_code}"
            last = said.output.splitlines()[-1:] or ["it printed nothing"]
            raise RefusedError(f"`{command}` {why}: {last[0]}", next_step="Nothing was created.")
    return replace(change, files=tuple(_read_back(prepared.folder, file) for file in change.files))


def _after(file: FileChange, formatted: dict[str, bytes]) -> FileChange:
    return replace(file, before=formatted.get(file.path, file.before))


def _read_back(folder: Path, file: FileChange) -> FileChange:
    if file.after is None:
        return file
    try:
        return replace(file, after=(folder / file.path).read_bytes())
    except OSError as error:
        what = f"a format command left {file.path} unreadable: {error.strerror}"
        raise RefusedError(what, next_step="Nothing was created.") from error


def _write(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)  # into the file that is there, so it keeps its mode


def _quoted(paths: Sequence[str]) -> str:
    # "./" so that a file whose name begins with a dash is no option.
    return " ".join(shlex.quote(f"./{path}" if path.startswith("-") else path) for path in paths)
