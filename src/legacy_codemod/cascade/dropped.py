"""A draft into the words that it mentions less often than before: only those may have become unused."""

from __future__ import annotations

import re
from collections import Counter

from legacy_codemod.draft import Draft
from legacy_codemod.index.world import World, is_python

_WORD = re.compile(rb"[A-Za-z_]\w*")


def dropped_words(draft: Draft) -> frozenset[str]:
    """Words of changed Python files that stand there fewer times than where the item began."""
    fallen: set[str] = set()
    for path in draft.changed():
        if is_python(path):
            before, after = _words(draft.start, path), _words(draft.world, path)
            fallen |= {word for word, count in before.items() if after[word] < count}
    return frozenset(fallen)


def _words(world: World, path: str) -> Counter[str]:
    if path not in world.tree.path_set:
        return Counter()
    module = world.module(path)
    if module is not None:
        return module.words
    return Counter(word.decode() for word in _WORD.findall(world.tree.read(path)))
