"""Env files with values in the history of a repository, whichever commit brought them, there or gone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from real_git import GitFolder

from legacy_codemod.golive.history import leaks

SECRET = "sk_live_abcdef0123456789"
FILES = {
    "an env file": (".env", f"OPENAI_API_KEY={SECRET}\n", ("OPENAI_API_KEY",)),
    "in a folder": ("services/api/.env.production", "DEBUG=true\n", ("DEBUG",)),
    "by another name": ("deploy/prod.env", 'export A="x y"\n', ("A",)),
    "direnv": (".envrc", f"export TOKEN='{SECRET}'\n", ("TOKEN",)),
    "no values": (".env", "OPENAI_API_KEY=\nB=''\n# C=3\n", ()),
    "stand-ins": (".env", "A=<your key>\nB=changeme\nC=xxxx\nD=${OTHER}\nE=your-key-here\n", ()),
    "an example with settings": (".env.example", "DEFAULT_MODEL=gpt-4o\nPORT=8000\nAPI_KEY=\n", ()),
    "an example with a secret": (".env.example", f"API_KEY={SECRET}\nMODEL=gpt-4o-mini-2024-07-18\n", ("API_KEY",)),
    "a template": ("env/template.env", "SECRET=change-me\nPORT=1\n", ()),
    "a Python file": ("app/env.py", "KEY='x'\n", ()),
    "bytes that are no text": (".env", b"A=\xff\xfe\n", ("A",)),
}


@pytest.mark.parametrize(("path", "content", "names"), FILES.values(), ids=FILES.keys())
def test_a_committed_file_is_told_by_its_variables(
    repository: GitFolder, path: str, content: str | bytes, names: tuple[str, ...]
) -> None:
    repository.commit({path: content})
    assert [(leak.path, leak.names) for leak in leaks(repository.root)] == ([(path, names)] if names else [])


def test_what_was_deleted_is_still_there(repository: GitFolder) -> None:
    repository.commit({"app.py": "", ".env": "A=\n"})
    repository.commit({".env": f"A=\nKEY={SECRET}\n"})
    repository.commit({".env": f"A=1\nKEY={SECRET}\n"})
    repository.git("rm", "-q", ".env")
    repository.commit({"app.py": "pass\n"})
    (leak,) = leaks(repository.root)
    assert sorted(leak.names) == ["A", "KEY"]
    assert repository.git("show", "--format=%s", "--name-only", leak.commit).endswith(".env\napp.py")
    assert SECRET not in repr(leak)


def test_other_branches_and_merges_count(repository: GitFolder) -> None:
    repository.commit({"app.py": ""})
    repository.git("switch", "-q", "-c", "side")
    repository.commit({"side.env": "A=1\n"})
    repository.git("switch", "-q", "main")
    repository.commit({"b.py": ""})
    repository.git("merge", "-q", "--no-ff", "--no-commit", "side")
    repository.commit({"evil.env": "B=1\n"})
    assert {leak.path for leak in leaks(repository.root)} == {"side.env", "evil.env"}


def test_a_repository_without_commits_has_none(git_folder: Callable[..., GitFolder], tmp_path: Path) -> None:
    assert leaks(git_folder("empty").root) == ()
    assert tmp_path.exists()
