"""Repositories with a history, made commit by commit."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

START = 1_767_225_600  # 2026-01-01 in UTC; each commit is a day later
DAY = 86_400


def git(root: Path, *arguments: str, at: int = START) -> str:
    """What git prints, blind to the settings of whoever runs the tests; commits are made at the time ``at``."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    own |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    own |= {f"GIT_{role}_{part}": "t@example.org" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
    own |= {f"GIT_{role}_DATE": f"{at} +0000" for role in ("AUTHOR", "COMMITTER")}
    return subprocess.run(["git", *arguments], cwd=root, env=own, capture_output=True, text=True, check=True).stdout


def history(root: Path, commits: Iterable[Mapping[str, str | None]]) -> Path:
    """A repository in which each of ``commits`` writes its files, ``None`` for one that goes, a day after the last."""
    root.mkdir()
    git(root, "init", "-q", "-b", "main")
    for day, files in enumerate(commits):
        for name, content in files.items():
            file = root / name
            file.parent.mkdir(parents=True, exist_ok=True)
            if content is None:
                file.unlink()
            else:
                file.write_text(content)
        git(root, "add", "-A")
        git(root, "commit", "-q", "--allow-empty", "-m", f"day {day}", at=START + day * DAY)
    return root
