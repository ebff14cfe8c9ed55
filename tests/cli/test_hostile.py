"""Trees that mean harm: nothing of them is run, nothing reaches out of the tree, a terminal obeys nothing of them."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from real_git import GitFolder, hostile, snapshot
from running import Said
from situations import CODE, INVENTORY, repository
from test_apply import BRANCH, SKIP, shown

from legacy_codemod.errors import InventoryError
from legacy_codemod.inventory import read
from legacy_codemod.reports import formats

Codemod = Callable[..., Said]
NAMES = [
    "a\nb.py",
    "\x1b]0;owned\x07\x1b[31mred.py",
    "<script>alert(1)<\\script>.py",
    "--upload-pack=touch marker.py",
    "-dash.py",
    "caf\udce9.py",
    "\u202egnp.py",
    "`whoami`$(touch marker).py",
    "'; touch marker #.py",
    '"quoted".py',
]


@pytest.fixture
def named(work: Path) -> GitFolder:
    """A repository whose files have names that mean harm, and a symlink out of it."""
    made = GitFolder(work)
    made.git("init", "--quiet")
    made.commit(dict.fromkeys(NAMES, CODE) | {"legacy-inventory.yaml": INVENTORY})
    (work.parent / "outside.py").write_text(CODE)
    (work / "out.py").symlink_to("../outside.py")
    (work / "folder").symlink_to("..")
    (work / "prod.env").symlink_to("/dev/zero")
    made.commit({})
    return made


def is_harmless(said: Said) -> bool:
    """Whether nothing in the output is obeyed by a terminal."""
    return not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", said.out + said.err)


@pytest.mark.parametrize("form", formats())
@pytest.mark.usefixtures("named")
def test_a_plan_shows_names_and_obeys_none(codemod: Codemod, work: Path, form: str) -> None:
    said = codemod("plan", "--format", form)
    assert (said.code, said.err) == (0, "")
    assert is_harmless(said)
    assert not list(work.parent.rglob("marker*"))
    if form == "markdown":
        assert not re.search(r"^[^`]*<script>", said.out, re.MULTILINE)
    if form == "html":
        assert "<script>alert" not in said.out


def test_apply_changes_all_of_them_and_nothing_outside(codemod: Codemod, work: Path, named: GitFolder) -> None:
    inventory = INVENTORY + "format:\n  - cat {files}\nverify:\n  - ls\n"
    (work / "legacy-inventory.yaml").write_text(inventory)
    before = seen(work)
    said = codemod("apply", SKIP, "--pr")
    assert said.code == 0, said.err
    assert is_harmless(said)
    changed = named.git("diff", "-z", "--name-only", f"HEAD..{BRANCH}").split("\0")
    assert sorted(filter(None, changed)) == sorted(NAMES)
    assert seen(work) == before


def seen(work: Path) -> dict[str, tuple[int, int, bytes]]:
    """Every file in and around the repository, but for git's objects and the new branch."""
    found = snapshot(work.parent).items()
    return {name: was for name, was in found if BRANCH not in name and not name.startswith("work/.git/objects/")}


def test_nothing_that_a_repository_names_is_run(codemod: Codemod, work: Path, tmp_path: Path) -> None:
    made = GitFolder(work)
    made.git("init", "--quiet")
    made.commit({"app.py": CODE, "legacy-inventory.yaml": INVENTORY})
    marker = hostile(made, tmp_path)
    marker.unlink(missing_ok=True)
    for arguments in (("plan",), ("plan", "--worktree"), ("apply", SKIP), ("apply", SKIP, "--pr")):
        assert codemod(*arguments).code == 0
    assert shown(work, "rev-list", "--count", f"HEAD..{BRANCH}") == "1\n"
    assert not marker.exists()


@pytest.mark.parametrize("verb", [("plan",), ("apply", SKIP)], ids=["plan", "apply"])
def test_files_of_any_size_and_depth_are_read_or_named(codemod: Codemod, work: Path, verb: tuple[str, ...]) -> None:
    big = CODE + "X = [\n" + '    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",\n' * 170_000 + "]\n"
    deep = f"USE_NEW = {'(' * 5_000}1{')' * 5_000}\n"
    repository(app_py=big, deep_py=deep, open_py=f"USE_NEW = {'[{(' * 2_000}\n", zero_py="USE_NEW\0\n")(work)
    assert len(big) > 10_000_000
    said = codemod(*verb)
    assert said.code == 0, said.err
    assert "app.py" in said.out
    if verb == ("plan",):
        assert "deep.py:1  Python cannot parse this file" in said.out
        assert "open.py:1  Python cannot parse this file" in said.out


OUTSIDE = ["../outside.py", "/etc/hostname", "a/../../outside.py", "../*", "./../outside.py"]


@pytest.mark.parametrize("path", OUTSIDE)
@pytest.mark.parametrize("part", ["remove", "keep", "wrap"])
def test_an_inventory_that_names_what_lies_outside_is_refused(work: Path, path: str, part: str) -> None:
    file = work / "legacy-inventory.yaml"
    file.write_text(f"{INVENTORY}{part}:\n  - path: {path!r}\n")
    with pytest.raises(InventoryError) as raised:
        read(file, work)
    assert raised.value.place is not None


def test_a_pipe_in_the_place_of_an_env_file_does_not_hold_us_up(codemod: Codemod, work: Path) -> None:
    repository(inventory=INVENTORY + "verify:\n  - 'true'\n")(work)
    os.mkfifo(work / ".env")
    assert codemod("apply", SKIP).code == 0
