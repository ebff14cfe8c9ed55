"""What is going on, as a line on stderr that goes when it is done; only where a terminal shows it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from legacy_codemod.model import Item

_TITLE = 40  # columns of an item's title beside the bar


@contextmanager
def step(doing: str) -> Iterator[None]:
    """Show ``doing`` while the block runs; in a pipe nothing is shown, and rich is not loaded."""
    if not _watched():
        yield
        return
    from rich.console import Console
    from rich.text import Text

    with Console(stderr=True, highlight=False).status(Text(doing, "dim")):
        yield


@contextmanager
def walk(doing: str) -> Iterator[Callable[[Sequence[Item]], Iterable[Item]]]:
    """A function that goes through items; a bar shows how far it is while the block runs."""
    if not _watched():
        yield iter
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    doing_now = TextColumn("{task.description}", style="dim", markup=False)
    columns = (SpinnerColumn(), doing_now, BarColumn(24), MofNCompleteColumn(), TimeElapsedColumn())
    item_now = TextColumn("{task.fields[title]}", style="dim", markup=False)
    console = Console(stderr=True, highlight=False)
    with Progress(*columns, item_now, console=console, transient=True) as progress:
        bar = progress.add_task(doing, total=None, title="")

        def through(items: Sequence[Item]) -> Iterator[Item]:
            progress.reset(bar, total=len(items))
            for done, item in enumerate(items):
                progress.update(bar, completed=done, title=_short(item.title))
                yield item
            progress.update(bar, completed=len(items), title="")

        yield through


def _watched() -> bool:
    """Whether someone is looking at stderr, on something where a line can be taken back."""
    return sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def _short(title: str) -> str:
    from legacy_codemod.reports.parts.names import one_line

    whole = one_line(title)
    return whole if len(whole) <= _TITLE else whole[: _TITLE - 1] + "…"
