"""`codemod apply`, killed or held up at one instant after the other: no branch or the whole of it, and nothing else.

``CODEMOD_KILLS=200`` asks for more instants than the suite does; ``python -m proof.kills`` counts them.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from proof.kills import BRANCH, Scene, flaws, scene

KILLS = int(os.environ.get("CODEMOD_KILLS", "6"))
DRAW = random.Random(20261126)
INSTANTS = [round((number + DRAW.random()) / KILLS, 3) for number in range(KILLS)]
APPLY = [sys.executable, "-m", "legacy_codemod", "apply", "--skip-burn-in=a test"]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, float]:
    """The tree of the branch that nobody kills, and how many seconds it took."""
    made = scene(tmp_path_factory.mktemp("whole") / "scene")
    seconds = made.apply()[1]
    return made.git("rev-parse", f"{BRANCH}^{{tree}}"), seconds


@pytest.mark.parametrize("instant", INSTANTS)
def test_a_kill_leaves_all_or_nothing(tmp_path: Path, whole: tuple[str, float], instant: float) -> None:
    made = scene(tmp_path / "scene")
    was = made.seen()
    made.apply(instant * whole[1], signal.SIGKILL, whole_group=INSTANTS.index(instant) % 2 == 1)
    assert flaws(made, was, whole[0]) == []


HANG = "verify:\n  - 'touch {}/started; sleep 600'\n"


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP], ids=lambda sent: sent.name)
def test_a_request_to_end_leaves_no_trace_at_once(tmp_path: Path, sent: signal.Signals) -> None:
    made = scene(tmp_path / "scene")
    inventory = made.work / "legacy-inventory.yaml"
    inventory.write_text(inventory.read_text().replace("verify:\n  - 'true'\n", HANG.format(tmp_path)))
    was = made.seen()
    with subprocess.Popen(
        APPLY,
        cwd=made.work,
        env=made.environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(sent, signal.SIG_DFL),  # a shell's job in the background ignores some
    ) as running:
        while not (tmp_path / "started").exists():
            assert running.poll() is None
        running.send_signal(sent)
        _, said = running.communicate()
    assert (running.returncode, said) == (130, "codemod: stopped; nothing was created\n")
    assert made.seen() == was
    assert list(made.temporary.iterdir()) == []
    assert made.git("branch", "--list", BRANCH) == ""
    assert _is_over(f"{tmp_path}/started")


def _is_over(command: str) -> bool:
    """Whether no process of that command line is left; one that was killed may take a moment to go."""
    for _ in range(200):
        if not subprocess.run(["pgrep", "-f", command], capture_output=True, check=False).stdout:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("closed", ["stdout", "stderr", "both"])
def test_a_reader_that_has_gone_stops_nothing(tmp_path: Path, closed: str) -> None:
    made = scene(tmp_path / "scene")
    reading, writing = os.pipe()
    os.close(reading)
    streams = {name: writing if closed in (name, "both") else subprocess.DEVNULL for name in ("stdout", "stderr")}
    done = subprocess.run(APPLY, cwd=made.work, env=made.environment(), **streams, check=False)  # type: ignore[call-overload]
    os.close(writing)
    assert done.returncode == 0
    assert made.git("rev-list", "--count", f"HEAD..{BRANCH}") == "2\n"


@pytest.mark.parametrize("closed", ["stdout", "stderr", "both"])
def test_a_refusal_keeps_its_exit_code_where_nobody_reads_it(tmp_path: Path, closed: str) -> None:
    made = scene(tmp_path / "scene")
    inventory = made.work / "legacy-inventory.yaml"
    inventory.write_text(inventory.read_text().replace("  - 'true'\n", "  - test -e notes.md\n"))
    reading, writing = os.pipe()
    os.close(reading)
    streams = {name: writing if closed in (name, "both") else subprocess.DEVNULL for name in ("stdout", "stderr")}
    done = subprocess.run(APPLY, cwd=made.work, env=made.environment(), **streams, check=False)  # type: ignore[call-overload]
    os.close(writing)
    assert done.returncode == 3
    assert made.git("branch", "--list", BRANCH) == ""


def said_by(made: Scene) -> tuple[int, str]:
    """The exit code, and what is said on stderr."""
    done = subprocess.run(APPLY, cwd=made.work, env=made.environment(), capture_output=True, text=True, check=False)
    return done.returncode, done.stderr


@pytest.mark.parametrize("lock", [f"refs/heads/{BRANCH}.lock", "packed-refs.lock", "index.lock", "HEAD.lock"])
def test_a_lock_that_another_git_holds(tmp_path: Path, lock: str) -> None:
    made = scene(tmp_path / "scene")
    (made.work / ".git" / lock).parent.mkdir(parents=True, exist_ok=True)
    (made.work / ".git" / lock).touch()
    was = made.seen()
    code, said = said_by(made)
    assert made.seen() == was
    assert list(made.temporary.iterdir()) == []
    if lock.startswith("refs"):
        assert code == 2
        assert "could not be created: " in said
        assert "No branch was created. Check that .git/refs can be written, and that no other git is at work" in said
        assert made.git("branch", "--list", BRANCH) == ""
        (made.work / ".git" / lock).unlink()
    assert said_by(made)[0] == 0


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte."""
    place = tmp_path / "small"
    place.mkdir()
    mount = shutil.which("mount")
    order = [mount or "mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
    if not mount or subprocess.run(order, capture_output=True, check=False).returncode:
        pytest.skip("mounting is not allowed here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def fill(place: Path, spare: int) -> None:
    """Leave ``spare`` bytes free on the disk of ``place``."""
    for chunk in (65536, 4096):
        with (place / f"filler-{chunk}").open("wb") as filler:
            while shutil.disk_usage(place).free > spare + chunk:
                filler.write(bytes(chunk))
                filler.flush()


@pytest.mark.parametrize("full", ["objects", "refs", "temporary files"])
@pytest.mark.parametrize("spare", [0, 16384], ids=lambda spare: f"{spare} bytes left")
def test_a_full_disk(tmp_path: Path, small: Path, full: str, spare: int) -> None:
    made = scene(tmp_path / "scene")
    if full == "temporary files":
        made.temporary.rmdir()
        (small / "t").mkdir()
        made.temporary.symlink_to(small / "t")
    else:
        place = made.work / ".git" / full
        shutil.copytree(place, small / "git")
        shutil.rmtree(place)
        place.symlink_to(small / "git")
    fill(small, spare)
    was = made.seen()
    code, said = said_by(made)
    assert code in (0, 2), said
    assert "Traceback" not in said
    assert "bug in codemod" not in said
    assert made.seen() == was
    assert list(made.temporary.iterdir()) == []
    branch = made.git("branch", "--list", BRANCH)
    assert bool(branch) is (code == 0)
    if branch:
        made.git("fsck", "--strict", "--no-dangling")
        assert made.git("rev-list", "--count", f"HEAD..{BRANCH}") == "2\n"
    for filler in small.glob("filler-*"):
        filler.unlink()
    assert said_by(made)[0] == 0
    assert list(made.temporary.iterdir()) == []
