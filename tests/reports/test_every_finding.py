"""Every report tells every finding and every refusal, however many there are; a patch is a patch and tells none."""

from __future__ import annotations

import pytest

from legacy_codemod.model import Change, EnvFlag, Finding, Inventory, Item, Place, Plan, Refusal, Verdict
from legacy_codemod.reports import formats, renderer
from legacy_codemod.reports.parts.gathered import gathered
from legacy_codemod.reports.parts.page import Detail, Page

FIRST = 100_000  # each has a line of its own, by which it is looked for


def findings(kind: int) -> tuple[Finding, ...]:
    """Sixty of them in two files, some alike and some not."""
    lines = range(FIRST + kind * 100, FIRST + kind * 100 + 60)
    return tuple(Finding(Place(f"app/{line % 2}.py", line), f"reason {line // 20}") for line in lines)


def verdict() -> Verdict:
    """A plan with something to find in every place where a finding may stand."""
    item = Item(EnvFlag("USE_NEW", "true"), Place("legacy-inventory.yaml", 3))
    other = Item(EnvFlag("USE_OLD", "true"), Place("legacy-inventory.yaml", 4))
    refusals = tuple(Refusal(each.place, each.reason) for each in findings(2))
    changes = (
        Change(item, findings=findings(0), fallbacks=findings(1)),
        Change(other, refusals=refusals, findings=findings(3)),
    )
    return Verdict(Plan(Inventory("legacy-inventory.yaml"), "", changes, findings(4)), findings(5))


@pytest.mark.parametrize("width", [0, 80])
@pytest.mark.parametrize("shape", [name for name in formats() if name != "patch"])
def test_none_is_missing(shape: str, width: int) -> None:
    page = renderer(shape)(verdict(), Page(width, detail=Detail.NORMAL)).decode()
    missing = [each.place for kind in range(6) for each in findings(kind) if str(each.place.line) not in page]
    assert missing == []


def test_those_of_one_file_for_one_reason_share_a_line() -> None:
    said = [("b.py", 9, "two"), ("a.py", 7, "one"), ("b.py", 3, "two"), ("b.py", 4, "one"), ("b.py", 9, "two")]
    assert gathered(Finding(Place(path, line), reason) for path, line, reason in said) == [
        ("b.py:3, 9", "two"),
        ("a.py:7", "one"),
        ("b.py:4", "one"),
    ]
