"""`codemod apply`: what it creates, and that it creates nothing when something is in the way."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from rich.cells import cell_len
from running import Said, environment, in_terminal
from situations import CODE, INVENTORY, both, git, refs, repository
from test_plan import REFUSED

Codemod = Callable[..., Said]
SKIP = "--skip-burn-in=a test"
BRANCH = "codemod/retire-use-new"


def shown(work: Path, *arguments: str) -> str:
    """What git prints."""
    command = ["git", *arguments]
    own = environment(work.parent)
    return subprocess.run(command, cwd=work, env=own, capture_output=True, text=True, check=True).stdout


def burn_in(days: int) -> str:
    """An inventory whose flag has been on for some days, and whose log is app.jsonl."""
    return INVENTORY + f"burn_in:\n  flag_on_since: {date.today() - timedelta(days)}\n  logs: [app.jsonl]\n"


def log(days: int, source: str) -> str:
    """One record a day."""
    since = date.today() - timedelta(days)
    return "".join(f'{{"source": "{source}", "ts": "{since + timedelta(day)}T12:00:00Z"}}\n' for day in range(days + 1))


def test_a_branch_with_one_commit_per_item_is_made(codemod: Codemod, work: Path) -> None:
    repository()(work)
    said = codemod("apply", SKIP)
    assert said.code == 0, said.err
    assert f"✓ branch  {BRANCH}\n" in said.out
    assert f"git switch {BRANCH}" in said.out
    assert "1 file, " in said.out
    assert shown(work, "rev-list", "--count", f"HEAD..{BRANCH}") == "1\n"
    assert shown(work, "show", f"{BRANCH}:app.py").endswith('def answer():\n    return "new"\n')


def test_a_refusal_is_wrapped_for_the_terminal_that_it_goes_to(work: Path) -> None:
    repository(**REFUSED)(work)
    drawn = in_terminal(work, "apply", SKIP, NO_COLOR="1", TERM="dumb", COLUMNS="60").drawn.decode()
    told = drawn.replace("\r\n", "\n").partition("\n\n")[2].partition("codemod: ")[0]
    assert "remove app.old ─────" in told
    assert "    app.py:6  live code calls it and the item declares no\n      fallback\n" in told
    assert max(map(len, told.splitlines())) == 60


def test_the_checkout_the_index_and_the_stash_stay_as_they_are(codemod: Codemod, work: Path) -> None:
    repository()(work)
    (work / "app.py").write_text("stashed\n")
    git("stash")(work)
    (work / "app.py").write_text("staged\n")
    git("add", "app.py")(work)
    (work / "app.py").write_text("on disk\n")
    before = snapshot(work)
    assert codemod("apply", SKIP).code == 0
    assert snapshot(work) == before


def snapshot(work: Path) -> dict[str, str]:
    """Every file but git's objects and the one new branch with its log."""
    skipped = ("objects", "codemod")
    paths = (path for path in work.rglob("*") if path.is_file() and not {*skipped} & set(path.parts))
    return {str(path.relative_to(work)): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def test_a_dry_run_says_all_and_creates_nothing(codemod: Codemod, work: Path) -> None:
    repository()(work)
    before = refs(work)
    said = codemod("apply", SKIP, "--dry-run", "--branch=mine")
    assert said.code == 0
    assert "mine was not created: this is a dry run" in said.out
    assert refs(work) == before


def test_partial_leaves_refused_items_out(codemod: Codemod, work: Path) -> None:
    flag = 'import os\n\nif os.environ.get("USE_NEW") == "true":\n    print(1)\n'
    repository(**REFUSED, flag_py=flag)(work)
    assert codemod("apply", SKIP).code == 3
    said = codemod("apply", SKIP, "--partial")
    assert said.code == 0, said.err
    assert shown(work, "diff", "--name-only", f"HEAD..{BRANCH}") == "flag.py\n"


def test_a_refusal_says_where_and_why(codemod: Codemod, work: Path) -> None:
    repository(**REFUSED)(work)
    said = codemod("apply", SKIP)
    assert said.code == 3
    assert "  refused, nothing of this item changes\n    app.py:6  " in said.err
    assert "codemod: 1 item of 2 cannot be done; nothing was created\n" in said.err


def test_nothing_left_to_do_is_no_failure(codemod: Codemod, work: Path) -> None:
    repository(app_py="x = 1\n")(work)
    said = codemod("apply", SKIP)
    assert (said.code, said.err) == (0, "")
    assert "nothing is left to change, so none was created" in said.out


def test_verify_commands_run_on_the_result(codemod: Codemod, work: Path) -> None:
    command = 'test "$(grep -c USE_NEW app.py)" = 0'
    repository(inventory=INVENTORY + f"verify:\n  - '{command}'\n")(work)
    said = codemod("apply", SKIP)
    assert said.code == 0, said.err
    assert f"✓ verify  {command}  (" in said.out


@pytest.mark.parametrize(
    ("days", "source", "code"),
    [(20, "restormel", 0), (3, "restormel", 1), (20, "legacy", 1)],
    ids=["the burn-in has passed", "it is too early", "the legacy path still answers"],
)
def test_the_gate_opens_on_the_evidence(codemod: Codemod, work: Path, days: int, source: str, code: int) -> None:
    repository(inventory=burn_in(days), app_jsonl=log(days, source))(work)
    assert codemod("burn-in").code == code
    said = codemod("apply")
    assert said.code == (3 if code else 0), said.err
    assert (BRANCH in refs(work).decode()) is not bool(code)


def test_the_reason_for_passing_over_the_gate_is_said(codemod: Codemod, work: Path) -> None:
    repository()(work)
    assert "burn-in passed over: a test\n" in codemod("apply", SKIP).out


def test_a_narrow_terminal_breaks_long_paths_at_their_folders(work: Path) -> None:
    repository()(work)
    folder = work / "応用サービス" / ("a_long_package_name" * 2) / ("another_long_name" * 2)
    folder.mkdir(parents=True)
    (folder / "app.py").write_text(CODE)
    both(git("add", "-A"), git("commit", "-qm", "deep"))(work)
    drawn = in_terminal(work, "apply", "--skip-burn-in=none", COLUMNS="80", NO_COLOR="1", LC_ALL="C.UTF-8").drawn
    lines = drawn.decode().splitlines()
    first = next(at for at, line in enumerate(lines) if line.startswith("  応用サービス/"))
    assert max(map(cell_len, lines[first:])) <= 80
    assert [line.split()[0] for line in lines[first : first + 2]] == [
        f"応用サービス/{'a_long_package_name' * 2}/",
        f"{'another_long_name' * 2}/app.py",
    ]
