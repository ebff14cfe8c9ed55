"""A command that is interrupted at the very instant it begins to run: it ends, as one does that has run for long."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

ROUNDS = 12

# Threads change seldom, so that the command runs before the thread that waits for it is back at work.
PROGRAM = """
import os, signal, subprocess, sys
from pathlib import Path
from legacy_codemod.branch.shell import Limits, run

def stop(*_):
    raise KeyboardInterrupt

folder, rounds = Path(sys.argv[1]), int(sys.argv[2])
sys.setswitchinterval(0.05)
signal.signal(signal.SIGTERM, stop)
for number in range(rounds):
    begun = folder / f"begun{number}"
    waiting = f"while [ ! -s '{begun}' ]; do :; done; kill -TERM {os.getpid()}"
    with subprocess.Popen(["sh", "-c", waiting]) as sender:
        try:
            run(f"echo $$ > '{begun}'; sleep 300", folder, os.environ, Limits())
        except KeyboardInterrupt:
            pass
        sender.wait()
"""


def test_a_command_that_has_just_begun_ends_too(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", PROGRAM, str(tmp_path), str(ROUNDS)], check=True, timeout=120)
    begun = [each.read_text().strip() for each in sorted(tmp_path.glob("begun*"))]
    assert len(begun) == ROUNDS
    left = [number for number in begun if _is_running(number)]
    for number in left:
        os.kill(int(number), signal.SIGKILL)
    assert left == []


def _is_running(number: str) -> bool:
    told = subprocess.run(["ps", "-o", "stat=", "-p", number], capture_output=True, text=True, check=False).stdout
    return told.strip() != "" and not told.startswith("Z")
