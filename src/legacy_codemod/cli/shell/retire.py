"""A request into a branch, stage by stage; the first stage that fails ends it, and then nothing was created."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from rich.console import RenderableType
from rich.text import Text

from legacy_codemod import branch, plan, verify, workspace
from legacy_codemod.cli.shell.gate import gate
from legacy_codemod.cli.shell.ledger import Mark, stage
from legacy_codemod.cli.shell.outcome import ended, log
from legacy_codemod.cli.shell.output import page, show
from legacy_codemod.cli.shell.steps import step, walk
from legacy_codemod.errors import ExitCode, RefusedError
from legacy_codemod.golive.burn_in import Look
from legacy_codemod.model import Plan, Request, Verdict
from legacy_codemod.reports.parts.listing import listed, section
from legacy_codemod.reports.parts.names import shown
from legacy_codemod.reports.parts.page import Page
from legacy_codemod.reports.parts.sheet import draw
from legacy_codemod.reports.parts.summary import totals
from legacy_codemod.reports.parts.words import count


@dataclass(frozen=True, slots=True)
class Wish:
    """What ``apply`` was asked for beyond the request."""

    branch: str = ""  # empty: named after the inventory's first flag
    partial: bool = False
    skip_burn_in: str = ""  # the reason
    dry_run: bool = False
    look: Look = Look()  # noqa: RUF009 - frozen
    skip_verify: str = ""  # the reason; no option sets it
    today: date = field(default_factory=date.today)  # the day up to which the burn-in counts


def retire(request: Request, wish: Wish) -> ExitCode:
    """Gate, plan, proof, commits, verify commands, branch.

    Raises:
        RefusedError: the gate, a refusal, the proof or a verify command stopped it.
        CodemodError: something could not be read.
    """
    with step("reading the tree"):
        opened = workspace.open(request)
    name = wish.branch or branch.default_name(opened.inventory)
    branch.require_free(opened.root, name)
    gate(opened.inventory.burn_in, opened.root, wish.look, wish.today, wish.skip_burn_in)
    with walk("planning") as through:
        planned = plan.make(opened, through)
    _stop_at_refusals(planned, partial=wish.partial)
    verdict = _proven(opened.root, planned)
    if not verdict.plan.files:
        stage(Mark.DONE, "branch", "nothing is left to change, so none was created")
        return ExitCode.OK
    return _publish(opened.root, verdict, name, wish)


def _stop_at_refusals(planned: Plan, *, partial: bool) -> None:
    refused = planned.refused
    if refused and not partial:
        stage(Mark.FAILED, "plan", f"{count(len(refused), 'item')} refused")
        _complain(part for change in refused for part in section(change, Page()))
        raise RefusedError(
            f"{count(len(refused), 'item')} of {len(planned.changes)} cannot be done; nothing was created",
            next_step="Change the code or the inventory as said above, or leave them out with --partial.",
        )


def _proven(root: Path, planned: Plan) -> Verdict:
    with step("formatting and proving"):
        verdict = verify.prove(branch.format_plan(root, planned))
    if verdict.problems:
        stage(Mark.FAILED, "proof", count(len(verdict.problems), "problem"))
        _complain(listed("problems", verdict.problems, "red"))
        raise RefusedError("the result did not pass its proof; nothing was created")
    stage(Mark.DONE, "plan", totals(verdict).plain)
    stage(Mark.DONE, "proof", "every changed file parses and compiles, and no name is left open")
    return verdict


def _publish(root: Path, verdict: Verdict, name: str, wish: Wish) -> ExitCode:
    with step("building the commits"):
        commits = branch.commits(root, verdict)
    stage(Mark.DONE, "commits", f"{len(commits)}, one per item")
    if wish.skip_verify:
        stage(Mark.PASSED_OVER, "verify", f"passed over: {wish.skip_verify}")
    else:
        _try_out(root, commits[-1].sha, verdict.plan.inventory.verify)
    if wish.dry_run:
        stage(Mark.PASSED_OVER, "branch", f"{name} was not created: this is a dry run")
        show(draw(log(commits), page()))
        return ExitCode.OK
    made = branch.publish(root, name, commits)
    stage(Mark.DONE, "branch", made.name)
    show(draw(ended(made), page()))
    return ExitCode.OK


def _try_out(root: Path, tip: str, commands: tuple[str, ...]) -> None:
    """Run the verify commands one by one on ``tip``, in a throw-away checkout."""
    if not commands:
        stage(Mark.PASSED_OVER, "verify", "the inventory names no command to run on the result")
    with step("running the verify commands"):
        results = branch.run_commands(root, tip, commands)
    for result in results:
        stage(Mark.DONE if result.passed else Mark.FAILED, "verify", f"{result.command}  ({result.seconds:.1f} s)")
        if not result.passed:
            _complain(Text(shown(line)) for line in result.output.split("\n"))
            why = "took too long" if result.timed_out else f"ended with exit code {result.exit_code}"
            raise RefusedError(f"`{result.command}` {why} on the result; nothing was created")


def _complain(parts: Iterable[RenderableType]) -> None:
    sys.stdout.flush()
    sys.stderr.buffer.write(draw(parts, Page()))
    sys.stderr.buffer.flush()
