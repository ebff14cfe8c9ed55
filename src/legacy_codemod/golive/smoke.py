"""The smoke test: its checks, and itself as a script that a team can keep."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files

from legacy_codemod.golive import smoke_script
from legacy_codemod.golive.checks import Check, judged

OPTIONS = smoke_script.OPTIONS


def checks(options: Mapping[str, str]) -> Iterator[Check]:
    """Every check, as soon as it is done."""
    for check in smoke_script.checks(complete(options)):
        yield judged(check.name, check.said, good=check.good)


def complete(options: Mapping[str, str]) -> dict[str, str]:
    """``options``, with the defaults of those that are not given."""
    return {name: options.get(name) or default for name, (default, _) in OPTIONS.items()}


def script(options: Mapping[str, str]) -> bytes:
    """The script with ``options`` as its defaults; it needs Python alone, and holds no key."""
    source = files("legacy_codemod.golive").joinpath("smoke_script.py").read_text(encoding="utf-8")
    chosen = {name: value for name, value in options.items() if value and value != OPTIONS[name][0]}
    empty = "DEFAULTS: dict[str, str] = {}"
    return source.replace(empty, f"{empty[:-2]}{chosen!r}", 1).encode("utf-8")
