"""Commands on a commit, in a throw-away checkout."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from plans import FLAG, change, two_steps, verdict
from real_git import GitFolder, hostile

import legacy_codemod
from legacy_codemod.branch import Limits, commits, format_plan, run_commands
from legacy_codemod.errors import RefusedError, WorkspaceError


def said(made: GitFolder, command: str, limits: Limits | None = None) -> str:
    result = run_commands(made.root, "HEAD", (command,), limits)[0]
    assert result.passed, result
    return result.output


def test_a_commit_on_no_branch_is_tried_with_its_own_files(repository: GitFolder) -> None:
    first, last = commits(repository.root, two_steps(repository))
    (before,) = run_commands(repository.root, first.sha, ("cat app/main.py app/old/router.py; ./run.sh",))
    (after,) = run_commands(repository.root, last.sha, ("cat app/main.py; test ! -e app/old && git status --short",))
    assert before.output.splitlines()[:2] == ["new()", "legacy"]
    assert (after.output, after.exit_code, after.passed) == ("newer()", 0, True)


def test_a_subfolder_as_root_is_where_the_commands_run(repository: GitFolder) -> None:
    repository.commit({"sub/x.py": "below\n", "y.py": "above\n"})
    (result,) = run_commands(repository.root / "sub", "HEAD", ("cat x.py ../y.py",))
    assert result.output == "below\nabove"


@pytest.mark.parametrize("kind", ["linked worktree", "SHA-256 repository", "shallow clone", "name with a quote"])
def test_every_kind_of_repository_is_tried(git_folder: Callable[..., GitFolder], kind: str) -> None:
    options = ["--object-format=sha256"] if kind.startswith("SHA") else []
    made = git_folder('a "name" é' if kind.startswith("name") else "app", *options)
    made.commit({"a.py": "one\n"})
    made.commit({"a.py": "two\n"})
    if kind == "linked worktree":
        made.git("worktree", "add", "--quiet", "-b", "other", "../other")
    if kind == "shallow clone":
        made.git("clone", "--quiet", "--depth=1", f"file://{made.root}", "../other")
    root = made.root.parent / "other" if kind in ("linked worktree", "shallow clone") else made.root
    (result,) = run_commands(root, "HEAD", ("cat a.py && git log --format=%s -- a.py && git fsck --no-dangling",))
    assert (result.exit_code, result.output.splitlines()[0]) == (0, "two"), result.output


def test_the_first_failure_is_the_last_command(repository: GitFolder) -> None:
    repository.commit({"a.py": "x"})
    results = run_commands(repository.root, "HEAD", ("echo one", "echo two >&2; exit 7", "echo three"))
    assert [(one.output, one.exit_code, one.passed) for one in results] == [("one", 0, True), ("two", 7, False)]


@pytest.fixture
def pipe(tmp_path: Path) -> Iterator[int]:
    """The reading end of a pipe that a command may hold open."""
    os.mkfifo(tmp_path / "pipe")
    reading = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    yield reading
    os.close(reading)


def is_let_go(pipe: int) -> bool:
    """Whether nobody holds the pipe any more: then it ends, else there is nothing to read."""
    return bool(select.select([pipe], [], [], 10)[0])


def test_what_takes_too_long_is_ended_with_all_it_started(repository: GitFolder, tmp_path: Path, pipe: int) -> None:
    repository.commit({"a.py": "x"})
    command = f"exec 9>{tmp_path}/pipe; echo began; sleep 60 & sleep 60"
    (result,) = run_commands(repository.root, "HEAD", (command,), Limits(seconds=0.5))
    assert (result.timed_out, result.passed, result.output) == (True, False, "began")
    assert is_let_go(pipe)


def test_a_server_that_a_command_forgets_is_ended(repository: GitFolder, tmp_path: Path, pipe: int) -> None:
    repository.commit({"a.py": "x"})
    assert said(repository, f"exec 9>{tmp_path}/pipe; sleep 60 & echo began") == "began"
    assert is_let_go(pipe)


def test_only_the_last_lines_are_kept(repository: GitFolder) -> None:
    repository.commit({"a.py": "x"})
    assert said(repository, "seq 100000", Limits(lines=3)) == "99998\n99999\n100000"


def test_gigabytes_of_output_take_no_memory_and_no_disk(repository: GitFolder) -> None:
    """Two gigabytes, within 512 MB of memory, and with a temporary folder that could not hold them."""
    repository.commit({"a.py": "x"})
    program = """
        import resource
        from pathlib import Path
        from legacy_codemod.branch import run_commands
        resource.setrlimit(resource.RLIMIT_AS, (2 ** 29, 2 ** 29))
        resource.setrlimit(resource.RLIMIT_FSIZE, (2 ** 24, 2 ** 24))
        (said,) = run_commands(Path("."), "HEAD", ("yes | head -c 2000000000; echo; echo end",))
        print(said.exit_code, said.output.splitlines()[-1], len(said.output.splitlines()))
    """
    command = [sys.executable, "-c", textwrap.dedent(program)]
    own = {**os.environ, "PYTHONPATH": str(Path(legacy_codemod.__file__).parents[1])}
    done = subprocess.run(command, cwd=repository.root, env=own, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("0 end 40\n", "")


def test_a_task_that_left_the_group_and_holds_the_output_is_not_waited_for(repository: GitFolder) -> None:
    repository.commit({"a.py": "x"})
    command = "setsid sh -c 'echo $$ > pid; sleep 300' & while ! test -s pid; do sleep 0.05; done; cat pid"
    pid = int(said(repository, command, Limits(seconds=60)))
    os.killpg(pid, signal.SIGKILL)  # is still there, so it was not waited for


def test_output_need_not_be_text(repository: GitFolder) -> None:
    repository.commit({"a.py": "x"})
    assert said(repository, r"printf 'a\377b\n'") == "a\ufffdb"


def test_commands_do_not_wait_for_input(repository: GitFolder) -> None:
    repository.commit({"a.py": "x"})
    assert said(repository, "cat; echo done") == "done"


HOOKS_ARE_GIVEN = [
    "GIT_DIR",
    "GIT_INDEX_FILE",
    "GIT_WORK_TREE",
    "GIT_PREFIX",
    "GIT_QUARANTINE_PATH",
    "GIT_REFLOG_ACTION",
]
THE_USER_SETS = dict.fromkeys(
    ["VIRTUAL_ENV", "OURS", "GIT_AUTHOR_NAME", "GIT_CONFIG_GLOBAL", "GIT_SSH_COMMAND"], "theirs"
)
THE_USER_SETS |= {"PATH": os.environ["PATH"] + ":/somewhere", "GIT_CONFIG_COUNT": "0"}


@pytest.mark.parametrize("name", HOOKS_ARE_GIVEN)
def test_what_git_gives_to_hooks_is_not_inherited(
    repository: GitFolder, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    repository.commit({"a.py": "x"})
    monkeypatch.setenv(name, str(repository.root / ".git"))
    assert said(repository, f'echo "[${{{name}-}}]"; git rev-parse --show-toplevel | wc -l') == "[]\n1"


@pytest.mark.parametrize(("name", "value"), THE_USER_SETS.items(), ids=THE_USER_SETS)
def test_what_the_user_sets_is_inherited(
    repository: GitFolder, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    repository.commit({"a.py": "x"})
    monkeypatch.setenv(name, value)
    assert said(repository, f'echo "${name}"') == value


def test_an_editable_install_does_not_bring_in_the_unchanged_code(
    repository: GitFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = repository.commit({"pyproject.toml": "", "src/shop/__init__.py": "SIDE = 'old'\n"})
    plan = verdict(base, change(FLAG, {"src/shop/__init__.py": (b"SIDE = 'old'\n", b"SIDE = 'new'\n")}))
    monkeypatch.setenv("PYTHONPATH", str(repository.root / "src"))  # what the .pth file of such an install comes to
    (result,) = run_commands(
        repository.root, commits(repository.root, plan)[0].sha, ('python3 -c "import shop; print(shop.SIDE)"',)
    )
    assert result.output == "new"


def test_a_commit_that_is_not_there_is_one_message(repository: GitFolder) -> None:
    repository.commit({"a.py": "x"})
    with pytest.raises(WorkspaceError):
        run_commands(repository.root, "1" * 40, ("true",))


def test_values_of_env_files_are_not_shown(repository: GitFolder) -> None:
    repository.commit({
        ".gitignore": "/.env\n",
        "sub/.env.production": "export DB='postgres://u:p4ssw0rd@h'  # main\n",
        ".env.example": "KEY=your-key-here\n",
    })  # fmt: skip
    repository.write({".env": 'KEY="rk_live_1234"\nUSE_X=true\nMANY="-----BEGIN\nabcdef0123\n-----END"\n'})
    shown = said(repository, "echo rk_live_1234 true your-key-here abcdef0123; cat sub/.env.production")
    assert "rk_live" not in shown
    assert "p4ssw0rd" not in shown
    assert "abcdef0123" not in shown
    assert shown.startswith("[value of an env file] true your-key-here")


def test_an_env_file_that_never_ends_is_passed_over(repository: GitFolder) -> None:
    repository.commit({"a.py": "x"})
    (repository.root / "prod.env").symlink_to("/dev/zero")
    repository.commit({})
    os.mkfifo(repository.root / ".env")
    assert said(repository, "echo done", Limits(seconds=60)) == "done"


@pytest.mark.parametrize("own_filters", [False, True], ids=["its own settings", "its attributes, the user's filters"])
def test_nothing_that_the_repository_names_is_run(
    repository: GitFolder, tmp_path: Path, own_filters: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    marker = hostile(repository, tmp_path)
    if own_filters:
        (tmp_path / "settings").write_text(f'[filter "odd"]\n\tsmudge = "touch {marker}; cat"\n')
        monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "settings"))
    assert said(repository, "git status --short; cat a.py b.py").count("legacy") == 2
    assert not marker.exists()


UPPER = 'for each in {files}; do tr a-z A-Z < "$each" > tmp && cat tmp > "$each"; done'


def test_formatted_files_are_those_of_the_change_before_and_after(repository: GitFolder, tmp_path: Path) -> None:
    plan = two_steps(repository).plan
    named = verdict(plan.base, *plan.changes, formats=(UPPER, f"find app -type f | sort >> {tmp_path}/seen"))
    made = format_plan(repository.root, named.plan)
    assert (tmp_path / "seen").read_text().split() == ["app/main.py", "app/old/router.py", "app/main.py"]
    assert [[(file.path, file.before, file.after) for file in one.files] for one in made.changes] == [
        [
            ("app/main.py", b"if USE_X:\n    new()\n", b"NEW()\n"),
            ("run.sh", b"#!/bin/sh\nlegacy\n", b"#!/BIN/SH\nNEW\n"),
        ],
        [("app/old/router.py", b"legacy\n", None), ("app/main.py", b"NEW()\n", b"NEWER()\n")],
    ]
    tip = commits(repository.root, verdict(plan.base, *made.changes))[-1]
    assert repository.git("ls-tree", tip.sha, "run.sh").startswith("100755")


def test_a_formatter_gets_any_name_and_the_files_around(repository: GitFolder) -> None:
    names = ["-dash.py", "with space.py", "new\nline.py", "$(touch oops).py"]
    base = repository.commit(dict.fromkeys(names, "old\n") | {"setup.cfg": "settings\n"})
    plan = verdict(
        base, change(FLAG, dict.fromkeys(names, (b"old\n", b"new\n"))), formats=(f"cat setup.cfg {{files}} && {UPPER}",)
    )
    made = format_plan(repository.root, plan.plan)
    assert [file.after for file in made.changes[0].files] == [b"NEW\n"] * 4


def test_no_format_commands_change_nothing(repository: GitFolder) -> None:
    plan = two_steps(repository).plan
    assert format_plan(repository.root, plan) is plan


def test_a_formatter_that_fails_stops_the_work(repository: GitFolder) -> None:
    plan = two_steps(repository).plan
    failing = verdict(plan.base, *plan.changes, formats=("echo no such option; exit 2",)).plan
    with pytest.raises(RefusedError, match=r"exit code 2: no such option\n  Nothing was created"):
        format_plan(repository.root, failing)


def test_a_formatter_that_deletes_a_file_stops_the_work(repository: GitFolder) -> None:
    plan = two_steps(repository).plan
    with pytest.raises(RefusedError, match=r"app/main\.py"):
        format_plan(repository.root, verdict(plan.base, *plan.changes, formats=("rm {files}",)).plan)
