"""Shapes of lines → the patterns that read a chunk of them at once."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from legacy_codemod.golive.epochs import SECONDS, of_day
from legacy_codemod.golive.line_shapes import DAY, TENTHS, Piece, Shape, is_plain
from legacy_codemod.golive.possessive import compiled

_MOST: Final = 48  # shapes
_NOTHING: Final = rb"(?!)"


@dataclass(frozen=True)
class ShapeSet:
    """Shapes, and what they make together; ``new`` are the values that mean the new path."""

    new: tuple[str, ...]
    shapes: tuple[Shape, ...] = ()

    def with_more(self, found: Iterable[Shape | None]) -> ShapeSet:
        """The set with those of ``found`` that are new and fit in; itself where none does.

        All times in it are of one time zone, so that their text sorts as they do.
        """
        shapes = list(self.shapes)
        for shape in found:
            if shape and shape not in shapes and len(shapes) < _MOST and len(_zones([*shapes, shape])) < 2:
                shapes.append(shape)
        return self if len(shapes) == len(self.shapes) else ShapeSet(self.new, tuple(shapes))

    def run(self, day: str) -> re.Pattern[bytes]:
        """As many lines of these shapes as follow each other, those of the new path all of ``day``."""
        literal = re.escape(day.encode()) or _NOTHING
        seconds = of_day(date.fromisoformat(day)) if day else _NOTHING
        pattern = self._pattern.replace(DAY, literal).replace(SECONDS, seconds)
        return compiled(rb"(?:(?:" + pattern + rb")\n)*+")

    @cached_property
    def moments(self) -> re.Pattern[bytes]:
        """Every line: the times that shapes find in it, then a line of no shape, then nothing."""
        return compiled(rb"(?:" + _joined(self.shapes, whole=True) + rb")\n|([^\n]*+)()\n")

    @cached_property
    def latencies(self) -> re.Pattern[bytes] | None:
        """The latency of a line of these shapes."""
        spelled = dict.fromkeys(re.escape(shape.latency) for shape in self.shapes if shape.latency)
        return compiled(rb"(?:" + rb"|".join(spelled) + rb")" + TENTHS) if spelled else None

    @cached_property
    def sources(self) -> tuple[bytes, ...]:
        """How a line of these shapes says that it comes from the new path; a line says one of them once."""
        spelled = dict.fromkeys(shape.source for shape in self.shapes if shape.source)
        return tuple(key + json.dumps(value, ensure_ascii=False).encode() for key in spelled for value in self._plain)

    @cached_property
    def all_new(self) -> bool:
        """Whether each line of these shapes comes from the new path."""
        return all(shape.source for shape in self.shapes)

    @cached_property
    def _pattern(self) -> bytes:
        return _joined(self.shapes, whole=False)

    @property
    def _plain(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(value for value in self.new if is_plain(value)))


def _zones(shapes: Iterable[Shape]) -> set[bytes]:
    return {piece.zone for shape in shapes for piece in shape.pieces} - {b""}


Node = dict[Piece | None, "Node"]


def _joined(shapes: Iterable[Shape], *, whole: bool) -> bytes:
    tree: Node = {}
    for shape in shapes:
        node = tree
        for piece in shape.pieces:
            node = node.setdefault(piece, {})
        node[None] = {}
    return b"".join(_parts(tree, whole=whole)) if tree else _NOTHING


def _parts(node: Node, *, whole: bool) -> Iterator[bytes]:
    """What shapes have in common at their start is looked at once."""
    if len(node) > 1:
        yield b"(?:"
    for number, (piece, following) in enumerate(node.items()):
        if number:
            yield b"|"
        if piece is not None:
            yield piece.whole if whole else piece.pattern
            yield from _parts(following, whole=whole)
    if len(node) > 1:
        yield b")"
