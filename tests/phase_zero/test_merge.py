"""Items into an inventory that is there: every byte of it stays but an empty `[]`; a second time changes nothing."""

from __future__ import annotations

import pytest
from folding import Memory

from legacy_codemod.errors import InventoryError
from legacy_codemod.index.world import World
from legacy_codemod.inventory import load
from legacy_codemod.model import Inventory
from legacy_codemod.phase_zero.merge import merged, new_items
from legacy_codemod.phase_zero.minutes import read
from legacy_codemod.tree import tree_of

DOCUMENT = "REMOVE app/old.py — it: is #1\nKEEP app/billing/\n"


def imported(before: bytes, document: str = DOCUMENT) -> bytes:
    minutes = read(World(tree_of(Memory({}))), document, "phase0.md")
    there = load(before, "inv.yaml") if before.strip() else Inventory("inv.yaml")
    return merged(before, "inv.yaml", new_items(minutes.decided, there)[0])


NEW = """\
remove:
  - path: app/old.py
    note: "it: is #1"
"""
KEPT = """\
keep:
  - path: app/billing/
"""

ROWS = {
    "a new file": ("", f"version: 1\n\n{NEW}\n{KEPT}"),
    "only the version": ("version: 1\n", f"version: 1\n\n{NEW}\n{KEPT}"),
    "no line end at the end": ("# ours\nversion: 1", f"# ours\nversion: 1\n\n{NEW}\n{KEPT}"),
    "behind the last entry, before the comment of the next section": (
        "version: 1\nremove:\n- env: A   # first\n\n# what stays\nkeep:\n-   env: B\n"
        "    note: |\n      x\n\n      y\n\nverify:\n- make\n",
        'version: 1\nremove:\n- env: A   # first\n- path: app/old.py\n  note: "it: is #1"\n\n'
        "# what stays\nkeep:\n-   env: B\n"
        "    note: |\n      x\n\n      y\n- path: app/billing/\n\nverify:\n- make\n",
    ),
    "a section with nothing in it": (
        "version: 1\nremove:   # nothing yet\nkeep:\n  # ours\n  - env: B\n",
        f"version: 1\nremove:   # nothing yet\n{NEW.partition(chr(10))[2]}keep:\n  # ours\n"
        "  - env: B\n  - path: app/billing/\n",
    ),
    "a list that says it is empty": (
        "version: 1\nremove: []   # nothing yet\nkeep: [ ]\n",
        f"version: 1\nremove:   # nothing yet\n{NEW.partition(chr(10))[2]}keep:\n{KEPT.partition(chr(10))[2]}",
    ),
    "brackets with nothing in them over several lines": (
        "version: 1\nkeep:\n  [\n  ]\nverify: []\nremove: []",
        f"version: 1\nkeep:\n{KEPT.partition(chr(10))[2]}verify: []\n{NEW.rstrip(chr(10))}\n",
    ),
    "sections in an order of their own": (
        "keep:\n  - env: B\nversion: 1\n",
        f"keep:\n  - env: B\n  - path: app/billing/\nversion: 1\n\n{NEW}",
    ),
    "comments inside and behind the last entry": (
        "version: 1\nremove:\n  - env: A\n# odd\n    note: x\n# next\nkeep:\n  - env: B\n  # last\n",
        'version: 1\nremove:\n  - env: A\n# odd\n    note: x\n  - path: app/old.py\n    note: "it: is #1"\n# next\n'
        "keep:\n  - env: B\n  - path: app/billing/\n  # last\n",
    ),
    "all of it is there": (f"version: 1\n{NEW}{KEPT}", f"version: 1\n{NEW}{KEPT}"),
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize(("before", "after"), ROWS.values(), ids=ROWS)
def test_new_entries_are_spliced_in(before: str, after: str, newline: str) -> None:
    if newline == "\r\n" and newline not in before.replace("\n", newline):
        after = after.replace("\n", newline) if before else after
    first = imported(before.replace("\n", newline).encode())
    assert first.decode() == (after.replace("\n", newline) if "\n" in before else after)
    assert imported(first) == first


@pytest.mark.parametrize(
    "before",
    ["version: 1\nremove: [  # none\n  ]\n", "{version: 1}\n", "version: 1\nremove: [{env: A}]\n"],
    ids=["a comment between the brackets", "a document in braces", "a list in brackets"],
)
def test_a_layout_that_has_no_place_for_an_entry_is_an_error(before: str) -> None:
    with pytest.raises(InventoryError, match="not laid out so that entries can be added"):
        imported(before.encode())


def test_what_the_inventory_decides_otherwise_stays_and_is_told() -> None:
    minutes = read(World(tree_of(Memory({}))), DOCUMENT, "phase0.md")
    fresh, clashes = new_items(minutes.decided, load("version: 1\nwrap:\n  - path: app/old.py\n", "inv.yaml"))
    assert [decided.item.subject.path for decided in fresh] == ["app/billing/"]
    assert [finding.reason for finding in clashes] == ["REMOVE here, and `wrap` in inv.yaml:3: left as it is there"]


def test_a_remove_inside_what_is_kept_is_an_error_in_the_document() -> None:
    with pytest.raises(
        InventoryError, match=r"^phase0.md:1:8: `app/old.py` lies inside `app/`, which is kept \(line 3\)"
    ):
        imported(b"version: 1\nkeep:\n  - path: app/\n")
