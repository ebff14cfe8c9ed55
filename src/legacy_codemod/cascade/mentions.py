"""Files that go into the files that name them and are no Python, where a person has to look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from legacy_codemod.index.named_by import namings
from legacy_codemod.index.world import World
from legacy_codemod.model import Finding


def mentions_of(world: World, paths: Sequence[str]) -> Iterator[Finding]:
    """Files that are no Python and that name a file that goes, such as a Dockerfile that starts it."""
    for gone in paths:
        for naming in namings(world, gone):
            if naming.path not in paths:
                yield naming.finding(gone)
