"""`codemod smoke` and `codemod preflight` as users start them: exit codes, records, and never a key."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from running import Said, environment
from situations import repository

Codemod = Callable[..., Said]
KEYS = {
    "RESTORMEL_GATEWAY_KEY": "rk_5ecret",
    "RESTORMEL_MANAGEMENT_KEY": "rk_5ecret2",
    "RESTORMEL_PROJECT_ID": "p",
    "RESTORMEL_ENVIRONMENT_ID": "e",
    "RESTORMEL_BASE_URL": "http://127.0.0.1:1",
    "CODEMOD_DEBUG": "1",
}
TOOLS = ("--doctor=true", "--validate=true")


def test_smoke_fails_where_nobody_answers_and_tells_no_key(codemod: Codemod, work: Path) -> None:
    assert work.exists()
    said = codemod("smoke", "--blocked=a/b", *TOOLS, **KEYS)
    assert said.code == 1
    assert said.out.startswith("✗ resolve        the connection was refused or dropped (ConnectionRefusedError)\n")
    assert said.out.endswith("✗ verdict        not all checks pass\n")
    assert "5ecret" not in said.out + said.err


def test_smoke_writes_a_script_that_runs_alone(codemod: Codemod, work: Path) -> None:
    said = codemod("smoke", "--write=smoke_test.py", "--blocked=openai/gpt-4", "--environment=env_1", *TOOLS, **KEYS)
    assert (said.code, said.err) == (0, "")
    text = (work / "smoke_test.py").read_text()
    assert "5ecret" not in text
    assert "'blocked': 'openai/gpt-4'" in text
    own = environment(work.parent) | KEYS
    done = subprocess.run([work / "smoke_test.py"], cwd=work, env=own, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.count("FAIL") == 5


def test_preflight_goes_through_every_row_and_writes_its_record(codemod: Codemod, work: Path) -> None:
    repository()(work)
    said = codemod("preflight", "--attest=ui=Ada", "-o", "record.md", *TOOLS, **KEYS)
    assert said.code == 1
    assert "✓ ui             attested by Ada, " in said.out
    assert "dashboard      not attested: " in said.out
    assert said.out.endswith("✗ verdict        not ready for the cutover\n")
    written = (work / "record.md").read_text()
    assert written.startswith("# Before the cutover: 2")
    assert "5ecret" not in said.out + said.err + written


@pytest.mark.parametrize(
    ("attest", "says"),
    [("ux=Ada", "the checklist has no row 'ux'\n  There are resolve"), ("ui", "'ui' names nobody\n")],
)
def test_an_attestation_without_a_row_or_a_name_is_refused(
    codemod: Codemod, work: Path, attest: str, says: str
) -> None:
    assert work.exists()
    said = codemod("preflight", f"--attest={attest}")
    assert (said.code, said.err.startswith(f"codemod: {says}")) == (2, True)


@pytest.mark.skipif(sys.platform == "win32", reason="asks on a terminal of POSIX")
def test_on_a_terminal_the_open_rows_are_asked_for(work: Path) -> None:
    import pty

    repository()(work)
    command = [sys.executable, "-m", "legacy_codemod", "preflight", *TOOLS]
    ours, theirs = pty.openpty()
    own = environment(work.parent) | KEYS | {"NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "200"}
    with subprocess.Popen(
        command, cwd=work, env=own, stdin=theirs, stdout=theirs, stderr=subprocess.DEVNULL
    ) as running:
        import os

        os.close(theirs)
        os.write(ours, b"Ada\n" * 10)
        seen = b""
        try:
            while piece := os.read(ours, 4096):
                seen += piece
        except OSError:  # the terminal is closed
            pass
    os.close(ours)
    assert b"? ui: the user interface renders" in seen
    assert seen.count(b"attested by Ada") == 5
    assert running.returncode == 1
