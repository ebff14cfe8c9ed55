"""A request into a branch, stage by stage; the first stage that fails ends it, and then nothing was created."""

from __future__ import annotations

from pathlib import Path

from legacy_codemod import branch, workspace
from legacy_codemod.cli.shell.gate import gate
from legacy_codemod.cli.shell.ledger import Mark, stage
from legacy_codemod.cli.shell.outcome import ended, log
from legacy_codemod.cli.shell.output import page, show
from legacy_codemod.cli.shell.proof import proven
from legacy_codemod.cli.shell.steps import step
from legacy_codemod.cli.shell.stopping import stoppable
from legacy_codemod.cli.shell.trial import broken
from legacy_codemod.cli.shell.wish import Wish
from legacy_codemod.errors import ExitCode, RefusedError, StoppedError
from legacy_codemod.model import Item, Refusal, Request, Verdict
from legacy_codemod.reports.parts.sheet import draw
from legacy_codemod.workspace import Workspace

Commits = tuple[branch.Commit, ...]


def retire(request: Request, wish: Wish) -> ExitCode:
    """Gate, plan, proof, commits, verify commands, branch, and where it is wished a pull request.

    Raises:
        RefusedError: the gate, a refusal, the proof, a verify command or a branch in the way stopped it.
        StoppedError: Ctrl-C, or a request to end.
        CodemodError: something could not be read.
    """
    with stoppable():
        return _retire(request, wish)


def _retire(request: Request, wish: Wish) -> ExitCode:
    with step("reading the tree"):
        opened = workspace.open(request)
    name = wish.branch or branch.default_name(opened.inventory)
    branch.require_name(opened.root, name)
    gate(opened.inventory.burn_in, opened.root, wish.look, wish.today, wish.skip_burn_in)
    verdict, commits, there = _sound(opened, wish, name)
    if not commits:
        stage(Mark.DONE, "branch", "nothing is left to change, so none was created")
        return ExitCode.OK
    if there is not None and there.is_same:
        stage(Mark.DONE, "branch", f"{name} is already there, with the same commits on the same base: nothing to do")
        made = branch.read_back(opened.root, name, commits)
    elif wish.dry_run:
        stage(Mark.PASSED_OVER, "branch", f"{name} was not created: this is a dry run")
        show(draw(log(commits), page()))
        return ExitCode.OK
    else:
        made = _published(opened.root, name, commits, there.tip if there else "")
    return _hand_over(opened, verdict, made, wish)


def _sound(opened: Workspace, wish: Wish, name: str) -> tuple[Verdict, Commits, branch.Standing | None]:
    """What passes proof and verify commands; with ``--partial``, without the items that do not let it."""
    left_out: dict[Item, Refusal] = {}
    while True:
        verdict = proven(opened, wish, left_out)
        if not verdict.plan.files:
            if left_out:
                raise RefusedError("nothing is left that the verify commands pass with; nothing was created")
            return verdict, (), None
        with step("building the commits"):
            commits = branch.commits(opened.root, verdict)
            there = branch.standing(opened.root, name, commits)
        stage(Mark.DONE, "commits", f"{len(commits)}, one per item")
        if there is not None and there.is_same:
            return verdict, commits, there
        if there is not None and not wish.partial:  # with it, fewer commits may turn out to be the same ones
            branch.require_replaceable(there, force=wish.force)
        found = broken(opened, commits, wish)
        if found is None:
            if there is not None:
                branch.require_replaceable(there, force=wish.force)
            return verdict, commits, there
        left_out[found[0]] = found[1]


def _published(root: Path, name: str, commits: Commits, instead_of: str) -> branch.Branch:
    try:
        made = branch.publish(root, name, commits, instead_of)
    except KeyboardInterrupt:
        if branch.tip_of(root, name) == commits[-1].sha:
            raise StoppedError(f"stopped; branch {name} had been created, whole") from None
        raise
    stage(Mark.DONE, "branch", f"{name} (it was at {instead_of[:10]})" if instead_of else name)
    return made


def _hand_over(opened: Workspace, verdict: Verdict, made: branch.Branch, wish: Wish) -> ExitCode:
    try:
        show(draw(ended(made), page()))
        if wish.pull_request:
            from legacy_codemod.cli.shell.pull_request import offer

            offer(opened, verdict, made, wish.output)
    except KeyboardInterrupt:
        raise StoppedError(f"stopped; branch {made.name} had been created, whole") from None
    return ExitCode.OK
