"""``{…}`` in f-strings into the splices that fold what stands in them; what is shown beside ``=`` stays shown."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from legacy_codemod.fold.parentheses import with_grouping
from legacy_codemod.layout.splice import Splice
from legacy_codemod.model import Finding, Place
from legacy_codemod.truth import Why, settled

if TYPE_CHECKING:
    from legacy_codemod.fold.expressions import ExpressionFold


def fold_field(fold: ExpressionFold, node: ast.FormattedValue) -> None:
    """Fold the value of one ``{…}`` and those in its format, which is no string of its own."""
    shown = _shown_to(fold, node)
    if shown is None or _spell_out(fold, node, shown):
        fold.fold(node.value)
    for part in node.format_spec.values if isinstance(node.format_spec, ast.JoinedStr) else ():
        fold.fold(part)


def _shown_to(fold: ExpressionFold, node: ast.FormattedValue) -> int | None:
    """Where ``ON =`` of ``{ON = }`` ends; ``None`` where the value alone is shown, or is none that the flag settles."""
    if not any(True for _ in _cut(fold, node.value)):
        return None
    text = fold.module.text.text
    end = _past_blanks(text, with_grouping(fold.module, node.value, fold.module.span(node.value))[1])
    return _past_blanks(text, end + 1) if text[end] == "=" else None


def _cut(fold: ExpressionFold, node: ast.expr) -> Iterator[Why]:
    """Why each part of ``node`` is cut: the flag settles it, or it reads the flag and becomes something else."""
    for part in ast.walk(node):
        if isinstance(part, ast.expr) and settled(fold.value(part)):
            yield fold.why(part)
        elif isinstance(part, ast.expr) and part in fold.ask.reads:
            yield fold.ask.reads[part].value.why


def _past_blanks(text: str, offset: int) -> int:
    while text[offset] in " \t":
        offset += 1
    return offset


def _spell_out(fold: ExpressionFold, node: ast.FormattedValue, shown: int) -> bool:
    """``{ON=}`` → ``ON={ON!r}``; whether that could be done."""
    module = fold.module
    start, end = with_grouping(module, node.value, module.span(node.value))
    brace = module.text.text.rindex("{", 0, start)
    said = module.text.text[brace + 1 : shown]
    if any(sign in said for sign in "{}\"'\\#\r\n"):
        place = Place(module.path, node.lineno)
        fold.findings.append(Finding(place, "an f-string shows the flag's own source: the read stays where it is"))
        return False
    why = next(_cut(fold, node.value))
    fold.splices.append(Splice(brace, start, f"{said}{{", why, in_string=True))
    fold.replace((end, shown), "!r" if module.text.text[shown] == "}" else "", why)
    return True
