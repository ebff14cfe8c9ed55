"""A commit's files with the plan's changes so far on top: one immutable tree per step."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from legacy_codemod.sources import Sources


@dataclass(frozen=True)
class Tree:
    """What the files hold at one step of the plan; ``changed`` maps a path to its bytes, ``None`` where it is gone."""

    sources: Sources
    changed: Mapping[str, bytes | None] = field(default_factory=dict)

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """Every file, sorted."""
        return tuple(path for path in self.sources.paths() if self.changed.get(path, b"") is not None)

    @cached_property
    def path_set(self) -> frozenset[str]:
        """The same as a set."""
        return frozenset(self.paths)

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
        return self.sources.read(path)

    def mentions(self, words: Iterable[str]) -> dict[str, frozenset[str]]:
        """For each file that holds one of ``words`` as a whole word: the words it holds, by path in order."""
        wanted = frozenset(words)
        if not wanted:
            return {}
        found = {path: held for path, held in self.sources.mentions(wanted).items() if path not in self.changed}
        pattern = re.compile(rb"(?<![\w])(?:" + b"|".join(re.escape(w.encode()) for w in sorted(wanted)) + rb")(?![\w])")
        for path, content in self.changed.items():
            if content and (held := frozenset(m.decode() for m in pattern.findall(content))):
                found[path] = held
        return dict(sorted(found.items()))

    def with_files(self, files: Mapping[str, bytes | None]) -> Tree:
        """The tree after one more step."""
        return Tree(self.sources, {**self.changed, **files})
