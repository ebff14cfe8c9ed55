"""The days of chunks → where the lines of the first or the last day lie, to look for its first or last moment."""

from __future__ import annotations

from collections.abc import Callable

from legacy_codemod.golive.chunks import Chunk


class Edge:
    """The first or the last day that was seen, and where its lines lie."""

    def __init__(self, beyond: Callable[[str, str], bool]) -> None:
        self._beyond = beyond
        self.day = ""
        self.places: list[tuple[int, int]] = []

    def see(self, days: set[str], chunk: Chunk) -> bool:
        """Take note of the days of a chunk; whether it must be looked at now, as nobody can read it again."""
        day = next(iter(days)) if len(days) == 1 else self._furthest(days)
        if self.day and self._beyond(self.day, day):
            return False
        if day != self.day:
            self.day, self.places = day, []
        if chunk.start < 0:
            return True
        self.places.append((chunk.start, len(chunk.lines)))
        return False

    def _furthest(self, days: set[str]) -> str:
        ordered = sorted(days)
        return ordered[0] if self._beyond(ordered[0], ordered[-1]) else ordered[-1]
