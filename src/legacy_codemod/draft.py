"""Steps of one item into the change so far: each step takes a draft and gives the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from legacy_codemod.index.module import Module
from legacy_codemod.index.world import World, is_python
from legacy_codemod.layout import splice
from legacy_codemod.layout.splice import Dedent, Splice
from legacy_codemod.layout.text import Text
from legacy_codemod.model import Edit, Finding, Refusal
from legacy_codemod.truth import Why


@dataclass(frozen=True)
class Draft:
    """What an item has done so far. Edits and findings name lines of ``start``, where the item began."""

    start: World
    world: World
    origins: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    edits: tuple[Edit, ...] = ()
    findings: tuple[Finding, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    fallbacks: tuple[Finding, ...] = ()
    rested: object = (
        None  # with what the cascade found nothing more to take: as long as that is so, it is not run again
    )

    def spliced(self, pieces: Mapping[str, Pieces]) -> Draft:
        """The draft after one round of splices in several files."""
        files: dict[str, bytes | None] = {}
        known: dict[str, Module | None] = {}
        origins = dict(self.origins)
        edits = list(self.edits)
        for path, piece in sorted(pieces.items()):
            edits += [
                Edit(path, self.line(path, first), self.line(path, last), why)
                for s in splice.outermost(piece.splices)
                for start, end, why in s.parts()
                if why
                for first, last in [_lines(piece.text, start, end)]
            ]
            done = splice.apply(piece.text, piece.splices, piece.dedents, piece.fixed)
            if done.text.text == piece.text.text:
                continue
            files[path] = done.text.encode()
            origins[path] = tuple(self.line(path, n) for n in done.origins)
            if piece.after is not None and piece.after.text == done.text:
                known[path] = piece.after
        return replace(self, world=self._later(files, known), origins=origins, edits=tuple(dict.fromkeys(edits)))

    def removed(self, path: str, why: tuple[str, ...]) -> Draft:
        """The draft without the file ``path``."""
        count = max(1, self.start.tree.read(path).count(b"\n"))
        edits = tuple(e for e in self.edits if e.path != path)
        return replace(self, world=self._later({path: None}), edits=(*edits, Edit(path, 1, count, why)))

    def replaced(self, path: str, content: bytes, edits: Iterable[Edit]) -> Draft:
        """The draft with new bytes for a file that is not Python; ``edits`` name its lines as they are now."""
        moved = tuple(replace(e, start=self.line(path, e.start), end=self.line(path, e.end)) for e in edits)
        return replace(self, world=self._later({path: content}), edits=(*self.edits, *moved))

    def noting(
        self, findings: Iterable[Finding] = (), refusals: Iterable[Refusal] = (), fallbacks: Iterable[Finding] = ()
    ) -> Draft:
        """The draft with more to say, each thing once."""
        return replace(
            self,
            findings=tuple(dict.fromkeys((*self.findings, *findings))),
            refusals=tuple(dict.fromkeys((*self.refusals, *refusals))),
            fallbacks=tuple(dict.fromkeys((*self.fallbacks, *fallbacks))),
        )

    def line(self, path: str, line: int) -> int:
        """The line of ``start`` that a line of now came from."""
        known = self.origins.get(path)
        return line if known is None else known[min(line, len(known)) - 1] if known else 1

    def because(self, path: str, lines: Iterable[int]) -> Why:
        """The chain of the edit that took one of these lines of ``start``; empty where none did."""
        wanted = sorted(set(lines))
        for edit in self.edits:
            if edit.path == path and any(edit.start <= line <= edit.end for line in wanted):
                return edit.why
        return ()

    def changed(self) -> tuple[str, ...]:
        """Paths that differ from ``start``."""
        later = self.world.tree.changed
        earlier = self.start.tree.changed
        return tuple(sorted(p for p in later if p not in earlier or later[p] is not earlier[p]))

    def modules(self) -> dict[str, Module]:
        """The changed Python files that are still there, by path."""
        there = self.world.tree.path_set
        found = {path: self.world.module(path) for path in self.changed() if is_python(path) and path in there}
        return {path: module for path, module in found.items() if module is not None}

    def _later(
        self, files: Mapping[str, bytes | None], known: Mapping[str, Module | None] = MappingProxyType({})
    ) -> World:
        return self.world.after(self.world.tree.with_files(files), known) if files else self.world


@dataclass(frozen=True, slots=True)
class Pieces:
    """All splices of one file in one round."""

    text: Text
    splices: Sequence[Splice]
    dedents: Sequence[Dedent] = ()
    fixed: frozenset[int] = frozenset()
    after: Module | None = None  # the file they make, where it was read already


def pieces(module: Module, splices: Sequence[Splice], dedents: Sequence[Dedent] = ()) -> Pieces:
    """The splices of a Python file, whose strings no dedent touches."""
    return Pieces(module.text, splices, dedents, module.string_lines if dedents else frozenset())


def _lines(text: Text, start: int, end: int) -> tuple[int, int]:
    first = text.line_of(start)
    return first, max(first, text.line_of(max(start, end - 1)))
