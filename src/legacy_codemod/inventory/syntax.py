"""What the YAML parser complains about into a place, the offending text and a next step."""

from __future__ import annotations

import yaml

from legacy_codemod.errors import InventoryError
from legacy_codemod.inventory.quoting import shown
from legacy_codemod.model import Place

_CLOSING = {"[": "]", "{": "}", "'": "'", '"': '"'}


def syntax_error(error: yaml.MarkedYAMLError, text: str, path: str) -> InventoryError:
    """The error in words of the file; what is never closed is reported where it opens."""
    mark = _opening(error) or error.problem_mark or error.context_mark
    if mark is None:
        return InventoryError(f"not valid YAML: {error.problem}", place=Place(path, 1))
    line = next(iter(text.split("\n")[mark.line : mark.line + 1]), "")
    what, next_step = _explain(error, line, line[mark.column : mark.column + 1])
    return InventoryError(what, place=Place(path, mark.line + 1, mark.column + 1), next_step=next_step)


def _opening(error: yaml.MarkedYAMLError) -> yaml.Mark | None:
    """Where the bracket or the quote stands that the parser was still inside of."""
    within, problem = error.context or "", error.problem or ""
    opens = any(part in within for part in ("flow sequence", "flow mapping", "an alias", "an anchor"))
    return (
        error.context_mark if opens or "unexpected end of stream" in problem or "escape character" in problem else None
    )


def _explain(error: yaml.MarkedYAMLError, line: str, character: str) -> tuple[str, str]:
    """What is wrong, and what to do next."""
    problem = error.problem or "unreadable"
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return f"a tab indents {shown(line.strip())}", "indent with spaces"
    if "escape character" in problem:
        return f"double quotes hold an unknown escape: {shown(line.strip())}", "use single quotes, or write `\\\\`"
    if _opening(error) and character in _CLOSING:
        return f"this `{character}` is not closed", f"close it with `{_CLOSING[character]}`, or put the text in quotes"
    if "cannot start any token" in problem or (_opening(error) and character in ("*", "&")):
        return f"`{character}` cannot begin a text", "put the text in quotes"
    if "mapping values are not allowed" in problem:
        return (
            f"a key cannot stand here: {shown(line.strip())}",
            "put a text that holds `: ` in quotes, or indent the key as its neighbours are",
        )
    return f"not valid YAML: {shown(line.strip())}", "check the quotes and the indentation of this line"
