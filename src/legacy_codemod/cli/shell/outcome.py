"""A branch into the page that ends ``apply``: its commits, its diff stat, and what to type next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from legacy_codemod.branch import Branch, Commit, DiffStat
from legacy_codemod.reports.parts.names import one_line
from legacy_codemod.reports.parts.words import count
from legacy_codemod.reports.parts.wrapped import Hung

_SHOWN = 40  # files; a longer list is cut, and says so
_BAR = 24  # signs in the longest bar


def ended(branch: Branch) -> Iterator[RenderableType]:
    """The closing page."""
    yield from log(branch.commits)
    yield Text()
    yield Padding(_files(branch.stat), (0, 0, 0, 2), expand=False)
    if len(branch.stat.files) > _SHOWN:
        yield Text(f"  … and {count(len(branch.stat.files) - _SHOWN, 'more file')}", "dim")
    yield Text(f"  {_total(branch.stat)}", "bold")
    yield Text("\n  Your checkout, index and stash were not touched. Next:")
    yield Text(f"    git log --stat {branch.base[:10]}..{branch.name}", "cyan")
    yield Text(f"    git switch {branch.name}", "cyan")


def log(commits: Sequence[Commit]) -> Iterator[RenderableType]:
    """The commits, oldest first."""
    yield Text()
    for commit in commits:
        yield Hung(Text.assemble((commit.sha[:10], "yellow"), "  ", one_line(commit.title)), 2, 14)


def _total(stat: DiffStat) -> str:
    return f"{count(len(stat.files), 'file')}, {count(stat.added, 'line')} in, {count(stat.removed, 'line')} out"


def _files(stat: DiffStat) -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column()
    table.add_column(justify="right", style="dim", no_wrap=True)
    table.add_column(no_wrap=True)
    longest = max((file.added + file.removed for file in stat.files), default=0)
    share = min(_BAR / longest, 1) if longest else 0
    for file in stat.files[:_SHOWN]:
        plus, minus = _signs(file.added, share), _signs(file.removed, share)
        bar = Text.assemble(("+" * plus, "green"), ("-" * minus, "red"))
        table.add_row(Hung(Text(one_line(file.path)), hang=2), str(file.added + file.removed), bar)
    return table


def _signs(lines: int, share: float) -> int:
    return max(round(lines * share), 1) if lines else 0
