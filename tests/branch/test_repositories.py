"""A branch is made, and its commits tried, in every kind of repository that git knows; what it cannot read is said."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from real_git import GitFolder, snapshot

from legacy_codemod import plan, verify, workspace
from legacy_codemod.branch import Branch, build, run_commands
from legacy_codemod.errors import WorkspaceError
from legacy_codemod.model import Request

INVENTORY = 'version: 1\nflags:\n  - env: USE_X\n    value: "true"\nremove:\n  - path: old/\n'
CODE = "import os\n\nif os.environ.get('USE_X') == 'true':\n    print('new')\nelse:\n    print('old')\n"
FILES = {"app/main.py": CODE, "old/router.py": "x = 1\n", "legacy-inventory.yaml": INVENTORY}
GitFolders = Callable[..., GitFolder]


def handed_over(root: Path) -> Branch:
    """What ``apply`` makes of the folder."""
    return build(root, verify.prove(plan.make(workspace.open(Request(str(root))))))


def plain(start: GitFolders) -> GitFolder:
    made = start()
    made.commit(FILES)
    return made


def sha_256(start: GitFolders) -> GitFolder:
    made = start("app", "--object-format=sha256")
    made.commit(FILES)
    return made


def linked_worktree(start: GitFolders) -> GitFolder:
    made = plain(start)
    made.git("worktree", "add", "--quiet", "-b", "other", "../linked")
    return GitFolder(made.root.parent / "linked")


def detached(start: GitFolders) -> GitFolder:
    made = plain(start)
    made.git("checkout", "--quiet", "--detach")
    return made


def separate_git_folder(start: GitFolders) -> GitFolder:
    made = start("app", "--separate-git-dir=../elsewhere.git")
    made.commit(FILES)
    return made


def packed_and_shallow(start: GitFolders) -> GitFolder:
    made = plain(start)
    made.commit({"more.py": "1\n"})
    made.git("gc", "--quiet")
    made.git("clone", "--quiet", "--depth=1", f"file://{made.root}", "../shallow")
    return GitFolder(made.root.parent / "shallow")


def borrowed_objects(start: GitFolders) -> GitFolder:
    made = plain(start)
    made.git("clone", "--quiet", "--shared", str(made.root), "../shared")
    return GitFolder(made.root.parent / "shared")


def sparse(start: GitFolders) -> GitFolder:
    made = plain(start)
    made.git("sparse-checkout", "set", "--cone", "--sparse-index", "app")
    assert not (made.root / "old").exists()
    return made


def partial(start: GitFolders) -> GitFolder:
    """Its history's blobs are missing; those of the commit are there."""
    made = plain(start)
    made.commit({"app/more.py": "1\n"})
    made.commit({"app/more.py": "2\n"})
    made.git("config", "uploadpack.allowFilter", "true")
    made.git("clone", "--quiet", "--filter=blob:none", f"file://{made.root}", "../partial")
    return GitFolder(made.root.parent / "partial")


def inside_a_submodule(start: GitFolders) -> GitFolder:
    made = plain(start)
    outer = start("outer")
    outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(made.root), "inner")
    return GitFolder(outer.root / "inner")


def many_attributes(start: GitFolders) -> GitFolder:
    """Line ends, encodings and idents differ on disk from what is committed."""
    made = start()
    made.write({".gitattributes": "*.py text eol=crlf ident\n*.txt working-tree-encoding=UTF-16 text\n"})
    made.commit(FILES)
    made.commit({"app/notes.txt": "USE_X\n".encode("utf-16")})
    return made


def with_all_kinds_of_entries(start: GitFolders) -> GitFolder:
    """Symlinks, a submodule, an LFS pointer and an executable beside what changes."""
    made = start()
    inner = start("inner")
    inner.commit({"a.py": CODE})
    made.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(inner.root), "module")
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:" + "0" * 64 + "\nsize 9\n"
    made.write({".gitattributes": "*.bin filter=lfs diff=lfs merge=lfs -text\n", **FILES})
    made.git("config", "filter.lfs.clean", "cat")
    made.write({"old_weights.bin": pointer, "run.sh": "#!/bin/sh\n"})
    (made.root / "run.sh").chmod(0o755)
    (made.root / "link.py").symlink_to("app/main.py")
    (made.root / "out.py").symlink_to("/etc/hostname")
    (made.root / "app/main.py").chmod(0o755)
    made.commit({})
    return made


KINDS = {
    scene.__name__.replace("_", " "): scene
    for scene in (
        plain,
        sha_256,
        linked_worktree,
        detached,
        separate_git_folder,
        packed_and_shallow,
        borrowed_objects,
        sparse,
        partial,
        inside_a_submodule,
        many_attributes,
        with_all_kinds_of_entries,
    )
}


@pytest.mark.parametrize("scene", KINDS.values(), ids=KINDS)
def test_a_branch_is_made_and_tried(git_folder: GitFolders, scene: Callable[[GitFolders], GitFolder]) -> None:
    made = scene(git_folder)
    base = made.git("rev-parse", "HEAD")
    status = made.git("status", "--porcelain=v2", "--branch")
    before = snapshot(made.root)
    branch = handed_over(made.root)
    assert made.git("cat-file", "blob", f"{branch.tip}:app/main.py") == "print('new')"
    changed = made.git("diff-tree", "-r", "--raw", "--no-renames", base, branch.tip).splitlines()
    assert [(line.split()[4], line.split()[0], line.split()[1]) for line in changed] in (
        [("M", ":100644", "100644"), ("D", ":100644", "000000")],
        [("M", ":100755", "100755"), ("D", ":100644", "000000")],
    )
    assert made.git("rev-list", "--count", f"{base}..{branch.tip}") == "2"
    (said,) = run_commands(made.root, branch.tip, ("cat app/main.py && git status --short && git log -1 --format=%H",))
    assert said.output == f"print('new')\n{branch.tip}"
    ref = f".git/refs/heads/{branch.name}", f".git/logs/refs/heads/{branch.name}"
    assert {name: seen for name, seen in snapshot(made.root).items() if name not in ref} == before
    assert made.git("status", "--porcelain=v2", "--branch") == status


def test_a_partial_clone_without_the_files_is_one_message_and_asks_no_server(git_folder: GitFolders) -> None:
    made = plain(git_folder)
    made.git("config", "uploadpack.allowFilter", "true")
    made.git("clone", "--quiet", "--sparse", "--filter=blob:none", f"file://{made.root}", "../partial")
    root = made.root.parent / "partial"
    before = snapshot(root, objects=True)
    with pytest.raises(WorkspaceError, match=r"cannot be read: its object .* is missing\n  In a partial clone"):
        handed_over(root)
    assert snapshot(root, objects=True) == before


@dataclass(frozen=True)
class Signer:
    """An SSH key and who may sign with it."""

    key: Path
    allowed: Path


@pytest.fixture
def signer(tmp_path: Path) -> Signer:
    """A new key."""
    if not shutil.which("ssh-keygen"):
        pytest.skip("ssh-keygen is not installed")
    key = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
    (tmp_path / "allowed").write_text(f"ada@example.org {key.with_suffix('.pub').read_text()}")
    return Signer(key, tmp_path / "allowed")


def test_commits_are_signed_with_ssh_where_the_user_signs_so(repository: GitFolder, signer: Signer) -> None:
    repository.commit(FILES)
    for name, value in {"format": "ssh", "ssh.allowedSignersFile": str(signer.allowed)}.items():
        repository.git("config", f"gpg.{name}", value)
    repository.git("config", "user.signingkey", str(signer.key))
    repository.git("config", "commit.gpgsign", "true")
    branch = handed_over(repository.root)
    assert repository.git("log", "--format=%G? %GS", f"HEAD..{branch.name}") == "\n".join(["G ada@example.org"] * 2)


def test_author_and_committer_are_those_that_git_is_told(
    repository: GitFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit(FILES)
    for role in ("AUTHOR", "COMMITTER"):
        for part in ("NAME", "EMAIL"):
            monkeypatch.delenv(f"GIT_{role}_{part}")
    for name, value in {"user.name": "U", "user.email": "u@x", "author.name": "A", "committer.email": "c@x"}.items():
        repository.git("config", name, value)
    branch = handed_over(repository.root)
    assert repository.git("log", "-1", "--format=%an %ae %cn %ce", branch.name) == "A u@x U c@x"


def test_hooks_of_a_commit_are_not_run_since_nothing_is_committed_in_a_checkout(repository: GitFolder) -> None:
    repository.commit(FILES)
    for hook in ("pre-commit", "commit-msg", "prepare-commit-msg", "post-commit", "reference-transaction"):
        (repository.root / ".git/hooks").mkdir(exist_ok=True)
        (repository.root / f".git/hooks/{hook}").write_text("#!/bin/sh\ntouch ran\nexit 1\n")
        (repository.root / f".git/hooks/{hook}").chmod(0o755)
    assert handed_over(repository.root).commits
    assert not (repository.root / "ran").exists()
