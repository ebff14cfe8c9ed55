"""`codemod apply --pr`: the text, and the request where there is a remote and a tool for it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from running import Said
from situations import INVENTORY, git, refs, repository
from test_apply import BRANCH, SKIP, shown

from legacy_codemod.branch.push import remote

Codemod = Callable[..., Said]
TITLE = 'Fold flag USE_NEW = "true"'


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    """A folder for ``PATH`` with a ``gh`` and a ``glab`` that write down what they are asked."""
    folder = tmp_path / "tools"
    folder.mkdir()
    for name in ("gh", "glab"):
        (folder / name).write_text(
            f'#!/bin/sh\nprintf "%s\\n" {name} "$@" > {tmp_path}/asked\ncat > {tmp_path}/body\n'
            f"echo Creating; echo https://example.org/o/n/pull/7\nexit $(cat {tmp_path}/code 2>/dev/null || echo 0)\n"
        )
        (folder / name).chmod(0o755)
    return folder


def with_remote(work: Path, address: str) -> None:
    """A repository whose remote has this address."""
    repository()(work)
    git("branch", "-M", "main")(work)
    git("init", "-q", "--bare", "../remote")(work)
    git("remote", "add", "origin", address)(work)
    (work.parent / "ssh").write_text(f"#!/bin/sh\nexec git receive-pack {work.parent}/remote\n")
    (work.parent / "ssh").chmod(0o755)


def run(codemod: Codemod, tools: Path, *more: str, **extra: str) -> Said:
    ssh = {"GIT_SSH": f"{tools.parent}/ssh", "GIT_SSH_VARIANT": "simple"}
    return codemod("apply", SKIP, "--pr", *more, PATH=f"{tools}:{os.environ['PATH']}", **ssh, **extra)


@pytest.mark.parametrize(
    ("address", "tool"), [("git@github.com:o/n.git", "gh"), ("ssh://gitlab.example.org/o/n", "glab")]
)
def test_the_branch_is_pushed_and_the_request_opened(
    codemod: Codemod, work: Path, tools: Path, address: str, tool: str
) -> None:
    with_remote(work, address)
    said = run(codemod, tools)
    assert said.code == 0, said.err
    asked = (work.parent / "asked").read_text()
    assert asked.splitlines()[0] == tool
    assert f"={BRANCH}\n" in asked
    assert f"--title={TITLE}\n" in asked
    assert "=main\n" in asked
    assert shown(work.parent / "remote", "rev-parse", BRANCH) == shown(work, "rev-parse", BRANCH)
    assert "✓ request https://example.org/o/n/pull/7\n" in said.out
    assert "## How to review" in (work.parent / "body").read_text() + asked


ADDRESSES = {
    "git@github.com:o/n.git": "github.com",
    "github.com:o/n.git": "github.com",
    "https://user@GitHub.com/o/n": "github.com",
    "ssh://git@github.example.org:22/o/n": "github.example.org",
    "/srv/git/github.com/n.git": "",
    "../n.git": "",
    "file:///srv/n.git": "",
    "https://[broken/n": "",
}


@pytest.mark.parametrize(("address", "host"), ADDRESSES.items())
def test_the_host_of_a_remote(work: Path, address: str, host: str) -> None:
    with_remote(work, address)
    found = remote(work)
    assert found is not None
    assert (found.name, found.host, found.target) == ("origin", host, "main")


def test_without_a_remote_the_commands_are_told(codemod: Codemod, work: Path, tools: Path) -> None:
    repository()(work)
    said = run(codemod, tools)
    assert said.code == 0
    assert "## How to review" in said.out
    assert f"    git push REMOTE {BRANCH}\n" in said.out
    assert f"    gh pr create --head {BRANCH} --title '{TITLE}' --body-file FILE\n" in said.out
    assert not (work.parent / "asked").exists()


def test_another_host_gets_the_commands_alone(codemod: Codemod, work: Path, tools: Path) -> None:
    with_remote(work, "https://git.example.org/o/n")
    said = run(codemod, tools, "-o", "request.md")
    assert said.code == 0, said.err
    assert shown(work.parent / "remote", "for-each-ref") == ""
    assert f"    git push origin {BRANCH}\n" in said.out
    assert "--body-file request.md" in said.out
    assert "## How to review" not in said.out
    assert "## How to review" in (work / "request.md").read_text()
    assert not (work.parent / "asked").exists()


def test_a_host_that_the_user_names_is_known(codemod: Codemod, work: Path, tools: Path) -> None:
    with_remote(work, "git@git.example.org:o/n.git")
    said = run(codemod, tools, GH_HOST="git.example.org")
    assert said.code == 0, said.err
    assert (work.parent / "asked").read_text().startswith("gh\npr\ncreate\n")


def test_without_a_tool_nothing_is_pushed(codemod: Codemod, work: Path) -> None:
    with_remote(work, "git@github.com:o/n.git")
    said = codemod("apply", SKIP, "--pr", PATH="/usr/bin:/bin")
    assert said.code == 0, said.err
    assert shown(work.parent / "remote", "for-each-ref") == ""
    assert "    gh pr create " in said.out
    assert "glab" not in said.out


def test_a_push_that_fails_leaves_the_branch_and_says_what_to_do(codemod: Codemod, work: Path, tools: Path) -> None:
    with_remote(work, "git@github.com:o/n.git")
    (work.parent / "remote/hooks").mkdir(exist_ok=True)
    (work.parent / "remote/hooks/pre-receive").write_text("#!/bin/sh\necho closed; exit 1\n")
    (work.parent / "remote/hooks/pre-receive").chmod(0o755)
    said = run(codemod, tools)
    assert said.code == 2
    assert f"`git push origin {BRANCH}` failed: " in said.err
    assert f"The branch is made. Push it yourself: git push origin {BRANCH}" in said.err
    assert shown(work, "branch", "--list", BRANCH)
    assert not (work.parent / "asked").exists()


def test_a_tool_that_fails_is_one_message(codemod: Codemod, work: Path, tools: Path) -> None:
    with_remote(work, "git@github.com:o/n.git")
    (work.parent / "code").write_text("4")
    said = run(codemod, tools)
    assert said.code == 2
    assert "codemod: `gh pr create` failed: it printed nothing\n" in said.err


def test_a_dry_run_and_a_refusal_push_nothing(codemod: Codemod, work: Path, tools: Path) -> None:
    with_remote(work, "git@github.com:o/n.git")
    assert run(codemod, tools, "--dry-run").code == 0
    (work / "legacy-inventory.yaml").write_text(INVENTORY + "verify:\n  - 'false'\n")
    assert run(codemod, tools).code == 3
    assert shown(work.parent / "remote", "for-each-ref") == ""
    assert not (work.parent / "asked").exists()


def test_a_remote_whose_name_is_an_option_is_not_used(codemod: Codemod, work: Path, tools: Path) -> None:
    repository()(work)
    marker = work.parent / "marker"
    name = f"--receive-pack=touch {marker};"
    git("config", "remote.pushDefault", name)(work)
    git("config", f"remote.{name}.url", "git@github.com:o/n.git")(work)
    assert run(codemod, tools).code == 0
    assert not marker.exists()


def test_the_request_of_a_branch_that_is_there_can_be_opened_later(codemod: Codemod, work: Path, tools: Path) -> None:
    with_remote(work, "git@github.com:o/n.git")
    assert codemod("apply", SKIP).code == 0
    before = refs(work)
    assert run(codemod, tools).code == 0
    assert (work.parent / "asked").exists()
    assert [line for line in refs(work).splitlines() if b"refs/heads" in line] == before.splitlines()


def test_an_output_without_a_request_is_a_usage_error(codemod: Codemod, work: Path) -> None:
    repository()(work)
    said = codemod("apply", SKIP, "-o", "x.md")
    assert said.code == 2
    assert "add --pr" in said.err
