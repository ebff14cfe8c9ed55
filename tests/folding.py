"""Files given as text → the same files after a flag was folded, twice, and whether each still parses."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from textwrap import dedent

from legacy_codemod.draft import Draft
from legacy_codemod.fold import flags
from legacy_codemod.fold.fold import fold
from legacy_codemod.index.world import World
from legacy_codemod.model import EnvFlag, Finding, Subject
from legacy_codemod.tree import tree_of

Files = Mapping[str, bytes]
Row = tuple[str, str]

USE_NEW = EnvFlag("USE_NEW", "true")
IMPORT = "from flags import OFF, ON\n"
FLAGS = b'import os\n\nON = os.getenv("USE_NEW") == "true"\nOFF = not ON\n'


@dataclass(frozen=True)
class Memory:
    """A tree of files that lies nowhere but here."""

    files: Files
    base: str = ""

    def paths(self) -> tuple[str, ...]:
        return tuple(sorted(self.files))

    def read(self, path: str) -> bytes:
        return self.files[path]

    def holders(self, words: Iterable[str]) -> dict[str, list[str]]:
        whole = {word: re.compile(rb"(?<!\w)" + re.escape(word.encode()) + rb"(?!\w)") for word in words}
        found = {word: [p for p in self.paths() if each.search(self.files[p])] for word, each in whole.items()}
        return {word: paths for word, paths in found.items() if paths}


def text(block: str) -> str:
    """An indented block of a table as the file it stands for."""
    return dedent(block).removeprefix("\n").rstrip(" ")


def drafted(files: Files, *subjects: Subject) -> Draft:
    """The draft after each flag in turn was folded."""
    world = World(tree_of(Memory(files)))
    draft = Draft(world, world)
    for subject in subjects:
        flag = flags.compile_flag(draft.world, subject)
        assert flag is not None
        draft = fold(draft, flag, lambda _path: False)
    return draft


def folded(files: Files, *subjects: Subject) -> Files:
    """Every file after the fold; a second fold must change nothing, and what parsed must still parse."""
    tree = drafted(files, *subjects).world.tree
    after = {path: tree.read(path) for path in files}
    again = drafted(after, *subjects).world.tree
    assert {path: again.read(path) for path in files} == after, "the second run changes something"
    for content in after.values():
        ast.parse(content)
    return after


def settled(files: Files, *subjects: Subject) -> Files:
    """Every file after as many folds as it takes: what a later flag takes out may let an earlier one reach further."""
    after: Files = files
    for _ in range(len(subjects) + 1):
        tree = drafted(after, *subjects).world.tree
        later = {path: tree.read(path) for path in files}
        if later == after:
            return after
        after = later
    raise AssertionError("the fold does not come to rest")


def findings(files: Files, *subjects: Subject) -> tuple[Finding, ...]:
    """What the fold says about places that it left alone."""
    return drafted(files, *subjects).findings


def check(row: Row) -> None:
    """Fold a file that imports ``ON`` (true) and ``OFF`` (false), and compare byte for byte."""
    before, after = (text(part) for part in row)
    ast.parse(after)
    check_bytes(before.encode(), after.encode())


def check_bytes(before: bytes, after: bytes) -> None:
    """The same for exact bytes, which the import is put in front of."""
    got = folded({"app.py": IMPORT.encode() + before, "flags.py": FLAGS}, USE_NEW)
    assert got["app.py"].decode() == IMPORT + after.decode()


def check_unchanged(block: str) -> None:
    """A file in which the flag settles nothing keeps every byte."""
    check((block, block))


def check_files(before: Mapping[str, str], after: Mapping[str, str], *subjects: Subject) -> None:
    """Fold several files; those that ``after`` does not name stay as they are."""
    expected = {path: text(content) for path, content in {**before, **after}.items()}
    for content in expected.values():
        ast.parse(content)
    got = folded({path: text(content).encode() for path, content in before.items()}, *(subjects or (USE_NEW,)))
    assert {path: content.decode() for path, content in got.items()} == expected
