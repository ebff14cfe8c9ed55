"""What stands at a path that was removed, whatever it is."""

from __future__ import annotations

import pytest
from real_git import GitFolder

from legacy_codemod.__main__ import main

INVENTORY = "version: 1\nremove:\n  - path: app/router.py\n  - path: app/old/\n"
AT_THE_PATH = {
    "a file": ("app/router.py", "x = 1\n"),
    "an empty file": ("app/router.py", ""),
    "a file in the folder": ("app/old/data.bin", b"\0\1"),
}


@pytest.fixture
def app(repository: GitFolder, monkeypatch: pytest.MonkeyPatch) -> GitFolder:
    repository.commit({"legacy-inventory.yaml": INVENTORY, "app/a.py": "x = 1\n"})
    monkeypatch.chdir(repository.root)
    monkeypatch.setattr("sys.argv", ["codemod", "check"])
    return repository


@pytest.mark.parametrize(("path", "content"), AT_THE_PATH.values(), ids=AT_THE_PATH)
def test_a_file(app: GitFolder, capsys: pytest.CaptureFixture[str], path: str, content: str | bytes) -> None:
    app.write({path: content})
    app.git("add", "--all")
    assert main() == 1
    assert f"{path}:1:1: is there again" in capsys.readouterr().out


def test_a_symlink(app: GitFolder, capsys: pytest.CaptureFixture[str]) -> None:
    (app.root / "app/router.py").symlink_to("a.py")
    app.git("add", "--all")
    assert main() == 1
    assert "app/router.py:1:1: is there again" in capsys.readouterr().out


def test_one_that_goes_is_no_use(app: GitFolder) -> None:
    app.commit({"app/router.py": "x = 1\n"})
    app.git("rm", "--quiet", "app/router.py")
    assert main() == 0
