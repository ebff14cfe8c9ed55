"""Temporary folders: gone afterwards, and cleared away by the next run where a kill left one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

import legacy_codemod
from legacy_codemod.branch.scratch import scratch
from legacy_codemod.errors import WorkspaceError


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary folders go."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def killed(place: Path) -> Path:
    """The folder of a run that was killed."""
    program = "from legacy_codemod.branch.scratch import scratch\nimport time\nwith scratch() as made:\n"
    program += "    (made / 'file').touch()\n    print(made, flush=True)\n    time.sleep(300)\n"
    own = {**os.environ, "PYTHONPATH": str(Path(legacy_codemod.__file__).parents[1]), "TMPDIR": str(place)}
    with subprocess.Popen([sys.executable, "-c", program], env=own, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        folder = Path(running.stdout.readline().strip())
        running.send_signal(signal.SIGKILL)
    return folder


def test_it_is_there_and_then_gone(place: Path) -> None:
    with scratch() as made:
        (made / "inner").mkdir()
        (made / "inner/file").touch()
        (made / "inner").chmod(0o500)
        assert made.stat().st_mode & 0o077 == 0
    assert list(place.iterdir()) == []


def test_the_next_run_clears_what_a_killed_one_left(place: Path) -> None:
    assert (killed(place) / "file").exists()
    with scratch():
        pass
    assert list(place.iterdir()) == []


def test_what_is_in_use_and_what_is_not_ours_stays(place: Path) -> None:
    (place / "codemod-folder").mkdir()
    (place / "elsewhere").mkdir()
    (place / "elsewhere/file").touch()
    (place / "codemod-link").symlink_to("elsewhere")
    (place / "codemod-link.lock").touch()
    with scratch() as first:
        with scratch():
            pass
        assert first.exists()
    assert {path.name for path in place.iterdir()} >= {"codemod-folder", "elsewhere", "codemod-link"}
    assert (place / "elsewhere/file").exists()


def test_no_place_for_one_is_one_message(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(place / "nowhere"))
    with pytest.raises(WorkspaceError, match=r"no temporary folder can be made: No such file.*\n  .*TMPDIR"), scratch():
        pass
