"""What is searched are the files on disk, and what is found is what was committed."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from real_git import GitFolder

from legacy_codemod.errors import WorkspaceError
from legacy_codemod.sources import open_sources
from legacy_codemod.sources.as_committed import OnDisk
from legacy_codemod.sources.repository import locate

FILES = {f"app/part_{number:02}.py": f"USE_X, part_{number}\n" for number in range(60)}
EVERY = sorted(FILES)
FIRST = EVERY[0]


def untouched(_repository: GitFolder) -> None:
    """As it was committed."""


def edited(repository: GitFolder) -> None:
    repository.write({FIRST: "USE_Y\n"})


def edited_without_another_size_or_time(repository: GitFolder) -> None:
    before = (repository.root / FIRST).stat()
    repository.write({FIRST: FILES[FIRST].replace("USE_X", "USE_Y")})
    os.utime(repository.root / FIRST, ns=(before.st_atime_ns, before.st_mtime_ns))


def staged(repository: GitFolder) -> None:
    edited(repository)
    repository.git("add", FIRST)


def staged_and_put_back(repository: GitFolder) -> None:
    staged(repository)
    repository.write({FIRST: FILES[FIRST]})


def edited_behind_the_back_of_git(repository: GitFolder) -> None:
    repository.git("update-index", "--assume-unchanged", FIRST)
    edited(repository)


def staged_behind_the_back_of_git(repository: GitFolder) -> None:
    staged(repository)
    edited_behind_the_back_of_git(repository)


def sparse(repository: GitFolder) -> None:
    repository.git("update-index", "--skip-worktree", FIRST)
    (repository.root / FIRST).unlink()


def deleted(repository: GitFolder) -> None:
    (repository.root / FIRST).unlink()


def no_longer_tracked(repository: GitFolder) -> None:
    repository.git("rm", "--quiet", "--cached", FIRST)
    edited(repository)


def moved(repository: GitFolder) -> None:
    repository.git("mv", FIRST, "app/moved.py")


def a_link(repository: GitFolder) -> None:
    repository.write({"elsewhere.py": "USE_Y\n"})
    (repository.root / FIRST).unlink()
    (repository.root / FIRST).symlink_to("../elsewhere.py")


def added(repository: GitFolder) -> None:
    repository.write({"app/added.py": "USE_X USE_Y\n", "app/untracked.py": "USE_X USE_Y\n"})
    repository.git("add", "--intent-to-add", "app/untracked.py")
    repository.git("add", "app/added.py")


def in_a_merge(repository: GitFolder) -> None:
    branch = repository.git("symbolic-ref", "--short", "HEAD")
    repository.git("checkout", "--quiet", "-b", "other")
    repository.commit({FIRST: "USE_Y, other\n"})
    repository.git("checkout", "--quiet", branch)
    repository.commit({FIRST: "USE_X, ours\n"})
    subprocess.run(("git", "merge", "--quiet", "other"), cwd=repository.root, check=False, capture_output=True)


def all_touched(repository: GitFolder) -> None:
    for path in EVERY:
        os.utime(repository.root / path, (1, 1))
    edited(repository)


def many_edited(repository: GitFolder) -> None:
    repository.write(dict.fromkeys(EVERY[1:], "USE_Y\n"))


def encoded_on_disk(repository: GitFolder) -> None:
    repository.write({".git/info/attributes": f"{FIRST} working-tree-encoding=UTF-16\n"})
    (repository.root / FIRST).unlink()
    repository.git("checkout", "--", FIRST)
    assert b"U\0S\0E\0" in (repository.root / FIRST).read_bytes()


def filtered_on_disk(repository: GitFolder) -> None:
    repository.git("config", "filter.other.smudge", "sed s/USE_X/USE_Y/")
    repository.git("config", "filter.other.clean", "sed s/USE_Y/USE_X/")
    repository.commit({".gitattributes": f"{FIRST} filter=other\n"})
    (repository.root / FIRST).unlink()
    repository.git("checkout", "--", FIRST)
    assert b"USE_Y" in (repository.root / FIRST).read_bytes()


def filtered_by_a_file_that_is_not_tracked(repository: GitFolder) -> None:
    repository.write({".git/info/attributes": f"{FIRST} filter=other\n"})
    repository.git("config", "filter.other.smudge", "sed s/USE_X/USE_Y/")
    (repository.root / FIRST).unlink()
    repository.git("checkout", "--", FIRST)


def a_pipe(repository: GitFolder) -> None:
    (repository.root / FIRST).unlink()
    os.mkfifo(repository.root / FIRST)


def a_folder(repository: GitFolder) -> None:
    (repository.root / FIRST).unlink()
    repository.write({f"{FIRST}/new.py": "USE_Y\n"})


def other_line_ends(repository: GitFolder) -> None:
    repository.git("config", "core.autocrlf", "true")
    for path in EVERY:
        (repository.root / path).unlink()
    repository.git("checkout", "--", ".")
    assert b"\r\n" in (repository.root / FIRST).read_bytes()


@pytest.mark.parametrize(
    "happens",
    [
        *(untouched, edited, edited_without_another_size_or_time, staged, staged_and_put_back, deleted, sparse),
        *(edited_behind_the_back_of_git, staged_behind_the_back_of_git, no_longer_tracked, moved, a_link, added),
        *(in_a_merge, all_touched, many_edited, encoded_on_disk, filtered_on_disk),
        *(filtered_by_a_file_that_is_not_tracked, other_line_ends, a_pipe, a_folder),
    ],
)
@pytest.mark.parametrize("root", ["", "app"])
def test_what_is_found_is_what_was_committed(
    repository: GitFolder, happens: Callable[[GitFolder], None], root: str
) -> None:
    repository.commit(FILES)
    happens(repository)
    tree = open_sources(repository.root / root, worktree=False)
    found = tree.holders(["USE_X", "USE_Y", "café"])
    assert found == {"USE_X": [os.path.relpath(path, root or ".") for path in EVERY]}
    committed = repository.git("show", f"HEAD:{FIRST}").encode() + b"\n"
    assert tree.read(os.path.relpath(FIRST, root or ".")) == committed


def test_files_that_hold_what_was_committed_are_searched_and_read_without_unpacking_them(
    repository: GitFolder,
) -> None:
    repository.commit(FILES)
    _lose_the_content(repository, EVERY[1])
    edited(repository)
    tree = open_sources(repository.root, worktree=False)
    assert tree.holders(["USE_X"]) == {"USE_X": EVERY}
    assert tree.read(EVERY[1]) == FILES[EVERY[1]].encode()


def test_files_are_told_by_their_path_below_the_root(repository: GitFolder) -> None:
    repository.commit({**FILES, "é b.py": "USE_X\n"})
    repository.write({FIRST: "USE_Y\n", "é b.py": "USE_Y\n"})
    assert OnDisk(locate(repository.root)).strays() == {FIRST, "é b.py"}
    assert OnDisk(locate(repository.root / "app")).strays() == {"part_00.py"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_nobody_may_read_is_found_all_the_same(repository: GitFolder) -> None:
    repository.commit(FILES)
    (repository.root / FIRST).chmod(0)
    assert open_sources(repository.root, worktree=False).holders(["USE_X"]) == {"USE_X": EVERY}


def test_a_search_that_git_could_not_finish_finds_everything(
    repository: GitFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit(FILES)
    in_files = f"echo \"error: '{FIRST}': Permission denied\" >&2; exit 1"
    script = f'for last; do :; done\ncase " $* $last" in *" grep "*" "-[PE]) {in_files};; esac\n'
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/git").write_text(f'#!/bin/sh\n{script}exec {shutil.which("git")} "$@"\n')
    (tmp_path / "bin/git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    assert open_sources(repository.root, worktree=False).holders(["USE_X"]) == {"USE_X": EVERY}


def test_content_that_is_nowhere_is_an_error(repository: GitFolder) -> None:
    repository.commit(FILES)
    _lose_the_content(repository, FIRST)
    deleted(repository)
    with pytest.raises(WorkspaceError, match=f"{FIRST} cannot be read: its object .* is missing"):
        open_sources(repository.root, worktree=False).holders(["USE_X"])


def _lose_the_content(repository: GitFolder, path: str) -> None:
    name = repository.git("rev-parse", f"HEAD:{path}")
    (repository.root / f".git/objects/{name[:2]}/{name[2:]}").unlink()


@pytest.mark.parametrize("happens", [edited, staged, sparse, edited_behind_the_back_of_git, many_edited, moved])
def test_what_happens_between_two_searches_changes_nothing(
    repository: GitFolder, happens: Callable[[GitFolder], None]
) -> None:
    repository.commit(FILES)
    tree = open_sources(repository.root, worktree=False)
    assert tree.holders(["part_0"]) == {"part_0": [FIRST]}
    happens(repository)
    assert tree.holders(["USE_X", "USE_Y"]) == {"USE_X": EVERY}
