"""Changed files → blobs, trees and commits in git's object store, by way of a private index."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from legacy_codemod.errors import RefusedError, WorkspaceError
from legacy_codemod.model import FileChange
from legacy_codemod.sources.git import attempt, complaint
from legacy_codemod.sources.repository import Repository

_NEW_FILE: Final = "100644"
_NOWHERE: Final = "0"  # git's mode, and its name with every digit 0, for a path that leaves the index


class Store:
    """A tree under construction. Nothing of it shows in the repository until a ref names a commit."""

    def __init__(self, repository: Repository, base: str, scratch: Path) -> None:
        self._repository = repository
        self._scratch = scratch
        self._own_index = {"GIT_INDEX_FILE": str(scratch / "index")}
        self._digits = 2 * hashlib.new(repository.hash_name, usedforsecurity=False).digest_size
        self._run("read-tree", base)
        listed = self._run("ls-tree", "-r", "-z", base).decode("utf-8", "surrogateescape")
        entries = (entry.split("\t", 1) for entry in listed.split("\0") if entry)
        # path → ["100755", "blob", <name>]
        self._entries = {path: tuple(fields.split(" ")) for fields, path in entries}

    def tree(self, files: Sequence[FileChange]) -> str:
        """The name of the tree that ``files`` turn the one so far into; emptied folders go with their last file.

        Raises ``RefusedError``: a file is not what the change was made from. ``WorkspaceError``: git cannot write.
        """
        self._check(files)
        names = iter(self._blobs([file.after for file in files if file.after is not None]))
        lines = [self._line(file, "" if file.after is None else next(names)) for file in files]
        self._run("update-index", "-z", "--index-info", given="".join(lines).encode("utf-8", "surrogateescape"))
        return self._run("write-tree").decode("ascii").strip()

    def commit(self, tree: str, parent: str, message: str) -> str:
        """The name of a new commit by the user's git identity, signed where ``commit.gpgsign`` says so."""
        wanted = self._ask("config", "--type=bool", "--get", "commit.gpgsign")
        sign = ("-S",) if wanted == b"true\n" else ()
        given = message.encode("utf-8", "backslashreplace")
        return self._run("commit-tree", *sign, "-p", parent, "-F", "-", tree, given=given).decode("ascii").strip()

    def _line(self, file: FileChange, name: str) -> str:
        """One entry for ``update-index --index-info``; the mode is the one the file had."""
        path = self._repository.prefix + file.path
        mode = self._entries.get(path, (_NEW_FILE,))[0] if name else _NOWHERE
        if name:
            self._entries[path] = (mode, "blob", name)
        return f"{mode} {name or _NOWHERE * self._digits}\t{path}\0"

    def _blobs(self, contents: Sequence[bytes]) -> list[str]:
        # By numbered files, because --stdin-paths is line by line and a name in the repository may hold a newline.
        paths = [self._scratch / f"blob-{number}" for number in range(len(contents))]
        for path, content in zip(paths, contents, strict=True):
            path.write_bytes(content)
        given = "".join(f"{path}\n" for path in paths).encode()
        return self._run("hash-object", "-w", "--no-filters", "--stdin-paths", given=given).decode("ascii").split()

    def _check(self, files: Sequence[FileChange]) -> None:
        for file in files:
            entry = self._entries.get(self._repository.prefix + file.path)
            if entry and entry[2] != blob_name(file.before, self._repository.hash_name):
                next_step = "Plan again from the committed tree, without --worktree."
                raise RefusedError(f"{file.path} is not what the plan was made from", next_step=next_step)

    def _ask(self, *arguments: str) -> bytes:
        return attempt(self._repository.top, *arguments).stdout

    def _run(self, *arguments: str, given: bytes = b"") -> bytes:
        done = attempt(self._repository.top, *arguments, given=given, extra=self._own_index)
        if done.returncode:
            why = complaint(done.stderr)
            next_step = "Nothing was created. Check that .git/objects can be written, and that the disk is not full."
            raise WorkspaceError(f"the branch could not be built: {why}", next_step=next_step)
        return done.stdout


def blob_name(content: bytes, hash_name: str) -> str:
    """The name git gives ``content``; ``hash_name`` is ``sha1`` or ``sha256``."""
    return hashlib.new(hash_name, b"blob %d\0%s" % (len(content), content), usedforsecurity=False).hexdigest()
