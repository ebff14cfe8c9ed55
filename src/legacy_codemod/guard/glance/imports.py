"""The text of a file, or of a diff, into the files of the repository that it imports, as far as single lines say so.

Read without a parser, for the same reason as `quick`; a file too many costs little, and one too few is found by
``codemod check --all``.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

_SOURCE_ROOTS = ("", "src/")
_HEADER = b"+++ b/"
_MOST = 200  # files


def imported(text: bytes, root: str, path: str = "") -> Iterator[str]:
    """Paths of files; ``path`` is that of ``text`` itself, which a diff says in its headers."""
    seen: set[str] = set()
    for raw in text.split(b"\n"):
        if raw.startswith(_HEADER):
            path = raw[len(_HEADER) :].decode("utf-8", "surrogateescape")
        line = raw.lstrip(b"+- \t")
        if line.startswith((b"from ", b"import ")) and len(seen) < _MOST:
            for name in _modules(line.decode("utf-8", "replace"), path):
                if name not in seen:
                    seen.add(name)
                    yield from _files(root, name)


def _modules(line: str, path: str) -> Iterator[str]:
    """``from a.b import c, d`` → ``a/b``, ``a/b/c`` and ``a/b/d``."""
    words = line.replace(",", " ").replace("(", " ").split()
    if words[0] == "import":
        yield from (word.replace(".", "/") for word in words[1:] if word != "as")
        return
    if len(words) < 3:
        return
    dotted = words[1].lstrip(".")
    above = len(words[1]) - len(dotted)
    folders = path.split("/")[:-above] if above else []
    base = "/".join([*folders, *(part for part in dotted.split(".") if part)])
    yield base
    yield from (f"{base}/{word}" for word in words[3:] if word.isidentifier())


def _files(root: str, name: str) -> Iterator[str]:
    first = name.partition("/")[0]
    if not first or first in sys.stdlib_module_names:
        return
    for folder in _SOURCE_ROOTS:
        if os.path.isdir(f"{root}/{folder}{first}") or os.path.isfile(f"{root}/{folder}{first}.py"):
            yield from (f"{root}/{folder}{name}{end}" for end in (".py", "/__init__.py"))
