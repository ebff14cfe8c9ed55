"""A Jupyter notebook into the Python of its code cells, and where each line of that stands in the file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from legacy_codemod.index import module as modules
from legacy_codemod.index.module import Module
from legacy_codemod.index.world import UNREADABLE

_MAGIC = ("%", "!", "?")  # lines that are IPython's, not Python's


@dataclass(frozen=True, slots=True)
class Notebook:
    """``module`` is the code of all cells one after the other; its line ``n`` is line ``lines[n - 1]`` of the file."""

    module: Module
    lines: tuple[int, ...]


def read(path: str, content: bytes) -> Notebook | None:
    """The notebook at ``path``; ``None`` where it is none, or its code is no Python."""
    try:
        text = content.decode("utf-8")
        document = json.loads(text)
        placed = list(_placed(document, text))
        source = "".join(f"{line}\n" for line, _ in placed)
        return Notebook(modules.parse(path, source.encode("utf-8", "replace")), tuple(at for _, at in placed))
    except (*UNREADABLE, KeyError, TypeError, AttributeError):
        return None


def _placed(document: dict[str, list[dict[str, object]]], text: str) -> Iterator[tuple[str, int]]:
    """Each line of code with its line in the file."""
    position = 0
    for cell in document["cells"]:
        position = max(text.find('"source"', position), position)
        given = cell["source"]
        for piece in [given] if isinstance(given, str) else list(given):  # type: ignore[call-overload]
            start = min((at for each in _written(piece) if (at := text.find(each, position)) >= 0), default=position)
            position = start + 1
            line = text.count("\n", 0, start) + 1
            for code in piece.rstrip("\n").split("\n") if cell["cell_type"] == "code" else ():
                yield ("" if code.lstrip().startswith(_MAGIC) else code), line


def _written(piece: str) -> tuple[str, str]:
    return json.dumps(piece), json.dumps(piece, ensure_ascii=False)
