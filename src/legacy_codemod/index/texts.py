"""A definition into the texts that name it: templates, scripts and settings, which no syntax tree shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from legacy_codemod.index import resolve, symbols
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.index.world import World, dotted_name, is_python

# Files that people read: a name in them is for a person to edit, and keeps nothing alive.
_PROSE = (".md", ".rst", ".txt", ".adoc", ".csv", ".jsonl", ".log", ".lock", ".po", ".svg")


_TEMPLATES = (".html", ".jinja", ".jinja2", ".j2")
_IMPORTS = re.compile(r"from\s+([\w.]+)\s+import\b(?=([^\n]*))")  # begins with a word: so it is looked for quickly
_TEMPLATE_CODE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)


def is_prose(path: str) -> bool:
    """Whether only people read the file, so that a name in it keeps nothing alive."""
    return path.endswith(_PROSE)


def line_that_names(world: World, path: str, symbol: Symbol) -> int:
    """The first line of a file that says the symbol's name, though no syntax tree shows it; 0 for none."""
    if is_prose(path) or not _may_name(world, path, symbol):
        return 0
    content = world.tree.read(path).decode("utf-8", "replace")
    at = _in_template(world, content, symbol) if path.endswith(_TEMPLATES) else -1
    if at < 0:
        found = re.search(_pattern(world, path, symbol), content)
        at = found.start() if found else -1
    return content.count("\n", 0, at) + 1 if at >= 0 else 0


def _may_name(world: World, path: str, symbol: Symbol) -> bool:
    """Whether a file that holds the word says anything of where it is defined: most need no closer look."""
    if is_python(path) or path.endswith((*_TEMPLATES, ".ipynb")):
        return True
    module = dotted_name(world, symbol.path).rpartition(".")[2]
    return module.encode() in world.tree.read(path) or bool(world.tree.glance_at(path, _imports))


def _imports(content: bytes) -> tuple[tuple[str, str], ...]:
    """The module of each ``from … import`` in a text, with what stands behind that on its line."""
    if b"import" not in content:
        return ()
    text = content.decode("utf-8", "replace")
    found = (f for f in _IMPORTS.finditer(text) if not re.match(r"\w", text[max(0, f.start() - 1) : f.start()]))
    return tuple((each[1], each[2]) for each in found)


def _in_template(world: World, content: str, symbol: Symbol) -> int:
    """Where the code of a template says the name of a member, or of a function that a decorator registers."""
    if "." not in symbol.name and not getattr(symbols.definition(world, symbol), "decorator_list", ()):
        return -1
    for code in _TEMPLATE_CODE.finditer(content):
        if found := re.search(rf"\b{re.escape(symbol.last)}\b", code.group()):
            return code.start() + found.start()
    return -1


def _pattern(world: World, path: str, symbol: Symbol) -> str:
    """How a file that is no Python says the name: after its module, or bare where it imports from that."""
    module, last = dotted_name(world, symbol.path).split(".")[-1], re.escape(symbol.last)
    imported = any(module in ("", source.split(".")[-1]) for source, _ in world.tree.glance_at(path, _imports))
    sources = _sources_in_text(world, path, symbol.last)
    imported = imported or any(resolve.member(world, Symbol(p), symbol.last) == symbol for p in sources)
    if imported or is_python(path) or ("." in symbol.name and path.endswith(".ipynb")):
        return rf"\b{last}\b"
    return rf"\b{re.escape(module)}[.:](?:\w+\.)*{last}\b"


def _sources_in_text(world: World, path: str, name: str) -> Iterator[str]:
    """The files of the modules from which a text imports ``name``, as a command in a workflow does."""
    for source, names in world.tree.glance_at(path, _imports):
        if name in names and re.search(rf"\b{re.escape(name)}\b", names) and (found := world.find(source)):
            yield found


def imported_by_text(world: World, path: str, name: str) -> bool:
    """Whether a file that is no Python, and that nobody only reads, imports ``name`` from the module at ``path``.

    The module's own name is looked for: ``os`` stands in every other file.
    """
    own = dotted_name(world, path).rpartition(".")[2]
    others = (p for p in world.tree.mentions([own or name]) if not is_python(p) and not is_prose(p))
    return any(path in _sources_in_text(world, other, name) for other in others)
