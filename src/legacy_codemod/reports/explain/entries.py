"""A catalogue entry into text: what it describes, and its example before and after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.rule import Rule
from rich.syntax import Syntax
from rich.text import Text

from legacy_codemod.explanation.catalogue_page import Entry
from legacy_codemod.reports.parts.page import Page
from legacy_codemod.reports.parts.sheet import draw

_KINDS = {"flag_sdks": "flag SDK", "env_readers": "env reader", "config_formats": "config format"}
_HEADINGS = {"before": "before", "after": "after", "untouched": "left as it is"}


def render(entries: Iterable[Entry], page: Page) -> bytes:
    """Each entry with all of its example."""
    return draw((part for entry in entries for part in _parts(entry)), page)


def _parts(entry: Entry) -> Iterator[RenderableType]:
    yield Text.assemble((entry.name, "bold"), f"  {_KINDS[entry.kind]} of the catalogue")
    if entry.description:
        yield _rule("what it describes")
        yield _code(entry.description, "yaml")
    for part in entry.parts:
        yield _rule(_HEADINGS[part.name])
        yield _code(part.text, part.file.rpartition(".")[2])
    yield Text()


def _rule(heading: str) -> RenderableType:
    return Rule(Text(heading, "dim"), align="left", style="dim", characters="─")


def _code(text: str, language: str) -> RenderableType:
    return Syntax(text.rstrip("\n"), language, theme="ansi_dark", background_color="default")
