"""A file that is no Python into its uses of legacy names: config lines, other languages, templates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from legacy_codemod.config_formats import holds_values, live_lines, spoken
from legacy_codemod.guard.use import name_of
from legacy_codemod.guard.uses import references
from legacy_codemod.guard.uses.spelled import asking
from legacy_codemod.guard.words import DOCUMENTS
from legacy_codemod.model import EnvFlag, EnvSubject, Item, NameFlag, NameSubject, PathSubject, SdkFlag
from legacy_codemod.sources.words import is_binary

_WORD = re.compile(rb"\w+")

_At = tuple[Item, int, int, str, str]  # the item, line, column, what, the line's text


def uses(path: str, content: bytes, items: Iterable[Item]) -> Iterator[_At]:
    """Every use of ``items`` in the file."""
    if is_binary(content) or path.endswith(DOCUMENTS):
        return
    items = tuple(items)
    words = frozenset(_WORD.findall(content))
    yield from _variables(path, content, [item for item in items if not words.isdisjoint(_words(item))])
    for item in items:
        if isinstance(item.subject, SdkFlag) and item.subject.key.encode() in content:
            yield from _templates(path, content, item, item.subject)
    yield from _references(path, content, items)


def _words(item: Item) -> tuple[bytes, ...]:
    """What a file holds one of that reads the item's variable; nothing for other items."""
    if not isinstance(item.subject, (EnvFlag, EnvSubject)):
        return ()
    name = name_of(item)
    return (name.encode(), f"ENV_{name}".encode(), name.removeprefix("TF_VAR_").encode())  # supervisord, Terraform


def _variables(path: str, content: bytes, items: list[Item]) -> Iterator[_At]:
    if not items:
        return
    hides = holds_values(path, content)  # the value may be a secret
    found = live_lines(path, content, [name_of(item) for item in items])
    for item in items:
        name = name_of(item)
        for line in found[name]:
            column, text = _at(content, line, name)
            yield item, line, column, f"sets or uses the variable {name}", "" if hides else text


def _references(path: str, content: bytes, items: Iterable[Item]) -> Iterator[_At]:
    """Removed names and files that are imported or run."""
    text = content.decode("utf-8", "replace")
    for item in items:
        match item.subject:
            case NameFlag(name=name) | NameSubject(name=name) if name.rpartition(".")[2] in text:
                at = [(n, said) for n, said in references.names(path, text) if f"{said}.".startswith(f"{name}.")]
            case PathSubject(path=name):
                named = ((n, said) for n, said in references.names(path, text) if references.is_in_file(name, said))
                ran = ((n, said) for n, said in references.paths(path, text) if references.is_of_path(name, said))
                at = [*named, *ran]
            case _:
                continue
        for line, said in at:
            column, shown = _at(content, line, said)
            yield item, line, column, f"imports or runs {said}", shown


def _templates(path: str, content: bytes, item: Item, flag: SdkFlag) -> Iterator[_At]:
    pattern = asking(flag.sdk, flag.key)
    text = spoken(path, content.decode("utf-8", "replace")) if pattern else ""
    for found in pattern.finditer(text) if pattern else ():
        number = text.count("\n", 0, found.end()) + 1
        column, line = _at(content, number, flag.key)
        yield item, number, column, f"asks for the flag {flag.key}, or makes it again", line


def _at(content: bytes, line: int, name: str) -> tuple[int, str]:
    text = content.split(b"\n")[line - 1].decode("utf-8", "replace").rstrip("\r")
    return max(text.find(name), 0) + 1, text.strip()
