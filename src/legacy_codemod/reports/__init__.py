"""A verdict in, a page out: each report is one module of this folder, and its file name is its ``--format``."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.resources import files
from pkgutil import iter_modules
from typing import cast

from legacy_codemod.model import Verdict
from legacy_codemod.reports.parts.page import Page

Render = Callable[[Verdict, Page], bytes]


def formats() -> tuple[str, ...]:
    """The names of the reports there are, in order; packages in this folder are parts of reports, not reports."""
    return tuple(sorted(module.name for module in iter_modules(__path__) if not module.ispkg))


def renderer(name: str) -> Render:
    """The ``render`` function of the report ``name``, one of ``formats()``."""
    return cast(Render, import_module(f"{__name__}.{name}").render)


def schema_text() -> str:
    """The JSON Schema of ``--format json``, for programs that read it."""
    return (files(__name__) / "json.schema.json").read_text("utf-8")
