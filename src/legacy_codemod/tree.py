"""A commit's files with the plan's changes so far on top: one immutable tree per step."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from legacy_codemod.alignment import blocks
from legacy_codemod.sources import Sources

Found = TypeVar("Found")

_WORDS = (re.compile(rb"\w+"), re.compile(rb"[\w\x80-\xff]+"))  # in bytes, \w is what ASCII has


@dataclass(frozen=True, eq=False)
class Scans:
    """The text scans of one commit, each word looked for once whatever the step of the plan."""

    sources: Sources
    known: dict[str, list[str]] = field(default_factory=dict)
    contents: dict[bytes, frozenset[str]] = field(default_factory=dict)
    blobs: dict[str, bytes] = field(default_factory=dict)
    foreseen: set[str] = field(default_factory=set)
    seen: dict[object, object] = field(default_factory=dict)  # what a glance at a file found

    def read(self, path: str) -> bytes:
        """The committed bytes of ``path``, asked of git once."""
        if path not in self.blobs:
            self.blobs[path] = self.sources.read(path)
        return self.blobs[path]

    def words(self, content: bytes) -> frozenset[str]:
        """Every word of a file that the plan changed, found once per content."""
        if content not in self.contents:
            patterns = _WORDS[:1] if content.isascii() else _WORDS
            found = {word for pattern in patterns for word in pattern.findall(content)}
            self.contents[content] = frozenset(word.decode("utf-8", "replace") for word in found)
        return self.contents[content]

    def ask(self, words: Iterable[str]) -> None:
        """Find out which files of the commit hold ``words``, and those that were foreseen, unless it is known."""
        if fresh := set(words) - self.known.keys():
            fresh |= self.foreseen - self.known.keys()
            self.foreseen.clear()
            found = self.sources.holders(fresh)
            self.known.update({word: found.get(word, []) for word in fresh})


@dataclass(frozen=True, eq=False)
class Listing:
    """The files of a tree by name, whatever they hold."""

    paths: tuple[str, ...]

    @cached_property
    def path_set(self) -> frozenset[str]:
        """Every file."""
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

    @cached_property
    def modules(self) -> dict[str, list[str]]:
        """Python files by the last part of the name they are imported by; the root package has none."""
        found: dict[str, list[str]] = defaultdict(list)
        for path in self.paths:
            if path.endswith(".py"):
                stem = path.removesuffix(".py").removesuffix("/__init__")
                found["" if stem == "__init__" else stem.rpartition("/")[2]].append(path)
        return found

    def differs(self, changed: Mapping[str, bytes | None]) -> bool:
        """Whether a change takes a file away, or is of one that is not there."""
        return any((content is not None) != (path in self.path_set) for path, content in changed.items())


@dataclass(frozen=True, eq=False)
class Tree:
    """What the files hold at one step of the plan; ``changed`` maps a path to its bytes, ``None`` where it is gone."""

    scans: Scans
    changed: Mapping[str, bytes | None] = field(default_factory=dict)
    before: Listing | None = None  # of the step before
    held: dict[str, Sequence[str]] = field(default_factory=dict)  # the files that hold a word, as far as it was asked

    @property
    def sources(self) -> Sources:
        """What git holds."""
        return self.scans.sources

    @cached_property
    def listing(self) -> Listing:
        """Its files by name: the same as of the step before, where none came or went."""
        if self.before is not None and not self.before.differs(self.changed):
            return self.before
        return Listing(tuple(path for path in self.sources.paths() if self.changed.get(path, b"") is not None))

    @property
    def paths(self) -> tuple[str, ...]:
        """Every file, sorted."""
        return self.listing.paths

    @property
    def path_set(self) -> frozenset[str]:
        """The same as a set."""
        return self.listing.path_set

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

    def glance(self, path: str) -> bytes:
        """The same, of a file that is looked at once: it is not kept."""
        known = path in self.changed or path in self.scans.blobs
        return self.read(path) if known else self.sources.read(path)

    def glance_at(self, path: str, find: Callable[[bytes], Found]) -> Found:
        """What ``find`` sees in the bytes of ``path``; of the same bytes it is asked once, whatever the step."""
        key = find, self.changed.get(path, path)
        if key not in self.scans.seen:
            self.scans.seen[key] = find(self.glance(path))
        return self.scans.seen[key]  # type: ignore[return-value]

    def committed_line(self, path: str, line: int) -> int:
        """The line of the committed ``path`` that ``line`` of now came from; of one that is new, the nearest."""
        content = self.changed.get(path)
        if content is None:
            return line
        return line_before(self.scans.read(path), content, line)

    def mentions(self, words: Iterable[str]) -> dict[str, frozenset[str]]:
        """For each file that holds one of ``words`` as a whole word: the words it holds, by path in order."""
        wanted = frozenset(words)
        self.scans.ask(wanted)
        found: dict[str, set[str]] = {}
        for word in wanted:
            for path in self.holding(word):
                found.setdefault(path, set()).add(word)
        return {path: frozenset(found[path]) for path in sorted(found)}

    def holding(self, word: str) -> Sequence[str]:
        """The files that hold ``word`` as a whole word, in order of their paths."""
        if word not in self.held:
            self.scans.ask([word])
            self.held[word] = self._holding_now(word)
        return self.held[word]

    def _holding_now(self, word: str) -> Sequence[str]:
        """What the scan found, which may be long and is shared, where no changed file has lost or gained the word."""
        known = self.scans.known[word]
        now = {path: word in self.scans.words(content or b"") for path, content in self.changed.items()}
        if all(_is_in(known, path) == holds for path, holds in now.items()):
            return known
        return sorted((*(p for p in known if p not in now), *(path for path, holds in now.items() if holds)))

    def all_known(self, words: Iterable[str]) -> bool:
        """Whether no scan is needed any more to say which files hold ``words``."""
        return self.scans.known.keys() >= set(words)

    def foresee(self, words: Iterable[str]) -> None:
        """Say which words will be asked for soon: the next scan looks for them too."""
        self.scans.foreseen.update(words)

    def with_files(self, files: Mapping[str, bytes | None]) -> Tree:
        """The tree after one more step."""
        return Tree(self.scans, {**self.changed, **files}, self.listing)


def _is_in(paths: Sequence[str], path: str) -> bool:
    at = bisect_left(paths, path)
    return paths[at : at + 1] == [path]


def tree_of(sources: Sources, *unseen: str) -> Tree:
    """The tree as git holds it, without the files ``unseen``."""
    return Tree(Scans(sources), dict.fromkeys(unseen))


def line_before(before: bytes, now: bytes, line: int) -> int:
    """The line of ``before`` that ``line`` of ``now`` came from, however it is indented; for a new one the nearest."""
    old, new = ([each.strip() for each in text.splitlines()] for text in (before, now))
    shift = 0
    for start, end, first, last in blocks(new, old):
        if line <= start or line > len(new):
            break
        if line <= end:
            return max(1, min(first + line - start, last))
        shift = last - end
    return line + shift if line <= len(new) else line
