"""Files that go into the files that name them and are no Python, where a person has to look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from legacy_codemod.index.world import World, dotted_name, is_python
from legacy_codemod.model import Finding, Place


def mentions_of(world: World, paths: Sequence[str]) -> Iterator[Finding]:
    """Files that are no Python and that name a file that goes, such as a Dockerfile that starts it."""
    for gone in paths:
        dotted = dotted_name(world, gone) if is_python(gone) else gone
        for path in world.tree.mentions([gone.rpartition("/")[2].partition(".")[0]]):
            content = (
                world.tree.read(path).decode("utf-8", "replace") if not is_python(path) and path not in paths else ""
            )
            for named in {gone, dotted} if "." in dotted or "/" in gone else ():
                if (at := content.find(named)) >= 0:
                    yield Finding(
                        Place(path, content.count("\n", 0, at) + 1), f"names {gone}, which goes, and is left as it is"
                    )
                    break
