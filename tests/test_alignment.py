"""The runs in which two lists of lines differ: put in place, they make the one of the other, however long both are."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legacy_codemod.alignment import blocks


def rebuilt(old: list[bytes], new: list[bytes]) -> list[bytes]:
    made: list[bytes] = []
    at = 0
    for start, end, first, last in blocks(old, new):
        made += [*old[at:start], *new[first:last]]
        at = end
    return made + old[at:]


LINES = st.lists(st.sampled_from([b"a\n", b"b\n", b"c\n", b"\n"]), max_size=30)


@given(LINES, LINES)
def test_short_lists(old: list[bytes], new: list[bytes]) -> None:
    assert rebuilt(old, new) == new


@pytest.mark.parametrize("kinds", [1, 3, 50, 2000, 10**9])
@pytest.mark.parametrize("seed", range(4))
def test_long_lists(kinds: int, seed: int) -> None:
    draw = random.Random(seed)
    old = [b"%d\n" % draw.randrange(kinds) for _ in range(1500)]
    new = [line for line in old if draw.random() > 0.05]
    for _ in range(20):
        new.insert(draw.randrange(len(new)), b"new\n")
    new = new[700:] + new[:700] if seed == 3 else new
    assert rebuilt(old, new) == new


def test_what_is_far_apart_in_long_lists_stays_apart() -> None:
    old = [b"%d\n" % number for number in range(5000)]
    new = [*old[:10], *old[12:4000], b"new\n", *old[4000:]]
    assert blocks(old, new) == [(10, 12, 10, 10), (4000, 4000, 3998, 3999)]
