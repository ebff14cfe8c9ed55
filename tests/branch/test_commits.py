"""Commits and the branch that they become."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from plans import FLAG, change, two_steps, verdict
from real_git import GitFolder, hostile

from legacy_codemod.branch import build, commits, publish, require_free
from legacy_codemod.errors import RefusedError, WorkspaceError
from legacy_codemod.model import Finding, PathSubject, Place, Verdict

NAME = "codemod/retire-use-x"


def kinds(git_folder: Callable[..., GitFolder], kind: str) -> GitFolder:
    made = git_folder("app", *(["--object-format=sha256"] if kind == "SHA-256 repository" else []))
    if kind == "linked worktree":
        made.commit({"main.txt": "x"})
        made.git("worktree", "add", "--quiet", "-b", "other", "../linked")
        return GitFolder(made.root.parent / "linked")
    return made


@pytest.mark.parametrize("kind", ["plain repository", "linked worktree", "SHA-256 repository", "detached HEAD"])
def test_one_commit_per_change_on_top_of_the_base(git_folder: Callable[..., GitFolder], kind: str) -> None:
    made = kinds(git_folder, kind)
    plan = two_steps(made)
    if kind == "detached HEAD":
        made.git("checkout", "--quiet", "--detach")
    branch = build(made.root, plan)
    assert branch.name == NAME
    assert made.git("rev-list", "--reverse", f"{plan.plan.base}..{NAME}").split() == [one.sha for one in branch.commits]
    assert made.git("log", "--format=%s", "--reverse", f"{plan.plan.base}..{NAME}").splitlines() == [
        'Fold flag USE_X = "true"',
        "Remove app/old/router.py",
    ]
    assert [one.paths for one in branch.commits] == [("app/main.py", "run.sh"), ("app/old/router.py", "app/main.py")]
    first, last = (one.sha for one in branch.commits)
    assert made.git("show", f"{first}:app/main.py") == "new()"
    assert made.git("show", f"{last}:app/main.py") == "newer()"
    made.git("fsck", "--strict", "--no-dangling")


def test_the_mode_stays_and_an_emptied_folder_goes(repository: GitFolder) -> None:
    branch = build(repository.root, two_steps(repository))
    listed = repository.git("ls-tree", "-r", "-t", branch.tip).splitlines()
    assert [f"{line.split()[0]} {line.split(chr(9))[1]}" for line in listed] == [
        "040000 app",
        "100644 app/main.py",
        "100644 kept.py",
        "100755 run.sh",
    ]


def test_the_diff_stat_counts_lines_by_file(repository: GitFolder) -> None:
    stat = build(repository.root, two_steps(repository)).stat
    assert [(file.path, file.added, file.removed) for file in stat.files] == [
        ("app/main.py", 1, 2),
        ("app/old/router.py", 0, 1),
        ("run.sh", 1, 1),
    ]
    assert (stat.added, stat.removed) == (2, 4)


def test_a_subfolder_as_root_changes_files_below_it(repository: GitFolder) -> None:
    base = repository.commit({"x.py": "old\n", "sub/x.py": "old\n"})
    branch = build(repository.root / "sub", verdict(base, change(FLAG, {"x.py": (b"old\n", b"new\n")})))
    assert repository.git("show", f"{branch.tip}:x.py") == "old"
    assert repository.git("show", f"{branch.tip}:sub/x.py") == "new"


@pytest.mark.parametrize(
    "name",
    ["new\nline.py", "not-utf8-\udce9.py", "-dash.py", "with space.py", 'quote".py', "tab\t.py", "é.py"],
    ids=ascii,
)
def test_a_file_of_any_name_is_changed_or_deleted(repository: GitFolder, name: str) -> None:
    base = repository.commit({name: "old\n", f"sub/{name}": "old\n"})
    plan = verdict(base, change(PathSubject(name), {name: (b"old\n", b"new\n"), f"sub/{name}": (b"old\n", None)}))
    branch = build(repository.root, plan, "done")
    assert repository.git("ls-tree", "-r", "-z", "--name-only", branch.tip) == f"{name}\0"
    assert repository.git("cat-file", "blob", f"{branch.tip}:{name}") == "new"
    assert [file.path for file in branch.stat.files] == sorted([name, f"sub/{name}"])
    repository.git("log", "--encoding=UTF-8", "--format=%B", branch.tip).encode("utf-8")  # would raise


def test_bytes_are_committed_as_they_are(repository: GitFolder) -> None:
    """No line ending is converted and no filter runs, whatever the attributes say."""
    repository.git("config", "core.autocrlf", "input")
    repository.git("config", "filter.odd.clean", "tr a-z A-Z")
    base = repository.commit({"a.py": "old\n"})
    repository.write({".gitattributes": "*.py filter=odd text eol=lf\n"})
    after = b"\xef\xbb\xbfcaf\xe9\r\nx = 1\n\tno newline"
    branch = build(repository.root, verdict(base, change(FLAG, {"a.py": (b"old\n", after)})))
    assert repository.git("cat-file", "blob", f"{branch.tip}:a.py").encode("utf-8", "surrogateescape") == after


def test_a_change_without_files_is_no_commit(repository: GitFolder) -> None:
    base = repository.commit({"a.py": "old\n"})
    plan = verdict(base, change(PathSubject("b"), {}), change(FLAG, {"a.py": (b"old\n", b"new\n")}))
    assert len(commits(repository.root, plan)) == 1
    for files in ({}, {"a.py": (b"old\n", b"old\n")}):
        assert commits(repository.root, verdict(base, change(FLAG, files))) == ()


def test_the_same_plan_gives_the_same_commits(repository: GitFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_DATE", "2026-11-23T12:00:00Z")
    plan = two_steps(repository)
    assert commits(repository.root, plan) == commits(repository.root, plan)


def test_the_author_is_who_git_says(repository: GitFolder) -> None:
    branch = build(repository.root, two_steps(repository))
    assert repository.git("log", "-1", "--format=%an <%ae> %cn", branch.tip) == "Ada <ada@example.org> Ada"


def test_commits_are_signed_where_the_user_signs(repository: GitFolder, tmp_path: Path) -> None:
    signer = tmp_path / "signer"
    signer.write_text(
        '#!/bin/sh\ncat >/dev/null\necho "[GNUPG:] SIG_CREATED D" >&2\necho "-----BEGIN PGP SIGNATURE-----"\n'
    )
    signer.chmod(0o755)
    repository.git("config", "gpg.program", str(signer))
    plan = two_steps(repository)
    repository.git("config", "commit.gpgsign", "true")
    assert "BEGIN PGP SIGNATURE" in repository.git("cat-file", "commit", commits(repository.root, plan)[0].sha)
    repository.git("config", "commit.gpgsign", "false")
    assert "PGP" not in repository.git("cat-file", "commit", commits(repository.root, plan)[0].sha)


def test_a_signature_that_fails_is_one_message(repository: GitFolder) -> None:
    plan = two_steps(repository)
    repository.git("config", "gpg.program", "false")
    repository.git("config", "commit.gpgsign", "true")
    with pytest.raises(WorkspaceError, match="could not be built: gpg failed to sign"):
        commits(repository.root, plan)


@dataclass(frozen=True)
class Stage:
    made: GitFolder
    plan: Verdict
    monkeypatch: pytest.MonkeyPatch


def no_identity(stage: Stage) -> Verdict:
    for part in ("NAME", "EMAIL"):
        for role in ("AUTHOR", "COMMITTER"):
            stage.monkeypatch.delenv(f"GIT_{role}_{part}")
    return stage.plan


def no_commit(stage: Stage) -> Verdict:
    stage.made.git("checkout", "--quiet", "--orphan", "empty")
    return stage.plan


def not_a_repository(stage: Stage) -> Verdict:
    stage.monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(stage.made.root.parent))
    shutil.rmtree(stage.made.root / ".git")
    return stage.plan


def read_only_objects(stage: Stage) -> Verdict:
    """A file where each of git's 256 folders would be stops root too, whom no permission stops."""
    stage.made.git("gc", "--quiet")
    for number in range(256):
        shutil.rmtree(stage.made.root / f".git/objects/{number:02x}", ignore_errors=True)
        (stage.made.root / f".git/objects/{number:02x}").touch()
    return stage.plan


def from_disk(stage: Stage) -> Verdict:
    return verdict("", *stage.plan.plan.changes)


def unknown_base(stage: Stage) -> Verdict:
    return verdict("1" * 40, *stage.plan.plan.changes)


def other_content(stage: Stage) -> Verdict:
    return verdict(stage.plan.plan.base, change(FLAG, {"kept.py": (b"something else\n", b"new\n")}))


def problem(stage: Stage) -> Verdict:
    return Verdict(stage.plan.plan, (Finding(Place("app/main.py", 7), "name new is not defined"),))


STOPPED = {
    "no identity": (no_identity, WorkspaceError, r"no name and e-mail address.*\n  .*git config user\.name"),
    "no commits": (no_commit, WorkspaceError, "has no commits yet"),
    "not a repository": (not_a_repository, WorkspaceError, "is not a git repository"),
    "a read-only object store": (read_only_objects, WorkspaceError, r"could not be built: .*\n  Nothing was created"),
    "a plan from the files on disk": (from_disk, RefusedError, r"no commit to build a branch on\n  "),
    "a base that is not there": (unknown_base, WorkspaceError, r"could not be built: "),
    "a plan made from something else": (other_content, RefusedError, r"kept\.py is not what the plan was made from"),
    "a proof that found a problem": (problem, RefusedError, r"app/main\.py:7: .*name new is not defined"),
}


@pytest.mark.parametrize(("scene", "error", "says"), STOPPED.values(), ids=STOPPED.keys())
def test_what_stops_the_commits_is_one_message(
    repository: GitFolder,
    scene: Callable[[Stage], Verdict],
    error: type[Exception],
    says: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plan = scene(Stage(repository, two_steps(repository), monkeypatch))
    with pytest.raises(error, match=says) as raised:
        commits(repository.root, plan)
    assert len(str(raised.value).splitlines()) <= 3


@pytest.mark.parametrize("tagged", [False, True], ids=["no tag", "a tag of the same name"])
def test_an_existing_branch_stays_as_it_is(repository: GitFolder, tagged: bool) -> None:
    plan = two_steps(repository)
    if tagged:
        repository.git("tag", NAME)
    repository.git("branch", NAME)
    with pytest.raises(RefusedError, match=rf"branch {NAME} already exists\n  .*--branch"):
        build(repository.root, plan)
    with pytest.raises(RefusedError, match="already exists"):
        publish(repository.root, NAME, commits(repository.root, plan))
    assert repository.git("rev-parse", f"refs/heads/{NAME}") == plan.plan.base


@pytest.mark.parametrize(("there", "wanted"), [("codemod", NAME), (f"{NAME}/more", NAME)])
def test_a_branch_in_the_way_is_named(repository: GitFolder, there: str, wanted: str) -> None:
    repository.commit({"a.py": "x"})
    repository.git("branch", there)
    with pytest.raises(RefusedError, match=f"branch {there} stands in the way of {wanted}"):
        require_free(repository.root, wanted)


@pytest.mark.parametrize("name", ["", "-x", "a b", "a..b", "x.lock", "HEAD", "a\nb", "a~1", "@{-1}", "/a", "a\udce9 "])
def test_what_cannot_name_a_branch_is_said(repository: GitFolder, name: str) -> None:
    repository.commit({"a.py": "x"})
    with pytest.raises(WorkspaceError, match=r"cannot name a branch\n  .*--branch"):
        require_free(repository.root, name)


def test_a_tag_of_the_same_name_is_no_obstacle(repository: GitFolder) -> None:
    plan = two_steps(repository)
    repository.git("tag", NAME)
    branch = build(repository.root, plan)
    assert repository.git("rev-parse", f"refs/heads/{NAME}") == branch.tip


def test_nothing_to_do_makes_no_branch(repository: GitFolder) -> None:
    repository.commit({"a.py": "x"})
    with pytest.raises(RefusedError, match="nothing to put on a branch"):
        publish(repository.root, NAME, ())


def test_a_ref_that_cannot_be_written_is_one_message(repository: GitFolder) -> None:
    made = commits(repository.root, two_steps(repository))
    repository.write({".git/refs/heads/codemod": "no folder"})
    with pytest.raises(WorkspaceError, match=r"could not be created: .*\n  No branch was created"):
        publish(repository.root, NAME, made)


def test_nothing_that_the_repository_names_is_run(repository: GitFolder, tmp_path: Path) -> None:
    marker = hostile(repository, tmp_path)
    base = repository.git("rev-parse", "HEAD")
    before = repository.git("cat-file", "blob", f"{base}:a.py").encode()
    marker.unlink(missing_ok=True)
    build(repository.root, verdict(base, change(FLAG, {"a.py": (before + b"\n", b"new\n")})))
    assert not marker.exists()
