"""`reports.parts.marked`: which part of a changed line is shown as what changed."""

from __future__ import annotations

import pytest

from legacy_codemod.reports.parts.marked import marks

ROWS = {
    "a parameter goes": (["-def page(user, switch):", "+def page(user):"], ["-, switch"]),
    "a name is another one": (["-value = old_total(user)", "+value = new_total(user)"], ["-old_total", "+new_total"]),
    "words are whole": (["-return take(user, x)", "+return tame(user, x)"], ["-take", "+tame"]),
    "something is added": (["-call(first)", "+call(first, second)"], ["+, second"]),
    "a block that loses its indentation": (["-        return 1", "+    return 1"], []),
    "two lines that have little in common": (["-import os", "+x = 1"], []),
    "as many came as went": (["-a = f(1, x)", "-b = f(2, x)", "+a = f(1)", "+b = f(2)"], ["-, x", "-, x"]),
    "fewer came than went": (["-a = f(1, x)", "-b = f(2, x)", "+a = f(1)"], []),
    "a line between them": (["-a = f(1, x)", " b", "+a = f(1)"], []),
    "the same line": (["-a = 1", "+a = 1"], []),
}


@pytest.mark.parametrize(("lines", "marked"), ROWS.values(), ids=ROWS.keys())
def test_what_differs_in_a_line_is_marked(lines: list[str], marked: list[str]) -> None:
    signs, texts = [line[0] for line in lines], [line[1:] for line in lines]
    found = marks(signs, texts)
    assert [signs[at] + texts[at][slice(*span)] for at, span in sorted(found.items())] == marked
