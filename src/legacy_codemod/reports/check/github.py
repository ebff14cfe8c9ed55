"""What the guard found into workflow commands, by which GitHub marks the lines of a pull request.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from legacy_codemod.guard.outcome import Outcome
from legacy_codemod.reports.parts.guarded import Remark, Rule, remarks
from legacy_codemod.reports.parts.names import one_line, shown
from legacy_codemod.reports.parts.page import Page

_LEVELS = {Rule.BARE: "warning", Rule.UNUSED: "warning"}


def render(outcome: Outcome, page: Page) -> bytes:
    """One command a line; nothing at all where there is nothing to say."""
    return "".join(f"{_command(remark, page.prefix)}\n" for remark in remarks(outcome)).encode("utf-8")


def _command(remark: Remark, prefix: str) -> str:
    place = remark.place
    where = {"file": prefix + place.path, "line": place.line, "col": place.column or "", "title": _title(remark)}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in where.items() if value)
    level = _LEVELS.get(Rule(remark.rule), "error") if remark.failure is None else "error"
    return f"::{level} {properties}::{_text(_message(remark, prefix))}"


def _title(remark: Remark) -> str:
    if remark.failure is None:
        return f"codemod: {remark.rule.replace('-', ' ')}"
    return f"legacy name {remark.failure.use.name}"


def _message(remark: Remark, prefix: str) -> str:
    """With the place in it, because the log of a job shows nothing else of a command."""
    lines = [f"{one_line(prefix + remark.place.exact)}: {one_line(remark.what)}"]
    if remark.failure is not None:
        lines += [remark.failure.use.text] if remark.failure.use.text else []
        lines.append(f"to let this line through, write on it: {one_line(remark.failure.allowance)}")
    return "\n".join(lines)


def _text(text: str) -> str:
    """``text`` as GitHub reads it behind ``::``; what a terminal would act on is written out."""
    return shown(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _text(text).replace(":", "%3A").replace(",", "%2C")
