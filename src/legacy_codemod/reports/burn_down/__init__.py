"""What ``codemod burn-down`` says; a module's name is its ``--format``. ``svg.stretched`` fits into a page."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules
from typing import cast

from legacy_codemod.burn_down.series import Series
from legacy_codemod.reports.parts.page import Page


def formats() -> tuple[str, ...]:
    """The names of the pictures there are, in order."""
    return tuple(sorted(module.name for module in iter_modules(__path__)))


def renderer(name: str) -> Callable[[Series, Page], bytes]:
    """The ``render`` function of the picture ``name``, one of ``formats()``."""
    return cast(Callable[[Series, Page], bytes], import_module(f"{__name__}.{name}").render)
