"""Rich renderables into the bytes that a page is."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable

from rich.console import Console, RenderableType
from rich.text import Text

from legacy_codemod.reports.parts.page import Page
from legacy_codemod.reports.parts.wrapped import Hung

_TABLE = 100  # columns for a page without an edge
_TRAILING = re.compile(" +$", re.MULTILINE)  # what rich fills its cells with


def draw(parts: Iterable[RenderableType], page: Page) -> bytes:
    """``parts`` as UTF-8, with ANSI colours only where ``page.colour`` asks for them."""
    sheet = io.StringIO()
    console = Console(
        file=sheet,
        width=page.width or _TABLE,
        force_terminal=page.colour,
        color_system="standard" if page.colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for part in parts:
        # without an edge only tables have a width: a place and its reason stay one line, for whoever searches the page
        console.print(part, soft_wrap=not page.width and isinstance(part, (Hung, Text)))
    drawn = sheet.getvalue()
    return (drawn if page.colour else _TRAILING.sub("", drawn)).encode("utf-8", "backslashreplace")
