"""Answers into text: the verdict, the chains of reasons as a tree, and what else is to be said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text
from rich.tree import Tree

from legacy_codemod.explanation.answer import Answer, Fate, Step
from legacy_codemod.reports.parts.listing import listed, stopped_by
from legacy_codemod.reports.parts.names import one_line
from legacy_codemod.reports.parts.page import Page
from legacy_codemod.reports.parts.sheet import draw
from legacy_codemod.reports.parts.wrapped import Hung

_STYLES = {Fate.REMOVED: "red", Fate.CHANGED: "yellow", Fate.KEPT: "green", Fate.REFUSED: "bold red"}


def render(answers: Iterable[Answer], page: Page) -> bytes:
    """The answers one below the other."""
    return draw((part for answer in answers for part in _parts(answer)), page)


def _parts(answer: Answer) -> Iterator[RenderableType]:
    yield Hung(Text(one_line(answer.about), "bold"), hang=4)
    said = Text.assemble((answer.fate.value, _STYLES[answer.fate]), ": ", one_line(answer.said))
    yield Hung(said, 2, 4)
    if answer.steps:
        yield Padding(_tree(answer.steps), (1, 0, 0, 2), expand=False)
    yield from stopped_by(answer.refusals)
    yield from listed("to know", answer.notes, "yellow")
    yield Text()


def _tree(steps: Iterable[Step]) -> Tree:
    """Chains that begin alike share their beginning."""
    root = Tree("", hide_root=True)
    branches: dict[tuple[str, ...], Tree] = {(): root}
    for step in steps:
        for length in range(1, len(step.why) + 1):
            known = step.why[:length]
            if known not in branches:
                branches[known] = branches[known[:-1]].add(Text(one_line(known[-1]), "cyan"))
        branches[step.why].add(Text(one_line(step.where), "bold"))
    return root
