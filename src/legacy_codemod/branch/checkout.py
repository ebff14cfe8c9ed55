"""A commit → a throw-away repository that has it checked out, and that the user's own never hears of."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from legacy_codemod.branch.scratch import scratch
from legacy_codemod.sources.git import git
from legacy_codemod.sources.repository import Repository

# Files as they are in the commit: no program of a filter runs, no line ending changes, LFS pointers stay pointers.
_AS_COMMITTED: Final = "* -filter -text -ident -working-tree-encoding\n"
# `git rev-parse --local-env-vars` without what a user sets himself (GIT_CONFIG_COUNT), and what githooks(5) adds to it.
_GIVEN_TO_HOOKS: Final = re.compile(
    "GIT_(ALTERNATE_OBJECT_DIRECTORIES|OBJECT_DIRECTORY|DIR|WORK_TREE|IMPLICIT_WORK_TREE|COMMON_DIR|INDEX_FILE|PREFIX"
    "|GRAFT_FILE|SHALLOW_FILE|NAMESPACE|REPLACE_REF_BASE|NO_REPLACE_OBJECTS|INTERNAL_SUPER_PREFIX|QUARANTINE_PATH"
    "|CONFIG|CONFIG_PARAMETERS|PUSH_OPTION_.*|PUSH_CERT.*|REFLOG_ACTION|EDITOR|(AUTHOR|COMMITTER)_DATE)"
)


@contextmanager
def throw_away(repository: Repository, commit: str) -> Iterator[Path]:
    """The top folder of a checkout of ``commit``; it is gone after the ``with``, however that ends.

    Not a ``git worktree``: that would leave an entry in the user's repository when we are killed. This is a repository
    of its own that borrows the user's objects, so commands in it that ask git, or even commit, work and touch nothing.

    Raises ``WorkspaceError``: the commit is not there, or cannot be checked out.
    """
    sha = git(repository.top, "rev-parse", "--verify", f"{commit}^{{commit}}").decode("ascii").strip()
    with scratch() as folder:
        top = folder / (repository.top.name or "checkout")
        top.mkdir()
        git(top, "init", "--quiet", "--template=", f"--object-format={repository.hash_name}")
        _borrow_objects(repository, top / ".git")
        git(top, "update-ref", "--no-deref", "HEAD", sha)
        git(top, "read-tree", "-m", "-u", "HEAD")
        yield top


def _borrow_objects(repository: Repository, own: Path) -> None:
    printed = git(repository.top, "rev-parse", "--git-path", "objects", "--git-path", "shallow")
    objects, shallow = (repository.top / os.fsdecode(line) for line in printed.splitlines())
    quoted = str(objects.resolve()).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    for folder in ("objects/info", "info"):
        (own / folder).mkdir(parents=True, exist_ok=True)
    (own / "objects/info/alternates").write_bytes(os.fsencode(f'"{quoted}"\n'))
    (own / "info/attributes").write_text(_AS_COMMITTED, "ascii")
    if shallow.exists():
        (own / "shallow").write_bytes(shallow.read_bytes())


def tracked(top: Path) -> tuple[Path, ...]:
    """Every tracked file of a checkout."""
    listed = git(top, "ls-files", "-z").decode("utf-8", "surrogateescape")
    return tuple(top / path for path in listed.split("\0") if path)


def users_environment() -> dict[str, str]:
    """The user's environment, less what git gives to the hooks it runs.

    That would point git at another repository, index or commit than those of our folder. What the user sets for git
    (its settings, people, ssh) stays, as do ``PATH`` and ``VIRTUAL_ENV``.
    """
    return {name: value for name, value in os.environ.items() if not _GIVEN_TO_HOOKS.fullmatch(name)}


def command_environment(folder: Path) -> dict[str, str]:
    """The user's environment for a command in ``folder``.

    An editable install of the project makes Python import from the user's checkout, and a test run here would test the
    unchanged code. What can be installed that way therefore comes first on ``PYTHONPATH``.
    """
    ours = users_environment()
    installable = any((folder / name).exists() for name in ("pyproject.toml", "setup.py", "setup.cfg"))
    source = folder / "src" if (folder / "src").is_dir() else folder
    path = ([str(source)] if installable else []) + list(filter(None, [ours.get("PYTHONPATH", "")]))
    return ours | ({"PYTHONPATH": os.pathsep.join(path)} if path else {})
