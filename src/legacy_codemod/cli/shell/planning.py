"""What a command line asks of the plan into what is written, without what reads command lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from legacy_codemod.arguments import plainly
from legacy_codemod.cli.shell.output import page, save, show
from legacy_codemod.cli.shell.settings import request
from legacy_codemod.cli.shell.steps import step, walk
from legacy_codemod.errors import ExitCode
from legacy_codemod.model import Verdict
from legacy_codemod.reports import formats, renderer
from legacy_codemod.reports.parts.page import Page

if TYPE_CHECKING:
    from legacy_codemod.workspace import Workspace

_OPTIONS = {
    "--root": "root",
    "--inventory": "inventory",
    "--decisions": "decisions",
    "--format": "shape",
    "--output": "output",
    "-o": "output",
}
_SWITCHES = {
    "--check": "check",
    "--worktree": "worktree",
    "--quiet": "quiet",
    "-q": "quiet",
    "--verbose": "verbose",
    "-v": "verbose",
    "--no-pager": "unpaged",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """The options of the verb."""

    root: str | None = None
    inventory: str | None = None
    decisions: str | None = None
    shape: str = "text"
    output: Path | None = None
    items: tuple[str, ...] = ()
    check: bool = False
    worktree: bool = False
    quiet: bool = False
    verbose: bool = False
    pager: bool = True


def _asked_plainly(arguments: Iterable[str]) -> Asked | None:
    """What is asked for most; ``None`` for all else, which is left to what reads every option."""
    read = plainly(arguments, _OPTIONS, _SWITCHES)
    if read is None:
        return None
    given, beside = read
    if beside or given.get("shape", "text") not in formats():
        return None
    return Asked(
        root=given.get("root"),
        inventory=given.get("inventory"),
        decisions=given.get("decisions"),
        shape=given.get("shape", "text"),
        output=Path(given["output"]) if "output" in given else None,
        check="check" in given,
        worktree="worktree" in given,
        quiet="quiet" in given,
        verbose="verbose" in given,
        pager="unpaged" not in given,
    )


def answer(arguments: Iterable[str]) -> int | None:
    """The exit code, once it is done; ``None``, and nothing is done, where more is asked for than is plain."""
    asked = _asked_plainly(arguments)
    return None if asked is None else dry_run(asked)


def dry_run(asked: Asked) -> ExitCode:
    """Plan, print, and return the exit code."""
    from legacy_codemod import plan, verify, workspace
    from legacy_codemod.cli.shell.chosen import View
    from legacy_codemod.cli.shell.placed import placed

    view = View(asked.items, asked.quiet, asked.verbose)
    view.check(asked.shape)
    with step("reading the tree"):
        wanted = request(asked.root, asked.inventory, worktree=asked.worktree)
        opened = workspace.open(replace(wanted, decisions=asked.decisions or ""))
    with walk("planning") as through:
        verdict = verify.prove(plan.make(opened, through))
    paper = view.on(placed(Page() if asked.output else page(), verdict.plan, opened.root), verdict.plan)
    _write(asked, renderer(asked.shape)(verdict, _with_past(asked.shape, paper, opened)))
    return _exit_code(verdict, check=asked.check)


def _with_past(shape: str, paper: Page, opened: Workspace) -> Page:
    """``paper`` with how the names came and went, where the report shows that."""
    if shape != "html":
        return paper
    from legacy_codemod.cli.shell.history import history

    with step("reading the history"):
        return replace(paper, past=history(opened))


def _write(asked: Asked, content: bytes) -> None:
    if asked.output:
        save(content, asked.output)
    elif asked.pager and asked.shape == "text":
        from legacy_codemod.cli.shell.pager import show_paged

        show_paged(content)
    else:
        show(content)


def _exit_code(verdict: Verdict, *, check: bool) -> ExitCode:
    if verdict.plan.refused or verdict.problems:
        return ExitCode.REFUSED
    return ExitCode.FOUND if check and verdict.plan.files else ExitCode.OK
