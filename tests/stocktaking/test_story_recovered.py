"""The draft of the story beside the inventory that people wrote by hand for it."""

from __future__ import annotations

from pathlib import Path

from folding import Memory

from legacy_codemod.index.world import World
from legacy_codemod.inventory import load
from legacy_codemod.inventory.conflicts import identity
from legacy_codemod.stocktaking import take_stock
from legacy_codemod.stocktaking.proposal import Sure
from legacy_codemod.stocktaking.written import written
from legacy_codemod.tree import tree_of

STORY = Path(__file__).parents[2] / "fixtures/keeps-the-error-fallback-when-restormel-took-over"
SECTIONS = ("flags", "remove", "keep", "wrap")


def test_nearly_all_of_it_is_found_and_nothing_that_stays_is_removed() -> None:
    before = STORY / "before"
    files = {p.relative_to(before).as_posix(): p.read_bytes() for p in before.rglob("*") if p.is_file()}
    found = take_stock(World(tree_of(Memory(files))))
    hand = load((STORY / "inventory.yaml").read_bytes(), "inventory.yaml")
    by_hand = {(s, identity(item.subject)) for s in SECTIONS for item in getattr(hand, s)}
    live = {(p.decision, identity(p.subject)) for p in found if p.sure is Sure.EVIDENT}
    listed = {(p.decision, identity(p.subject)) for p in found}
    wrong = {item for item in live - by_hand if item[0] == "remove"}
    counts = (
        f"{len(by_hand & live)} of {len(by_hand)} decided, {len(by_hand & listed)} listed, {len(wrong)} wrong REMOVE"
    )
    print(counts)  # noqa: T201  the figure that this test is about
    assert wrong == set()
    assert len(by_hand & live) >= 0.9 * len(by_hand)
    assert by_hand <= listed


def test_the_draft_of_the_story_loads_and_comes_out_the_same_each_time() -> None:
    before = STORY / "before"
    files = {p.relative_to(before).as_posix(): p.read_bytes() for p in before.rglob("*") if p.is_file()}
    drafts = [written(take_stock(World(tree_of(Memory(files)))), "legacy-inventory.yaml") for _ in range(2)]
    assert drafts[0] == drafts[1]
    assert len(load(drafts[0], "legacy-inventory.yaml").remove) >= 9
