"""What is going on, as a line on stderr that goes when it is done; only on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def step(doing: str) -> Iterator[None]:
    """Show ``doing`` while the block runs; in a pipe nothing is shown, and rich is not loaded."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console
    from rich.text import Text

    with Console(stderr=True, highlight=False).status(Text(doing, "dim")):
        yield
