"""A file that is no Python into what it imports, runs or copies of removed names and paths.

Such a file is a list of commands, or tells a tool what to load. What merely lists paths (owners, exclusions) uses none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from legacy_codemod.config_formats import spoken
from legacy_codemod.inventory import path_matches

_INTERPRETERS = r"(?:ba|z|k|da)?sh|python[\d.]*|node|ruby|perl|exec|sudo|nohup|time|source|COPY|ADD|CMD|ENTRYPOINT"
_QUOTED = r"[\s\[\"',]"
_PATH = r"(?P<path>(?:\./)?[\w.-]+(?:/[\w.-]+)*/?)(?![\w./*?-])"
_RUN = re.compile(
    rf"(?:(?<![\w./-])(?:{_INTERPRETERS}){_QUOTED}+(?:--?[\w=.-]+{_QUOTED}+)*"
    r"|^\s*(?:-\s+)?[\"']?(?:run|entry|cmd|command|script|exec|ExecStart|before_script|args)[\"']?\s*[:=]\s*(?:[|>]-?\s*)?[\[\"'@-]*"
    rf"|(?:^\t@?-?|[;&|`(]\s*|(?:^|[;&|])\s*\.\s+|^\s*(?:-\s+)?(?=\./))){_PATH}",
    re.MULTILINE,
)
_COMMAND_LINES = re.compile(rf"^\s*@?{_PATH}(?=\s|$)", re.MULTILINE)
_MODULE = re.compile(
    r"(?<![\w-])(?:-m|-A|--app|--module|--settings)[\s\"',=]+(?P<name>[A-Za-z_]\w*(?:\.\w+)+)(?![\w.])"
)
_OBJECT = re.compile(r"(?<![\w./:@-])(?P<name>[A-Za-z_]\w*(?:\.\w+)*:[A-Za-z_][\w.]*)(?![\w:/-])")
_SETTING = re.compile(
    r"\b(?:[A-Z_]*MODULE|python_module)[\"']?\s*[=:]\s*[\"']?(?P<name>[A-Za-z_]\w*(?:\.\w+)+)(?![\w.])"
)
_ENDS = (".py", "/__init__.py")

Reference = tuple[int, str]  # the line, from 1, and a dotted name or a path


def names(path: str, text: str) -> Iterator[Reference]:
    """Each dotted name that the file tells somebody to import: ``a.b:c``, ``-m a.b``, ``…_MODULE = a.b``."""
    bare = _live(path, text)
    for pattern in (_MODULE, _OBJECT, _SETTING):
        for found in pattern.finditer(bare):
            yield bare.count("\n", 0, found.start("name")) + 1, found["name"].replace(":", ".")


def paths(path: str, text: str) -> Iterator[Reference]:
    """Each path of a file that is run or copied."""
    bare = _live(path, text)
    patterns = (_RUN, _COMMAND_LINES) if path.endswith((".sh", ".bash", ".zsh")) else (_RUN,)
    for pattern in patterns:
        for found in pattern.finditer(bare):
            yield bare.count("\n", 0, found.start("path")) + 1, found["path"].removeprefix("./")


def is_of_path(item: str, path: str) -> bool:
    """Whether ``path`` of a command is what the item names, or lies in it."""
    return path_matches(item, path) or (item.endswith("/") and path_matches(item, f"{path.removesuffix('/')}/any"))


def is_in_file(item: str, dotted: str) -> bool:
    """Whether the module ``dotted``, or one above it, is a file that the item names."""
    parts = dotted.split(".")
    stems = ("/".join(parts[:length]) for length in range(len(parts), 0, -1))
    return any(path_matches(item, f"{root}{stem}{end}") for stem in stems for root in ("", "src/") for end in _ENDS)


@cache
def _live(path: str, text: str) -> str:
    return spoken(path, text)
