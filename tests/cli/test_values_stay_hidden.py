"""No value of a config file is shown by any report, commit message or error: a name and a line are."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from real_git import GitFolder
from running import Said

from legacy_codemod.reports import formats
from legacy_codemod.reports.check import formats as formats_of_the_guard

Codemod = Callable[..., Said]
CANARY = "canary5ecret"
INVENTORY = """\
version: 1
flags:
  - env: USE_X
    value: "true"
remove:
  - env: OLD_KEY
"""
FILES = {
    "app.py": 'import os\n\nif os.getenv("USE_X") == "true":\n    print("new")\nelse:\n    print("old")\n',
    ".env.example": f"# the key: {CANARY}\nA_KEY={CANARY}1\nUSE_X={CANARY}2\nB_KEY='{CANARY}\n{CANARY}4'\n"
    f"OLD_KEY={CANARY}5\n",
    "deploy/prod.env": f"A_KEY={CANARY}1\nUSE_X={CANARY}2\nOLD_KEY={CANARY}5\n",
    "compose.yml": f"services:\n  a:\n    image: b\n    environment:\n      A_KEY: {CANARY}1\n      USE_X: {CANARY}2\n"
    f"      # OLD_KEY: {CANARY}\n      OLD_KEY: >-\n        {CANARY}5\n      B_KEY: >-\n        {CANARY}6\n"
    f"  b:\n    environment:\n      - A_KEY={CANARY}7\n      - USE_X={CANARY}8\n",
    "deploy/secret.yaml": f"apiVersion: v1\nkind: Secret\nstringData:\n  a-key: {CANARY}1\n  USE_X: {CANARY}2\n  b: |\n"
    f"    {CANARY}3\n",
    "deploy/values.yaml": f"env:\n  - {{name: A_KEY, value: {CANARY}1}}\n  - {{name: USE_X, value: {CANARY}2}}\n",
    "app.json": f'{{\n  "env": {{\n    "A_KEY": "{CANARY}1",\n    "USE_X": "{CANARY}2"\n  }}\n}}\n',
    "prod.tfvars": f'env = {{\n  A_KEY = "{CANARY}1"\n  USE_X = "{CANARY}2"\n}}\n',
    "a.service": f'[Service]\nEnvironment=A_KEY={CANARY}1 "USE_X={CANARY}2"\n',
    "legacy-inventory.yaml": INVENTORY,
}


@pytest.fixture
def planted(work: Path) -> GitFolder:
    """A repository with values in each kind of file, and an untracked env file."""
    folder = GitFolder(work)
    folder.git("init", "--quiet", "--initial-branch=main")
    folder.commit(FILES)
    folder.write({".env": f"USE_X={CANARY}9\nA_KEY={CANARY}9\n"})
    return folder


@pytest.mark.usefixtures("planted")
@pytest.mark.parametrize("form", formats())
def test_no_report_shows_a_value(codemod: Codemod, form: str) -> None:
    said = codemod("plan", "--format", form)
    assert said.code == 0, said.err
    assert CANARY not in said.out + said.err
    if form != "patch":  # which says nothing but what changes
        assert "git does not track this file; its line for USE_X is yours to take out" in " ".join(said.out.split())


def test_a_patch_that_hides_values_is_one_that_git_takes(codemod: Codemod, planted: GitFolder) -> None:
    patch = codemod("plan", "--format", "patch").out
    planted.git("apply", "--index", given=patch.encode())
    assert planted.git("grep", "-l", "USE_X") == "legacy-inventory.yaml"
    assert CANARY not in unpacked(patch)


def test_no_commit_message_and_no_word_of_apply_shows_a_value(codemod: Codemod, planted: GitFolder) -> None:
    said = codemod("apply", "--skip-burn-in", "a test")
    assert said.code == 0, said.err
    assert CANARY not in said.out + said.err
    assert CANARY not in planted.git("log", "--all", "--format=%B")
    assert planted.git("grep", "-l", "USE_X", "codemod/retire-use-x") == "codemod/retire-use-x:legacy-inventory.yaml"


@pytest.mark.parametrize("command", ["plan", "apply"])
def test_no_error_shows_a_value(codemod: Codemod, planted: GitFolder, command: str) -> None:
    planted.commit({"app.py": FILES["app.py"] + "print(os.environ['OLD_KEY'])\n"})
    said = codemod(command, *(["--skip-burn-in", "a test"] if command == "apply" else []))
    assert said.code == 3
    assert CANARY not in said.out + said.err
    assert "live code still reads OLD_KEY" in " ".join((said.out + said.err).split())


@pytest.mark.parametrize("form", formats_of_the_guard())
def test_no_format_of_the_guard_shows_a_value(codemod: Codemod, planted: GitFolder, form: str) -> None:
    gone = 'Retired: flag USE_X = "true"\nRetired: remove env OLD_KEY\n'
    planted.git("commit", "--quiet", "--allow-empty", "-m", f"Retire both\n\n{gone}")
    said = codemod("check", "--all", "--format", form)
    assert said.code == 1, said.err
    assert CANARY not in said.out + said.err
    assert all(path in said.out for path in FILES if path not in {"app.py", "legacy-inventory.yaml"})


def unpacked(patch: str) -> str:
    """What the packed lines of a patch hold."""
    packed = [line[1:] for line in patch.splitlines() if len(line) > 5 and line[0].isalpha() and " " not in line]
    held = b""
    for line in packed:
        try:
            held += zlib.decompress(base64.b85decode(line))
        except (ValueError, zlib.error):
            continue
    return held.decode("utf-8", "replace")
