"""A Python file into the lines of other files, such as a Makefile or a workflow, that name it or run it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from legacy_codemod.index.world import World, dotted_name, is_python
from legacy_codemod.model import Finding, Place

_DOCUMENTS = frozenset({".md", ".mdx", ".rst", ".adoc", ".txt", ".html", ".ipynb"})  # what they say, nobody runs
_RUNNERS = r"""(?:\b(?:python|pypy)[\d.]*["'\s].*|\brun:?\s+|\./)"""


@dataclass(frozen=True, slots=True)
class Naming:
    """One line, and whether it runs the file: ``python app/old.py``, ``python -m app.old``."""

    path: str
    line: int
    runs: bool

    def finding(self, gone: str) -> Finding:
        """What is said of the line where the file goes."""
        return Finding(Place(self.path, self.line), f"names {gone}, which goes, and is left as it is")


def namings(world: World, path: str) -> Iterator[Naming]:
    """Every line of a file that is no Python which names the file ``path``, by its path or by its dotted name."""
    dotted = dotted_name(world, path) if is_python(path) else ""
    parts = [part for part in (PurePosixPath(path).name, dotted) if part]
    for other in world.tree.mentions([PurePosixPath(path).name.partition(".")[0]]):
        if is_python(other) or other == path:
            continue
        beside = PurePosixPath(path).name if PurePosixPath(other).parent == PurePosixPath(path).parent else path
        file = rf"(?<![\w.-]){re.escape(path)}(?!\w)|(?<![\w./-])(?:\./)?{re.escape(beside)}(?!\w)"
        module = rf"|(?<![\w.]){re.escape(dotted)}(?!\w)" if "." in dotted else ""
        started = rf"-m[\s\"',]+{re.escape(dotted)}(?![\w.])" if dotted else "(?!)"
        named, ran = re.compile(file + module), re.compile(rf"{_RUNNERS}(?:{file})|{started}")
        for number, line in enumerate(world.tree.read(other).decode("utf-8", "replace").split("\n"), 1):
            if not any(part in line for part in parts):
                continue  # nearly all of them, and a pattern takes longer to say so
            told = ran.search(line) and not line.lstrip().startswith("#")
            if told or named.search(line):
                yield Naming(other, number, bool(told) and PurePosixPath(other).suffix.lower() not in _DOCUMENTS)
