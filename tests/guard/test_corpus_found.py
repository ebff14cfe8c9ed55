"""Each snippet of the corpus: the guard finds every use in it and nothing else, also at a glance."""

from __future__ import annotations

from pathlib import Path

import pytest
from measuring import found_in, is_glanced_over
from snippet import Snippet
from test_corpus import INVENTORY, SNIPPETS

# what is not found, and why; the measure counts them
MISSED = {
    "dynaconf without a prefix reads it": "every variable is a setting then, and every setting may be a file's",
    "React asks LaunchDarkly for all and takes the key": "what the hook gives is an object like any other",
}


@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda snippet: snippet.id)
def test_every_use_is_found_and_nothing_else(snippet: Snippet) -> None:
    expected = set() if snippet.id in MISSED else set(snippet.found)
    assert expected <= found_in(snippet, INVENTORY) <= expected | set(snippet.also)


@pytest.mark.parametrize("snippet", [each for each in SNIPPETS if each.found], ids=lambda snippet: snippet.id)
def test_the_first_glance_passes_over_no_use(snippet: Snippet, tmp_path: Path) -> None:
    assert not is_glanced_over(snippet, INVENTORY, tmp_path)


def test_the_measure_is_what_the_readme_says() -> None:
    wanted = sum(len(snippet.found) for snippet in SNIPPETS)
    missed = sum(len(snippet.found) for snippet in SNIPPETS if snippet.id in MISSED)
    assert (wanted - missed) / wanted >= 0.95
