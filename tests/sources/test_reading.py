"""Which files a tree has, and what they hold."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable

import pytest
from real_git import GitFolder

from legacy_codemod.errors import WorkspaceError
from legacy_codemod.sources import open_sources

POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:" + "0" * 64 + "\nsize 12345\n"
ODD_NAMES = ("new\nline.py", "not-utf8-\udce9.py", "-leading-dash.py", "with space.py", 'quote".py', "tab\t.py", "é.py")

both_readers = pytest.mark.parametrize("worktree", [False, True], ids=["committed", "on disk"])


@both_readers
@pytest.mark.parametrize("name", ODD_NAMES, ids=ascii)
def test_a_file_of_any_name_is_listed_read_and_searched(repository: GitFolder, name: str, worktree: bool) -> None:
    repository.commit({name: f"USE_X = {name!a}\n", f"sub/{name}": "other\n"})
    tree = open_sources(repository.root, worktree=worktree)
    assert tree.paths() == tuple(sorted((name, f"sub/{name}")))
    assert tree.read(name) == f"USE_X = {name!a}\n".encode()
    assert tree.holders(["USE_X"]) == {"USE_X": [name]}


@both_readers
def test_symlinks_submodules_and_lfs_pointers_are_no_files(
    git_folder: Callable[..., GitFolder], worktree: bool
) -> None:
    app, other = git_folder(), git_folder("app/vendored")
    other.commit({"inside.py": "USE_X\n"})
    app.write({".gitattributes": "*.bin filter=lfs -text\n", "model.bin": POINTER + "# USE_X\n", "plain.py": "USE_X\n"})
    app.write({"about-lfs.md": "See version https://git-lfs.github.com/spec/v1 and USE_X\n"})
    (app.root / "link.py").symlink_to("plain.py")
    app.commit({})
    tree = open_sources(app.root, worktree=worktree)
    assert tree.paths() == (".gitattributes", "about-lfs.md", "plain.py")
    assert tree.holders(["USE_X"]) == {"USE_X": ["about-lfs.md", "plain.py"]}


@both_readers
def test_a_subfolder_is_the_whole_world(repository: GitFolder, worktree: bool) -> None:
    repository.commit({
        ".gitattributes": "*.bin filter=lfs\n", "a/b/x.py": "USE_X", "a/b/m.bin": POINTER, "a/y.py": "USE_X"
    })  # fmt: skip
    tree = open_sources(repository.root / "a/b", worktree=worktree)
    assert tree.paths() == ("x.py",)
    assert (tree.read("x.py"), tree.holders(["USE_X"])) == (b"USE_X", {"USE_X": ["x.py"]})


def test_the_committed_tree_knows_nothing_of_edits(repository: GitFolder) -> None:
    base = repository.commit({"a.py": "OLD\n", "gone.py": "OLD\n"})
    repository.write({"a.py": "NEW\n", "staged.py": "NEW\n", "untracked.py": "NEW\n"})
    repository.git("add", "staged.py")
    (repository.root / "gone.py").unlink()
    tree = open_sources(repository.root, worktree=False)
    assert (tree.base, tree.paths(), tree.read("a.py")) == (base, ("a.py", "gone.py"), b"OLD\n")
    assert tree.holders(["OLD", "NEW"]) == {"OLD": ["a.py", "gone.py"]}


def test_files_on_disk_are_the_tracked_ones_as_they_are_now(repository: GitFolder) -> None:
    repository.commit({"a.py": "OLD\n", "gone.py": "OLD\n", "now-a-link.py": "OLD\n"})
    repository.write({"a.py": "NEW\n", "staged.py": "NEW\n", "untracked.py": "NEW\n"})
    repository.git("add", "staged.py")
    (repository.root / "gone.py").unlink()
    (repository.root / "now-a-link.py").unlink()
    (repository.root / "now-a-link.py").symlink_to("a.py")
    tree = open_sources(repository.root, worktree=True)
    assert (tree.base, tree.paths(), tree.read("a.py")) == ("", ("a.py", "staged.py"), b"NEW\n")
    assert tree.holders(["OLD", "NEW"]) == {"NEW": ["a.py", "staged.py"]}


def test_files_on_disk_need_no_commit(repository: GitFolder) -> None:
    repository.write({"a.py": "x\n"})
    repository.git("add", "a.py")
    assert open_sources(repository.root, worktree=True).paths() == ("a.py",)


def test_a_file_in_conflict_is_listed_once(repository: GitFolder) -> None:
    repository.commit({"a.py": "one\n"})
    repository.git("branch", "other")
    repository.commit({"a.py": "two\n"})
    repository.git("checkout", "--quiet", "other")
    repository.commit({"a.py": "three\n"})
    with pytest.raises(AssertionError):
        repository.git("merge", "main")
    assert open_sources(repository.root, worktree=True).paths() == ("a.py",)


@pytest.mark.parametrize("state", ["detached HEAD", "linked worktree", "SHA-256 repository"])
def test_every_kind_of_checkout_is_read(git_folder: Callable[..., GitFolder], state: str) -> None:
    app = git_folder("app", *(["--object-format=sha256"] if state.startswith("SHA") else []))
    base = app.commit({"a.py": "USE_X\n"})
    root = app.root
    if state == "detached HEAD":
        app.git("checkout", "--quiet", "--detach")
    elif state == "linked worktree":
        root = app.root.parent / "linked"
        app.git("worktree", "add", "--quiet", "-b", "other", str(root))
    tree = open_sources(root, worktree=False)
    assert (tree.base, tree.read("a.py"), tree.holders(["USE_X"])) == (base, b"USE_X\n", {"USE_X": ["a.py"]})


def test_a_path_that_is_not_there_is_a_clear_error(repository: GitFolder) -> None:
    repository.commit({"a.py": "x"})
    for worktree in (False, True):
        with pytest.raises(WorkspaceError, match=r"b\.py"):
            open_sources(repository.root, worktree=worktree).read("b.py")


def test_a_missing_object_is_a_clear_error_and_the_next_file_is_read(repository: GitFolder) -> None:
    repository.commit({"a.py": "lost\n", "b.py": "kept\n"})
    name = repository.git("rev-parse", "HEAD:a.py")
    (repository.root / ".git/objects" / name[:2] / name[2:]).unlink()
    (repository.root / "a.py").write_text("last\n")
    tree = open_sources(repository.root, worktree=False)
    with pytest.raises(WorkspaceError, match=r"a\.py cannot be read: its object .* is missing\n  .*git fsck"):
        tree.read("a.py")
    assert tree.read("b.py") == b"kept\n"


@pytest.mark.parametrize(
    "damage",
    [lambda _: b"no zlib stream", lambda whole: whole[: len(whole) // 2], lambda _: b""],
    ids=["garbage", "cut off", "empty"],
)
def test_a_damaged_object_is_a_clear_error_and_the_next_file_is_read(
    repository: GitFolder, damage: Callable[[bytes], bytes]
) -> None:
    noise = "".join(hashlib.sha256(b"%d" % number).hexdigest() for number in range(5000))
    repository.commit({"a.py": noise, "b.py": "kept\n"})
    repository.git("config", "core.bigFileThreshold", "1k")  # then git streams, and stops in mid-answer
    name = repository.git("rev-parse", "HEAD:a.py")
    damaged = repository.root / ".git/objects" / name[:2] / name[2:]
    damaged.chmod(0o644)
    damaged.write_bytes(damage(damaged.read_bytes()))
    (repository.root / "a.py").unlink()
    tree = open_sources(repository.root, worktree=False)
    with pytest.raises(WorkspaceError, match=r"a\.py cannot be read"):
        tree.read("a.py")
    assert tree.read("b.py") == b"kept\n"


def test_a_forked_child_reads_beside_its_parent(repository: GitFolder) -> None:
    files = {f"f{number}.py": f"{number}\n" * 5000 for number in range(20)}
    repository.commit(files)
    tree = open_sources(repository.root, worktree=False)
    assert tree.read("f0.py") == files["f0.py"].encode()
    children = []
    for _ in range(3):
        child = os.fork()
        if not child:
            right = all(tree.read(path) == content.encode() for path, content in files.items())
            del tree  # at its end a child lets go of everything it was handed
            os._exit(0 if right else 1)
        children.append(child)
    assert all(tree.read(path) == content.encode() for path, content in files.items())
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0, 0, 0]
    assert tree.read("f1.py") == files["f1.py"].encode(), "a child that ends leaves its parent's reader alone"
