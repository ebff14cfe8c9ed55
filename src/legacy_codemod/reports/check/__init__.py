"""What the guard found, for a person or a program: one module a format, found by its file name."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:  # the names of the formats are asked for by help, which loads no engine
    from legacy_codemod.guard.outcome import Outcome
    from legacy_codemod.reports.parts.page import Page


class Renderer(Protocol):
    """What a module of this folder offers."""

    def render(self, outcome: Outcome, page: Page) -> bytes:
        """The outcome as UTF-8 that ends in a newline, or is empty."""


@cache
def formats() -> tuple[str, ...]:
    """The names of the formats there are, in order."""
    return tuple(sorted(module.name for module in iter_modules(__path__)))


def renderer(name: str) -> Renderer:
    """The format called ``name``, one of ``formats()``."""
    return cast(Renderer, import_module(f"{__name__}.{name}"))
