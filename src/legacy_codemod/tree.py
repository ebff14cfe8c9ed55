"""A commit's files with the plan's changes so far on top: one immutable tree per step."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cached_property

from legacy_codemod.sources import Sources

_WORDS = (re.compile(rb"\w+"), re.compile(rb"[\w\x80-\xff]+"))  # in bytes, \w is what ASCII has


@dataclass(frozen=True, eq=False)
class Scans:
    """The text scans of one commit, each word looked for once whatever the step of the plan."""

    sources: Sources
    known: dict[str, list[str]] = field(default_factory=dict)
    contents: dict[bytes, frozenset[str]] = field(default_factory=dict)
    blobs: dict[str, bytes] = field(default_factory=dict)

    def read(self, path: str) -> bytes:
        """The committed bytes of ``path``, asked of git once."""
        if path not in self.blobs:
            self.blobs[path] = self.sources.read(path)
        return self.blobs[path]

    def words(self, content: bytes) -> frozenset[str]:
        """Every word of a file that the plan changed, found once per content."""
        if content not in self.contents:
            found = {word for pattern in _WORDS for word in pattern.findall(content)}
            self.contents[content] = frozenset(word.decode("utf-8", "replace") for word in found)
        return self.contents[content]

    def of(self, words: Iterable[str]) -> dict[str, set[str]]:
        """For each file of the commit that holds one of ``words``: the words it holds."""
        wanted = set(words)
        if fresh := wanted - self.known.keys():
            self.known.update({word: [] for word in fresh})
            for path, held in self.sources.mentions(fresh).items():
                for word in held:
                    self.known[word].append(path)
        found: dict[str, set[str]] = {}
        for word in wanted:
            for path in self.known[word]:
                found.setdefault(path, set()).add(word)
        return found


@dataclass(frozen=True, eq=False)
class Tree:
    """What the files hold at one step of the plan; ``changed`` maps a path to its bytes, ``None`` where it is gone."""

    scans: Scans
    changed: Mapping[str, bytes | None] = field(default_factory=dict)

    @property
    def sources(self) -> Sources:
        """What git holds."""
        return self.scans.sources

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """Every file, sorted."""
        return tuple(path for path in self.sources.paths() if self.changed.get(path, b"") is not None)

    @cached_property
    def path_set(self) -> frozenset[str]:
        """The same as a set."""
        return frozenset(self.paths)

    @cached_property
    def folders(self) -> frozenset[str]:
        """Every folder that holds Python files, at whatever depth."""
        found: set[str] = set()
        for path in self.paths:
            folder = path.rpartition("/")[0] if path.endswith(".py") else ""
            while folder and folder not in found:
                found.add(folder)
                folder = folder.rpartition("/")[0]
        return frozenset(found)

    def read(self, path: str) -> bytes:
        """The bytes of ``path``.

        Raises:
            KeyError: the file is gone.
            WorkspaceError: it cannot be read.
        """
        if path in self.changed:
            content = self.changed[path]
            if content is None:
                raise KeyError(path)
            return content
        return self.scans.read(path)

    def committed_line(self, path: str, line: int) -> int:
        """The line of the committed ``path`` that ``line`` of now came from; of one that is new, the nearest."""
        content = self.changed.get(path)
        if content is None:
            return line
        return line_before(self.scans.read(path), content, line)

    def mentions(self, words: Iterable[str]) -> dict[str, frozenset[str]]:
        """For each file that holds one of ``words`` as a whole word: the words it holds, by path in order."""
        wanted = frozenset(words)
        if not wanted:
            return {}
        found = {path: frozenset(held) for path, held in self.scans.of(wanted).items() if path not in self.changed}
        for path, content in self.changed.items():
            if content and (held := wanted & self.scans.words(content)):
                found[path] = held
        return dict(sorted(found.items()))

    def with_files(self, files: Mapping[str, bytes | None]) -> Tree:
        """The tree after one more step."""
        return Tree(self.scans, {**self.changed, **files})


def tree_of(sources: Sources, *unseen: str) -> Tree:
    """The tree as git holds it, without the files ``unseen``."""
    return Tree(Scans(sources), dict.fromkeys(unseen))


def line_before(before: bytes, now: bytes, line: int) -> int:
    """The line of ``before`` that ``line`` of ``now`` came from, however it is indented; for a new one the nearest."""
    old, new = ([each.strip() for each in text.splitlines()] for text in (before, now))
    for kind, start, end, first, last in SequenceMatcher(None, new, old, autojunk=False).get_opcodes():
        if start < line <= end:
            return first + line - start if kind == "equal" else max(1, min(first + line - start, last))
    return line
