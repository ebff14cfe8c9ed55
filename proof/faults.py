"""The fold with one fault planted at a time → which tests notice: a table, and exit 1 where a fault goes unnoticed.

``python -m proof.faults [--tables] [NUMBER …]`` copies ``src`` and ``tests`` to a temporary folder, replaces one piece
of text, and runs ``tests/fold`` and ``tests/differential`` there until the first failure of each. With ``--tables`` it
runs ``tests/fold`` only.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from proof.planted_faults import FAULTS, Fault

CHECKOUT = Path(__file__).parents[1]
PACKAGE = Path("src/legacy_codemod")
PATIENCE = 300  # seconds for one suite
SUITES = ("tests/fold", "tests/differential")
_FAILED = re.compile(r"^FAILED (.+?)(?: - .*)?$", re.MULTILINE)


def noticed(fault: Fault, folder: Path, suites: Sequence[str]) -> dict[str, str]:
    """The first test of each suite that fails with the fault in."""
    target = folder / PACKAGE / fault.file
    sound = target.read_text()
    if sound.count(fault.old) < 1:
        raise SystemExit(f"{fault.file} does not hold {fault.old!r} any more: bring the fault up to date")
    target.write_text(sound.replace(fault.old, fault.new))
    try:
        return {suite: _first_failure(suite, folder) for suite in suites}
    finally:
        target.write_text(sound)


def _first_failure(suite: str, folder: Path) -> str:
    environment = {**os.environ, "PYTHONPATH": str(folder / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "pytest", "-x", "-q", "--tb=no", "-rf", "-p", "no:cacheprovider", suite]
    try:
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=PATIENCE)
    except subprocess.TimeoutExpired:  # a loop of a drawn program lost what ends it
        return "goes on without end"
    failed = _FAILED.search(done.stdout)
    if failed:
        return failed[1].partition("::")[2]
    return "" if done.returncode == 0 else f"exit code {done.returncode}"


def main() -> int:
    """Plant each fault in turn, or those whose numbers are given, and print what noticed it."""
    suites = SUITES[:1] if "--tables" in sys.argv else SUITES
    chosen = [int(number) for number in sys.argv[1:] if number.isdigit()]
    asked = chosen or range(1, len(FAULTS) + 1)
    missed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("src", "tests", "codemods"):
            shutil.copytree(CHECKOUT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(CHECKOUT / "pyproject.toml", folder)
        if not chosen and any(before := [_first_failure(suite, folder) for suite in suites]):
            raise SystemExit(f"the tests fail without any fault: {before}")
        for number in asked:
            by = noticed(FAULTS[number - 1], folder, suites)
            missed += not any(by.values())
            sys.stdout.write(f"{number:>2} {FAULTS[number - 1].title}\n")
            sys.stdout.writelines(f"     {suite:20} {test or 'did not notice'}\n" for suite, test in by.items())
            sys.stdout.flush()
    sys.stdout.write(f"{len(asked) - missed} of {len(asked)} faults noticed\n")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
