"""Real git repositories to set a scene in, and what is in them afterwards."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class GitFolder:
    """A work tree to set the scene in."""

    root: Path

    def git(self, *arguments: str, given: bytes = b"") -> str:
        """What git prints, without the last newline."""
        done = subprocess.run(("git", *arguments), cwd=self.root, input=given, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode("utf-8", "surrogateescape").removesuffix("\n")

    def write(self, files: Mapping[str, str | bytes]) -> None:
        for path, content in files.items():
            (self.root / path).parent.mkdir(parents=True, exist_ok=True)
            (self.root / path).write_bytes(content.encode() if isinstance(content, str) else content)

    def commit(self, files: Mapping[str, str | bytes]) -> str:
        """Commit ``files`` and everything else in the folder; the new commit's name."""
        self.write(files)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "-m", "work")
        return self.git("rev-parse", "HEAD")


def snapshot(root: Path, *, objects: bool = False) -> dict[str, tuple[int, int, bytes]]:
    """Mode, time of change and content of every file below ``root``; git's object store only where asked for."""
    seen = {}
    for path in sorted(root.rglob("*")):
        name = str(path.relative_to(root))
        if (path.is_symlink() or path.is_file()) and (objects or not name.startswith(".git/objects/")):
            content = os.fsencode(path.readlink()) if path.is_symlink() else path.read_bytes()
            seen[name] = (path.lstat().st_mode, path.lstat().st_mtime_ns, content)
    return seen


def hostile(repository: GitFolder, tmp_path: Path) -> Path:
    """Commit an app whose settings name a program at every place where git may run one; the file it would leave."""
    marker, program = tmp_path / "marker", tmp_path / "program"
    repository.commit({"a.py": "USE_X\nlegacy\n", "b.py": "legacy\n", ".gitattributes": "*.py filter=odd diff=odd\n"})
    program.write_text(f'#!/bin/sh\necho "$0 $@" >> "{marker}"\ncat\n')
    program.chmod(0o755)
    hooks = ("post-checkout", "post-index-change", "reference-transaction", "pre-commit", "post-commit", "commit-msg")
    (tmp_path / "hooks").mkdir()
    for folder in (tmp_path / "hooks", repository.root / ".git/hooks"):
        folder.mkdir(exist_ok=True)
        for hook in (*hooks, "fsmonitor-watchman", "pre-auto-gc", "post-rewrite", "sendemail-validate"):
            (folder / hook).unlink(missing_ok=True)
            (folder / hook).symlink_to(program)
    settings = ("core.fsmonitor", "core.pager", "pager.grep", "pager.diff-tree", "diff.external", "core.editor")
    drivers = ("diff.odd.textconv", "diff.odd.command", "filter.odd.clean", "filter.odd.smudge", "filter.odd.process")
    others = ("core.sshCommand", "credential.helper", "core.alternateRefsCommand", "gpg.program", "core.askPass")
    for setting in (*settings, *drivers, *others):
        repository.git("config", setting, str(program))
    repository.git("config", "core.hooksPath", str(tmp_path / "hooks"))
    repository.git("config", "filter.odd.required", "true")
    marker.unlink(missing_ok=True)
    return marker
