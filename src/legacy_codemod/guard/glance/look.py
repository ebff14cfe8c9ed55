"""``codemod check`` into "clean", where nothing it looks at holds a word of the inventory.

All else is looked at closely. Starting Python is most of what a hook costs: this folder uses builtins and ``os``, as
each further import takes about as long as reading all that is staged.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

from legacy_codemod.guard.glance.arguments import plain
from legacy_codemod.guard.glance.imports import imported
from legacy_codemod.guard.glance.plain import named
from legacy_codemod.guard.glance.running import ended, printed, start, stop
from legacy_codemod.guard.words import DOCUMENTS, Words, words
from legacy_codemod.tries import perl_patterns

_INVENTORY = "legacy-inventory.yaml"
_FEW = 500  # files to look into at a glance
_STEPS = 2  # a name, and another one for it in the file that imports that; as far as the close look goes
_LARGEST = 1 << 20
# Everything that is staged, whole files, whatever the repository's settings say about how to show them.
_PLAINLY = ("--no-pager", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false")
_GREP = (*_PLAINLY, "grep", "--text", "-z", "-l", "--no-color", "--threads=2", "-P")
_STAGED = (
    *(*_PLAINLY, "diff", "--cached"),
    *("--unified=10000000", "--text", "--diff-filter=d", "--no-ext-diff", "--no-textconv", "--no-color"),
    *("--no-renames", "--relative", "--src-prefix=a/", "--dst-prefix=b/", "--submodule=short"),
)


def is_clean(arguments: list[str]) -> bool:
    """Whether ``codemod check`` with ``arguments`` has nothing to say; ``False`` where that is not certain."""
    asked = _asked(arguments)
    if asked is None or not hasattr(os, "posix_spawnp"):
        return False
    root, inventory, files = asked
    try:
        if files is None:
            return _holds_none(root, inventory, _sought(inventory))
        started = None if files else start(root, _STAGED)
        try:
            sought = _sought(inventory)
            if sought is None:
                return False
            texts = _contents(files) if started is None else [("", printed(started[-1]))]
            known: dict[tuple[str, int], bool] = {}
            found = any(may_use(sought, text, (root, path), known) for path, text in texts)
            return not found and (started is None or ended(started) == 0)
        finally:
            stop(started)
    except (OSError, UnicodeError):
        return False


def _holds_none(root: str, inventory: str, sought: Words | None) -> bool:
    """Whether no tracked file on disk holds a word but for the inventory itself, documents and comments.

    One ``git grep`` says which files to look into.
    """
    if sought is None:
        return False
    words = tuple(sorted(each.encode("utf-8", "surrogateescape") for each in sought.written))
    patterns = [os.fsdecode(pattern) for pattern in perl_patterns(words).splitlines()]
    packages = "|".join(sorted({name for folder in _catalogues("env_readers") for name in _renaming(folder)}))
    patterns.append(rf"^[ \t]*(?:from|import) (?:{packages})\b")
    own = inventory.removeprefix(f"{root}/") if root == "." or inventory.startswith(f"{root}/") else inventory
    each = (option for pattern in patterns for option in ("-e", pattern))
    others = f":(exclude,literal){own}"
    started = start(root, (*_GREP, *each, "--", ".", others))
    try:
        if _is_any_there(root, sought, others):
            return False
        found = printed(started[-1]).split(b"\0")[:-1]
        # it ends with 0 where it finds something, with 1 where it finds nothing, and with more where it cannot search
        return ended(started) < 2 and len(found) < _FEW and all(_is_said(root, os.fsdecode(f), sought) for f in found)
    finally:
        stop(started)


def _is_any_there(root: str, sought: Words, others: str) -> bool:
    """Whether a tracked file has a word of a removed one in its path: it may be there again, whatever it holds."""
    if not sought.in_paths:
        return False
    started = start(
        root, (*_PLAINLY, "ls-files", "-z", "--", *(f":(icase)*{w}*" for w in sorted(sought.in_paths)), others)
    )
    try:
        return printed(started[-1]) != b"" or ended(started) != 0
    finally:
        stop(started)


def _asked(arguments: list[str]) -> tuple[str, str, list[str] | None] | None:
    """The root, the inventory and the files, ``None`` for all of them; ``None`` where more is asked for."""
    given = plain(arguments)
    if given is None:
        return None
    named, inventory, files, whole = given
    root, above = named or ".", [*_upwards()]
    settings = [root] if named else above
    inside = all(name[:1] != "/" and ".." not in name.split("/") for name in files)
    if not inside or not os.path.exists(f"{above[-1]}/.git") or any(map(_has_settings, settings)):
        return None  # a repository, and what may say where root and inventory are, are for others to judge
    return root, inventory or f"{root}/{_INVENTORY}", None if whole else files


def _upwards() -> Iterator[str]:
    """The folder we are in and those above it, as far as the repository goes."""
    folder = os.getcwd()
    yield folder
    while not os.path.exists(f"{folder}/.git") and folder != os.path.dirname(folder):
        folder = os.path.dirname(folder)
        yield folder


def _has_settings(folder: str) -> bool:
    """Whether the folder has a file that may say where root and inventory are."""
    content = _head(f"{folder}/pyproject.toml")
    return content is not None and b"codemod" in content


def _head(file: str) -> bytes | None:
    try:
        descriptor = os.open(file, os.O_RDONLY)
    except (FileNotFoundError, NotADirectoryError):
        return None
    try:
        return os.read(descriptor, _LARGEST)
    finally:
        os.close(descriptor)


def _sought(inventory: str) -> Words | None:
    content = _head(inventory)
    if content is None:
        return None
    read = named(content, _catalogues("flag_sdks"))
    return words(read) if read is not None else None


def may_use(
    sought: Words, text: bytes, where: tuple[str, str], known: dict[tuple[str, int], bool] | None = None
) -> bool:
    """Whether ``text`` holds a word, or what it imports does: a constant there may be the name of a variable.

    ``where`` is the root and, but for a diff, the file's path from there. ``known`` is kept between calls.
    """
    if sought.are_in(text):
        return True
    held = {} if known is None else known
    return any(_holds(sought, (where[0], file), _STEPS, held) for file in imported(text, *where))


def _holds(sought: Words, where: tuple[str, str], steps: int, known: dict[tuple[str, int], bool]) -> bool:
    """Whether a file of the repository holds a word, or what it imports does, some ``steps`` away."""
    root, file = where
    if (file, steps) not in known:
        known[file, steps] = False  # as far as it imports itself
        content = _head(file)
        known[file, steps] = content is not None and (
            len(content) == _LARGEST
            or sought.are_in(content)
            or (
                steps > 1
                and any(
                    _holds(sought, (root, each), steps - 1, known)
                    for each in imported(content, root, file[len(root) + 1 :])
                )
            )
        )
    return known[file, steps]


def _catalogues(kind: str) -> tuple[str, ...]:
    """Where entries of ``kind`` may lie: beside the package in a wheel, at the top of a checkout."""
    package = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    return f"{package}/codemods/{kind}", f"{os.path.dirname(os.path.dirname(package))}/codemods/{kind}"


def _renaming(folder: str) -> Iterator[str]:
    """Packages of the entries in ``folder`` whose libraries know a variable by another name than its own."""
    for entry in os.listdir(folder) if os.path.isdir(folder) else ():
        content = _head(f"{folder}/{entry}/entry.yaml") or b""
        lines = content.decode("utf-8").split("\n")
        if any(line.startswith(("classes:", "upper:", "keywords:")) for line in lines):
            named = [line for line in lines if line.startswith("packages:")]
            yield from (name for line in named for name in line[9:].strip("[] ").replace(",", " ").split())


def _is_said(root: str, file: str, sought: Words) -> bool:
    """Whether the file holds its words only where they do nothing: in a document, or on a line that is a comment."""
    if file.endswith(DOCUMENTS):
        return True
    content = _head(f"{root}/{file}")
    if not file.endswith(".py") or content is None or len(content) == _LARGEST or b"codemod:" in content:
        return False
    code = b"\n".join(line for line in content.split(b"\n") if not line.lstrip().startswith(b"#"))
    return not sought.are_in(code) and not sought.are_in(os.fsencode(file))


def _contents(files: list[str]) -> Iterator[tuple[str, bytes]]:
    """The files' paths, and their bytes; only regular files are read."""
    for file in files:
        yield file, os.fsencode(file)
        if os.path.islink(file):
            continue
        descriptor = os.open(file, os.O_RDONLY | os.O_NONBLOCK)
        try:
            yield file, printed(descriptor)
        finally:
            os.close(descriptor)
