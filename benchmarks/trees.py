"""A number into a git repository with that many Python files, the same ones each time."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks import modules, reads
from benchmarks.modules import import_of, module, path_of
from benchmarks.reads import Reading

_FLAGS = '''"""Which flags are on."""

_ON = frozenset()


def is_enabled(key, default=False):
    """Whether a flag is on."""
    return key in _ON or default
'''
_WHO = "Ada <ada@example.org> 1767225600 +0000"


@dataclass(frozen=True)
class Tree:
    """So many modules; ``candidates`` of them read the flag, and each chain hangs on one more flag of its own."""

    files: int
    candidates: int = 0
    chains: tuple[int, ...] = ()
    pieces: int = 0

    @property
    def name(self) -> str:
        """What its folder is called."""
        parts = [self.files, self.candidates, *self.chains, *([self.pieces] if self.pieces else [])]
        return "-".join(map(str, parts))

    @property
    def changes(self) -> Mapping[str, Reading]:
        """The files that read the flag: their text, and what they are without it."""
        return dict(_candidates(self))

    def links(self, length: int) -> Mapping[str, Reading]:
        """The files of the chain of that length, likewise."""
        return dict(_chain(self, length))


def ready(folder: Path, tree: Tree) -> Path:
    """The repository of ``tree`` below ``folder``; made, where it is not there yet or these files have changed."""
    root = folder / tree.name
    sign = root / ".git/made-by"
    made_by = hashlib.sha256(b"".join(Path(each).read_bytes() for each in (__file__, modules.__file__, reads.__file__)))
    if not sign.exists() or sign.read_text(encoding="utf-8") != made_by.hexdigest():
        shutil.rmtree(root, ignore_errors=True)
        _write(root, _texts(tree))
        sign.write_text(made_by.hexdigest(), encoding="utf-8")
    return root


def make(root: Path, files: int) -> None:
    """Write ``files`` modules of about 3 KB below ``root``, and commit them."""
    _write(root, _texts(Tree(files)))


def commit(root: Path, message: str) -> None:
    """Everything below ``root`` as one commit."""
    git(root, "add", "--all")
    git(root, "-c", "user.name=Ada", "-c", "user.email=ada@example.org", "commit", "--quiet", "-m", message)


def git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What git prints in ``root``."""
    return subprocess.run(["git", "-C", root, *arguments], input=given, check=True, capture_output=True).stdout


def _texts(tree: Tree) -> Iterator[tuple[str, str]]:
    """Each file of the tree, with its text."""
    special = tree.changes | {path: text for length in tree.chains for path, text in tree.links(length).items()}
    yield "shop/flags.py", _FLAGS
    folders = {str(parent) for number in range(tree.files) for parent in Path(path_of(number)).parents} - {"."}
    yield from ((f"{folder}/__init__.py", "") for folder in sorted(folders))
    for number in range(tree.files):
        path = path_of(number)
        yield path, special[path].before if path in special else module(number)


def _candidates(tree: Tree) -> Iterator[tuple[str, Reading]]:
    for each in range(tree.candidates):
        number = (2 * each + 1) * tree.files // (2 * tree.candidates)
        old = (number * 7 + 1) % tree.files
        read, imports = reads.reading(number, old), [import_of(f"weigh_{old}", old)]
        yield (
            path_of(number),
            Reading(*(module(number, text, imports, tree.pieces) for text in (read.before, read.after))),
        )


def _chain(tree: Tree, length: int) -> Iterator[tuple[str, Reading]]:
    """The flag is read in one file; where it is off, a helper is asked, which asks one in the next file, and so on."""
    numbers = [(each * 211 + length * 37) % tree.files for each in range(length + 1)]
    for at, number in enumerate(numbers):
        then = numbers[at + 1] if at < length else None
        link = reads.link(number, then, length if at == 0 else None)
        imports = [] if then is None else [import_of(f"fall_back_{then}", then)]
        yield path_of(number), Reading(*(module(number, text, imports) for text in (link.before, link.after)))


def _write(root: Path, texts: Iterator[tuple[str, str]]) -> None:
    root.mkdir(parents=True)
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "fast-import", "--quiet", given=b"".join(_stream(texts)))
    git(root, "reset", "--quiet", "--hard")
    git(root, "gc", "--quiet")


def _stream(texts: Iterator[tuple[str, str]]) -> Iterator[bytes]:
    yield f"commit refs/heads/main\ncommitter {_WHO}\ndata 5\nBegin\n".encode()
    for path, text in texts:
        yield f"M 100644 inline {path}\ndata {len(text.encode())}\n{text}\n".encode()
