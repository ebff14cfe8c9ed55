"""What a plain git hook lets through and what it stops, asked of git itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from committing import CLEAN, INVENTORY, READ, Guarded
from real_git import GitFolder


def heads(folder: GitFolder) -> int:
    return len(folder.git("rev-list", "--all").split())


def test_a_staged_use_is_stopped_and_told(guarded: Guarded) -> None:
    guarded.stage({"app/keys.py": READ})
    tried = guarded.try_commit()
    assert tried.code == 1
    assert "app/keys.py:3:7: " in tried.said
    assert "instead: NEW_KEY" in tried.said
    assert "codemod: allow[OLD_KEY] reason" in tried.said
    assert heads(guarded) == 1


def test_a_clean_change_goes_through_without_a_word(guarded: Guarded) -> None:
    guarded.stage({"app/port.py": CLEAN})
    assert guarded.try_commit() == guarded.attempt("true")
    assert heads(guarded) == 2


def test_what_is_not_staged_is_not_looked_at(guarded: Guarded) -> None:
    guarded.stage({"app/keys.py": CLEAN})
    guarded.write({"app/keys.py": READ, "app/more.py": READ})
    assert guarded.try_commit().code == 0


def test_what_is_staged_counts_though_it_is_gone_from_the_disk(guarded: Guarded) -> None:
    guarded.stage({"app/keys.py": READ})
    (guarded.root / "app/keys.py").unlink()
    assert guarded.try_commit().code == 1


def test_a_file_at_a_removed_path_is_stopped(guarded: Guarded) -> None:
    guarded.stage({"app/router.py": CLEAN})
    tried = guarded.try_commit()
    assert tried.code == 1
    assert "app/router.py was removed" in tried.said


def test_commit_all_takes_in_what_is_on_disk(guarded: Guarded) -> None:
    guarded.write({"app/main.py": READ})
    assert guarded.try_commit("--all").code == 1
    assert heads(guarded) == 1


@pytest.mark.parametrize(
    ("named", "code"), [("app/main.py", 0), ("app/keys.py", 1)], ids=["the clean file", "the other file"]
)
def test_a_partial_commit_is_judged_by_the_file_it_names(guarded: Guarded, named: str, code: int) -> None:
    guarded.commit({"app/keys.py": CLEAN})
    guarded.stage({"app/keys.py": READ, "app/main.py": "PORT = 80\n"})
    assert guarded.try_commit("--", named).code == code


def test_a_partial_commit_from_a_folder_below(guarded: Guarded) -> None:
    guarded.commit({"app/keys.py": CLEAN})
    guarded.stage({"app/keys.py": READ, "app/main.py": "PORT = 80\n"})
    below = Guarded(guarded.root / "app")
    assert below.try_commit("--", "keys.py").code == 1
    assert below.try_commit("--", "main.py").code == 0


def test_a_linked_work_tree_has_the_same_hook(guarded: Guarded, tmp_path: Path) -> None:
    guarded.git("worktree", "add", "-q", "-b", "side", str(tmp_path / "linked tree"))
    linked = Guarded(tmp_path / "linked tree")
    linked.stage({"app/keys.py": READ})
    assert linked.try_commit().code == 1
    linked.stage({"app/keys.py": CLEAN})
    assert linked.try_commit().code == 0


def test_a_hook_that_is_installed_in_a_linked_work_tree_is_everyones(bare: Guarded, tmp_path: Path) -> None:
    bare.git("worktree", "add", "-q", str(tmp_path / "linked"))
    linked = Guarded(tmp_path / "linked")
    assert linked.install().resolve() == (bare.root / ".git/hooks/pre-commit").resolve()
    for folder in (bare, linked):
        folder.stage({"app/keys.py": READ})
        assert folder.try_commit().code == 1


def test_a_submodule_has_a_hook_of_its_own(bare: Guarded, git_folder: Callable[..., GitFolder]) -> None:
    above = Guarded(git_folder("above").root)
    above.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(bare.root), "part")
    above.commit({"legacy-inventory.yaml": INVENTORY})
    above.install()
    inside = Guarded(above.root / "part")
    assert inside.install().resolve() == (above.root / ".git/modules/part/hooks/pre-commit").resolve()
    inside.stage({"app/keys.py": READ})
    assert inside.try_commit().code == 1
    inside.stage({"app/keys.py": CLEAN})
    assert inside.try_commit().code == 0
    above.git("add", "part")
    assert above.try_commit().code == 0


def test_a_file_may_move_with_its_use_while_the_item_is_still_to_go(bare: Guarded) -> None:
    bare.commit({"app/keys.py": READ})
    bare.install()
    bare.git("mv", "app/keys.py", "app/moved.py")
    assert bare.try_commit().code == 0
    bare.stage({"app/again.py": READ})
    tried = bare.try_commit()
    assert tried.code == 1
    assert "app/again.py:3:7: " in tried.said
    assert "app/moved.py" not in tried.said


def test_a_file_may_not_move_with_its_use_once_the_item_is_retired(bare: Guarded) -> None:
    bare.commit({"app/keys.py": READ})
    bare.git("commit", "-q", "--allow-empty", "-m", "Retire it\n\nRetired: remove env OLD_KEY")
    bare.install()
    bare.git("mv", "app/keys.py", "app/moved.py")
    tried = bare.try_commit()
    assert tried.code == 1
    assert "retired on " in tried.said


def test_a_use_may_be_deleted(bare: Guarded) -> None:
    bare.commit({"app/keys.py": READ})
    bare.install()
    bare.git("rm", "-q", "app/keys.py")
    assert bare.try_commit().code == 0


def test_a_binary_file_is_no_use(guarded: Guarded) -> None:
    guarded.stage({"app/picture.bin": b'\0\1os.environ["OLD_KEY"]\n'})
    assert guarded.try_commit().code == 0


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("app/a b.py", "app/a b.py:3:7: "),
        ("app/a\nb.py", "app/a\\nb.py:3:7: "),
        ("app/caf\udce9.py", "app/caf\\xe9.py:3:7: "),
        ("-rf.py", "-rf.py:3:7: "),
        ("app/'$(id)'.py", "app/'$(id)'.py:3:7: "),
    ],
    ids=["a space", "a newline", "bytes that are no UTF-8", "a dash", "what a shell would run"],
)
def test_a_file_may_have_any_name(guarded: Guarded, name: str, shown: str) -> None:
    file = guarded.root / name
    file.write_text(READ)
    guarded.git("add", "--all")
    tried = guarded.try_commit()
    assert tried.code == 1
    assert shown.replace("\\n", "\\x0a") in tried.said
    file.write_text(CLEAN)
    guarded.git("add", "--all")
    assert guarded.try_commit().code == 0


def test_a_merge_that_is_committed_by_hand_is_judged(guarded: Guarded) -> None:
    guarded.git("checkout", "-q", "-b", "side")
    guarded.stage({"app/main.py": "PORT = 1\n"})
    guarded.git("commit", "-q", "-m", "side")
    guarded.git("checkout", "-q", "main")
    guarded.stage({"app/main.py": "PORT = 2\n"})
    guarded.git("commit", "-q", "-m", "main")
    assert guarded.attempt("git", "merge", "-q", "side").code == 1
    guarded.stage({"app/main.py": READ})
    assert guarded.try_commit().code == 1
    guarded.stage({"app/main.py": "PORT = 3\n"})
    assert guarded.try_commit().code == 0
    assert len(guarded.git("rev-list", "--parents", "-1", "HEAD").split()) == 3


def test_the_first_commit_of_a_repository(git_folder: Callable[..., GitFolder]) -> None:
    fresh = Guarded(git_folder().root)
    fresh.stage({"legacy-inventory.yaml": INVENTORY, "keys.py": READ})
    fresh.install()
    assert fresh.try_commit().code == 1
    fresh.stage({"keys.py": CLEAN})
    assert fresh.try_commit().code == 0


def test_a_detached_head(guarded: Guarded) -> None:
    guarded.git("checkout", "-q", "--detach")
    guarded.stage({"app/keys.py": READ})
    assert guarded.try_commit().code == 1
    guarded.stage({"app/keys.py": CLEAN})
    assert guarded.try_commit().code == 0


@pytest.mark.parametrize("content", ["version: 7\n", "flags: [\n"], ids=["another version", "no YAML"])
def test_an_inventory_that_cannot_be_read_stops_every_commit(guarded: Guarded, content: str) -> None:
    guarded.write({"legacy-inventory.yaml": content})
    guarded.stage({"app/port.py": CLEAN})
    assert guarded.attempt(guarded.hook).code == 2
    tried = guarded.try_commit()
    assert tried.code == 1
    assert "legacy-inventory.yaml" in tried.said
    assert heads(guarded) == 1


def test_python_that_cannot_be_parsed_and_holds_a_legacy_name_stops_the_commit(guarded: Guarded) -> None:
    guarded.stage({"app/keys.py": f"{READ}def (:\n"})
    assert guarded.attempt(guarded.hook).code == 2
    tried = guarded.try_commit()
    assert tried.code == 1
    assert "app/keys.py:1: " in tried.said
    assert heads(guarded) == 1


def test_python_that_cannot_be_parsed_and_holds_none_is_not_the_guards_affair(guarded: Guarded) -> None:
    guarded.stage({"app/keys.py": "def (:\n"})
    assert guarded.try_commit().code == 0


def test_a_use_that_is_allowed_goes_through(guarded: Guarded) -> None:
    guarded.stage({"app/keys.py": READ.replace("]\n", "]  # codemod: allow[OLD_KEY] read until May\n")})
    assert guarded.try_commit().code == 0


def test_no_value_of_a_config_file_is_said(guarded: Guarded) -> None:
    guarded.stage({".env.example": "OLD_KEY=s3cret\n"})
    tried = guarded.try_commit()
    assert tried.code == 1
    assert ".env.example:1:1: " in tried.said
    assert "s3cret" not in tried.said


def test_a_hash_of_another_length(git_folder: Callable[..., GitFolder]) -> None:
    wide = Guarded(git_folder("wide", "--object-format=sha256").root)
    wide.commit({"legacy-inventory.yaml": INVENTORY})
    wide.install()
    wide.stage({"app/keys.py": READ})
    assert wide.try_commit().code == 1


def test_an_index_that_is_split(guarded: Guarded) -> None:
    guarded.git("update-index", "--split-index")
    guarded.stage({"app/keys.py": READ})
    assert guarded.try_commit().code == 1


def test_a_commit_that_names_its_git_folder(guarded: Guarded, tmp_path: Path) -> None:
    guarded.stage({"app/keys.py": READ})
    there = (f"--git-dir={guarded.root}/.git", f"--work-tree={guarded.root}")
    tried = Guarded(tmp_path).attempt("git", *there, "commit", "-q", "-m", "work")
    assert tried.code == 1
    assert "app/keys.py:3:7: " in tried.said
