"""The story into a tour of the whole job, told on stdout: the service, the plan, the branch, where to look next."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from importlib.util import find_spec
from pathlib import Path
from shutil import which

from rich.console import RenderableType
from rich.rule import Rule
from rich.text import Text

from legacy_codemod import plan, verify, workspace
from legacy_codemod.cli.shell.output import page, show
from legacy_codemod.cli.shell.retire import retire
from legacy_codemod.cli.shell.steps import step
from legacy_codemod.cli.shell.story import settle
from legacy_codemod.cli.shell.wish import Wish
from legacy_codemod.errors import ExitCode
from legacy_codemod.model import Change, Inventory, Request, Verdict
from legacy_codemod.reports.parts.listing import section
from legacy_codemod.reports.parts.page import Page
from legacy_codemod.reports.parts.sheet import draw
from legacy_codemod.reports.parts.summary import summary

_NEEDED = ("pytest", "fastapi", "httpx")  # by the tests of the sample service


def tour() -> ExitCode:
    """Walk through the job; returns what ``apply`` returned."""
    folder = settle()
    codemod = "codemod" if which("codemod") else f"{sys.executable} -m legacy_codemod"
    _tell(_scene(folder))
    with step("planning"):
        opened = workspace.open(Request(str(folder)))
        verdict = verify.prove(plan.make(opened))
    _tell(_planned(verdict, page()))
    _tell(_heading("codemod apply: gate, proof, tests, and a branch"))
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    code = retire(Request(str(folder)), Wish(skip_verify=_missing(), today=_day_of(opened.inventory)))
    _tell(_look(folder, codemod))
    return code


def _missing() -> str:
    absent = [name for name in _NEEDED if find_spec(name) is None]
    return f"the sample's tests need {', '.join(absent)}, not installed here" if absent else ""


def _day_of(inventory: Inventory) -> date:
    """The day on which the story plays: its logs end there, whatever the date is where it is told."""
    burn_in = inventory.burn_in
    if burn_in is None or burn_in.flag_on_since is None:
        return date.today()
    return burn_in.flag_on_since + timedelta(days=burn_in.min_days)


def _tell(parts: Iterator[RenderableType]) -> None:
    show(draw(parts, page()))


def _heading(title: str) -> Iterator[RenderableType]:
    yield Text()
    yield Rule(Text(title, "bold cyan"), align="left", style="cyan")


def _scene(folder: Path) -> Iterator[RenderableType]:
    python = sum(1 for _ in folder.rglob("*.py"))
    yield from _heading("The service")
    yield Text(f"Docent answers questions about documents: {python} Python files, in {folder}")
    yield Text("Its model calls moved to Restormel Keys behind USE_RESTORMEL_KEYS, and have burned in.")
    yield Text("legacy-inventory.yaml says what is settled, what goes, and what must stay.")


def _planned(verdict: Verdict, paper: Page) -> Iterator[RenderableType]:
    yield from _heading("codemod plan: what would go, and why")
    yield from summary(verdict)
    example = _example(verdict.plan.changes)
    if example:
        yield from section(example, paper)


def _example(changes: tuple[Change, ...]) -> Change | None:
    """The change that says most in the fewest lines: one that points a live error path at its fallback."""
    telling = [change for change in changes if change.fallbacks] or [change for change in changes if change.edits]
    return min(telling, key=lambda change: sum(len(file.before) for file in change.files), default=None)


def _look(folder: Path, codemod: str) -> Iterator[RenderableType]:
    yield from _heading("Where to look next")
    yield Text(f"    cd {folder}", "cyan")
    yield Text("    less legacy-inventory.yaml", "cyan")
    yield Text(f"    {codemod} plan", "cyan")
