"""Options and ``[tool.codemod.burn_in]`` of pyproject.toml → how the logs are to be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any

import typer

from legacy_codemod.cli.shell.settings import found
from legacy_codemod.errors import CodemodError
from legacy_codemod.golive.burn_in import Look
from legacy_codemod.golive.fields import Fields, Window

Source = Annotated[str, typer.Option("--field", metavar="NAME", help="The field that names the path; default: source.")]
Legacy = Annotated[
    list[str], typer.Option("--legacy", metavar="VALUE", help="Its value for the old path; default: legacy.")
]
New = Annotated[
    list[str], typer.Option("--new", metavar="VALUE", help="Its value for the new path; default: restormel.")
]
Time = Annotated[
    list[str], typer.Option("--time", metavar="NAME", help="The field with the time; default: ts, time, timestamp.")
]
Latency = Annotated[
    list[str],
    typer.Option("--latency", metavar="NAME", help="The field with the milliseconds; default: resolve_ms."),
]
LatencyOf = Annotated[
    list[str], typer.Option("--latency-of", metavar="NAME=VALUE", help="Only these records say the call's latency.")
]
_LISTS = ("legacy", "new", "fallback", "times", "latency", "levels", "errors", "codes", "fell_back")
_KEYS = ("source", *_LISTS, "deployed_at", "window", "gap", "latency_of")
_WINDOW = 30  # minutes


@dataclass(frozen=True, slots=True)
class Given:
    """What options say; what is empty is left to the settings."""

    source: str = ""
    legacy: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    latency: tuple[str, ...] = ()
    latency_of: tuple[str, ...] = ()
    deployed_at: tuple[str, ...] = ()
    window: int | None = None  # minutes
    gap: int | None = None  # days
    since: date | None = None


def look(root: str | None, given: Given = Given()) -> Look:
    """How to read the logs of ``root``; an option is stronger than a setting.

    Raises:
        CodemodError: a setting or an option has no meaning.
    """
    settings = found(root)
    table = dict(settings.burn_in)
    file = settings.folder / "pyproject.toml"
    _check(table, file)
    lists: dict[str, Any] = {name: tuple(table[name]) for name in _LISTS if name in table}
    fields = replace(Fields(), **lists)
    fields = replace(fields, source=given.source or table.get("source", fields.source))
    chosen = {name: getattr(given, name) for name in ("legacy", "new", "times", "latency")}
    fields = replace(fields, **{name: value for name, value in chosen.items() if value})
    if set(fields.legacy) & set(fields.new):
        raise CodemodError("one value cannot mean the old and the new path", next_step="See --legacy and --new.")
    pairs = given.latency_of or tuple(table.get("latency_of", ()))
    fields = replace(fields, measured=tuple(_pair(str(text)) for text in pairs))
    length = timedelta(minutes=given.window if given.window is not None else table.get("window", _WINDOW))
    times = given.deployed_at or tuple(table.get("deployed_at", ()))
    windows = tuple(Window(_moment(str(text)), length) for text in times)
    gap = given.gap if given.gap is not None else table.get("gap", 0)
    return Look(replace(fields, windows=windows), given.since, gap)


def day(text: str) -> date:
    """A day as an option gives it.

    Raises:
        CodemodError: it is none.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CodemodError(f"{text!r} is not a day", next_step="Write it as 2026-11-01.") from None


def _pair(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not (name and sign):
        raise CodemodError(f"{text!r} names no field and value", next_step='Write it as msg="routing decision".')
    return name, value


def _moment(text: str) -> datetime:
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        raise CodemodError(f"{text!r} is not a time", next_step="Write it as 2026-11-01T14:30:00Z.") from None
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def _check(table: Mapping[str, object], file: Path) -> None:
    for name, value in table.items():
        if name not in _KEYS:
            near = get_close_matches(name, _KEYS, 1)
            hint = f"Did you mean `{near[0]}`?" if near else f"It knows {', '.join(_KEYS)}."
            raise CodemodError(f"{file}: [tool.codemod.burn_in] has no key `{name}`", next_step=hint)
        if name in (*_LISTS, "deployed_at", "latency_of"):
            fits, wanted = isinstance(value, list) and all(map(str, value)), "a list of texts"
        elif name == "source":
            fits, wanted = isinstance(value, str) and bool(value), "a text"
        else:
            fits, wanted = isinstance(value, int) and not isinstance(value, bool) and value >= 0, "a whole number"
        if not fits:
            raise CodemodError(f"{file}: [tool.codemod.burn_in] {name} is not {wanted}", next_step="Correct it.")
