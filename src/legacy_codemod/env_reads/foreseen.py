"""The catalogue into the words that any search for reads of the environment looks for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from legacy_codemod.env_readers import EnvReader, env_readers
from legacy_codemod.shapes import compile_shape


@cache
def asked_words() -> frozenset[str]:
    """What a file holds one of where a library reads a variable: one scan tells it of all libraries."""
    return frozenset(word for reader in env_readers() for word in _of(reader))


def _of(reader: EnvReader) -> Iterator[str]:
    made = [source for each in reader.objects.values() for source in each]
    families = [family.source for family in reader.families]
    for source in (*(pattern.source for pattern in reader.patterns), *made, *families, *reader.walked):
        yield from compile_shape(source).anchors
    yield from reader.keywords
    yield from filter(None, [reader.prefix_attribute])
    for dotted in reader.classes.bases if reader.classes else ():
        yield dotted.rpartition(".")[2]
