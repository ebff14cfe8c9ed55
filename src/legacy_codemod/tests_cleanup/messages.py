"""A draft into the messages that only removed code held: whatever expects one of them waits in vain."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from legacy_codemod.draft import Draft
from legacy_codemod.index.module import Module
from legacy_codemod.index.world import World, is_python
from legacy_codemod.testing import is_test

_WORD = re.compile(r"\w+")
_SHORTEST = 4  # words: fewer are nobody's own
# What Django, its REST framework and others say by themselves: code that says the same is not the only one.
_LIBRARIES = (
    "this field",
    "this value",
    "authentication credentials",
    "you do not have permission",
    "enter a valid",
    "ensure this",
    "ensure that",
    "select a valid choice",
    "field required",
    "value is not a valid",
    "with this",
    "please enter",
    "invalid username or password",
    "csrf verification failed",
    "request was throttled",
    "the requested url",
)
_PROSE = (".md", ".rst", ".txt", ".adoc", ".csv", ".log", ".po", ".pot", ".svg")  # what people read makes no message


def is_distinctive(text: str) -> bool:
    """Whether a string is of several words, so that no other code says it by chance."""
    return len(_WORD.findall(text)) >= _SHORTEST


def is_of_a_library(text: str) -> bool:
    """Whether frameworks say such a thing too."""
    return any(part in text.lower() for part in _LIBRARIES)


def lost_messages(draft: Draft) -> dict[str, tuple[str, int]]:
    """Distinctive strings that files of the draft held where it began and hold no more, each with its old place."""
    found: dict[str, tuple[str, int]] = {}
    for path in draft.changed():
        earlier = draft.start.module(path) if is_python(path) and not is_test(path) else None
        later = draft.world.module(path)
        left = {str(text.value) for text in later.strings} if later else set()
        for text in earlier.strings if earlier else ():
            if is_distinctive(str(text.value)) and text.value not in left:
                found.setdefault(str(text.value), (path, text.lineno))
    return found


def is_left(world: World, message: str) -> bool:
    """Whether a part of a message, some words in a row, is left anywhere but in tests' own code and in prose."""
    words = _WORD.findall(message)
    length = 3 if len(words) < 6 else 4  # "is not yet" may stand anywhere, "is not yet ready" may be a piece of it
    runs = set(_runs(words, length))
    for path in world.tree.mentions({max(run, key=len) for run in runs}):
        own = is_test(path) and is_python(path)
        if not own and not path.endswith(_PROSE) and runs.intersection(_said_in(world, path, length)):
            return True
    return False


def _said_in(world: World, path: str, length: int) -> Iterator[tuple[str, ...]]:
    module = world.module(path) if is_python(path) else None
    text = module.text.text if module else world.tree.read(path).decode("utf-8", "replace")
    yield from _runs(_WORD.findall(text), length)
    for string in module.strings if module else ():
        yield from _runs(_WORD.findall(str(string.value)), length)


def _runs(words: list[str], length: int) -> Iterator[tuple[str, ...]]:
    return zip(*(words[offset:] for offset in range(length)), strict=False)


def saying(module: Module, message: str) -> Iterator[ast.Constant]:
    """Strings of a file that hold the message, or a distinctive part of it."""
    for text in module.strings:
        value = str(text.value)
        if message in value or (value in message and is_distinctive(value)):
            yield text
