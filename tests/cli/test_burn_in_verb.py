"""`codemod burn-in` as users start it: logs by option or on standard input, tags, formats, exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from running import Said, environment
from situations import INVENTORY, files, git, repository

Codemod = Callable[..., Said]
TODAY = date.today()


def log(days: int, source: str = "restormel") -> str:
    since = TODAY - timedelta(days)
    return "".join(f'{{"source": "{source}", "ts": "{since + timedelta(day)}T12:00:00Z"}}\n' for day in range(days + 1))


def test_logs_and_a_day_are_enough_without_an_inventory(codemod: Codemod, work: Path) -> None:
    (work / "app.jsonl").write_text(log(20))
    said = codemod("burn-in", "app.jsonl", f"--since={TODAY - timedelta(20)}")
    assert (said.code, said.err) == (0, "")
    assert f"  {TODAY} ████████████████████████ 100.0%  1 of 1\n" in said.out
    assert "\x1b" not in said.out


def test_standard_input_is_a_log(work: Path) -> None:
    command = [sys.executable, "-m", "legacy_codemod", "burn-in", "-", f"--since={TODAY - timedelta(20)}"]
    given = (log(20) + log(1, "legacy")).encode()
    done = subprocess.run(
        command, cwd=work, env=environment(work.parent), input=given, capture_output=True, check=False
    )
    assert done.returncode == 1
    assert "2 records from the legacy path" in done.stdout.decode()
    assert f"can pass on {TODAY + timedelta(15)} at the earliest" in done.stdout.decode()


def test_a_command_counts_instead(codemod: Codemod, work: Path) -> None:
    assert work.exists()
    common = ("burn-in", f"--since={TODAY - timedelta(20)}")
    assert codemod(*common, """--command=echo '{"legacy": 0, "total": 9}'""").code == 0
    assert codemod(*common, """--command=echo '{"legacy": 1, "total": 9}'""").code == 1


def test_the_time_begins_with_the_commit_of_a_release(codemod: Codemod, work: Path) -> None:
    since = TODAY - timedelta(15)
    repository(inventory=f"{INVENTORY}burn_in:\n  flag_on_since: {TODAY}\n  logs: [app.jsonl]\n", app_jsonl=log(20))(
        work
    )
    stamp = {"GIT_COMMITTER_DATE": f"{since}T12:00:00Z"}
    own = environment(work.parent) | stamp
    subprocess.run(["git", "commit", "-q", "--allow-empty", "-m", "Release"], cwd=work, env=own, check=True)
    git("tag", "v2")(work)
    assert codemod("burn-in").code == 1
    said = codemod("burn-in", "--release-tag=v2")
    assert (said.code, f"on since {since}: 15 days" in said.out) == (0, True)
    assert codemod("burn-in", "--release-tag=v3").err.startswith(f"codemod: {work} has no git tag 'v3'\n")


def test_a_page_and_a_document_are_written(codemod: Codemod, work: Path) -> None:
    (work / "app.jsonl").write_text(log(20))
    common = ("burn-in", "app.jsonl", f"--since={TODAY - timedelta(20)}")
    assert codemod(*common, "--format=html", "-o", "page.html") == Said(0, "", "")
    assert (work / "page.html").read_text().startswith("<!doctype html>")
    assert json.loads(codemod(*common, "--format=json").out)["passed"] is True
    assert codemod(*common, "--format=pdf").code == 2


def test_apply_reads_the_logs_as_the_settings_say(codemod: Codemod, work: Path) -> None:
    inventory = f"{INVENTORY}burn_in:\n  flag_on_since: {TODAY - timedelta(20)}\n  logs: [app.jsonl]\n"
    repository(inventory=inventory, app_jsonl=log(20, "v2"))(work)
    assert codemod("apply").code == 3
    files(pyproject_toml='[tool.codemod.burn_in]\nnew = ["v2"]\n')(work)
    assert codemod("apply").code == 0
