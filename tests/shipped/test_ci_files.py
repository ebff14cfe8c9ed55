"""``action.yml``, ``ci/gitlab.yml`` and ``.pre-commit-hooks.yaml``: what they say is known, and their scripts do it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path
from shutil import which

import pytest
import yaml
from committing import CLEAN, INVENTORY, READ, SOURCE, Guarded, Tried
from real_git import GitFolder

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
SPEC, GITLAB = yaml.safe_load_all((ROOT / "ci/gitlab.yml").read_text(encoding="utf-8"))
INPUT = re.compile(r"\$\[\[ inputs\.(\w+) \]\]")
JOB = GITLAB["codemod-check"]
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}


# --- what stands there ---------------------------------------------------------------------------


def by_schema(name: str, file: Path) -> None:
    """Hold ``file`` against the schema of its service."""
    if find_spec("check_jsonschema") is None:
        pytest.skip("check-jsonschema, which carries the schemas of the services, is not installed")
    ask = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", name, str(file)]
    done = subprocess.run(ask, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_action_is_one_by_githubs_schema() -> None:
    by_schema("vendor.github-actions", ROOT / "action.yml")


def test_the_job_is_one_by_gitlabs_schema(tmp_path: Path) -> None:
    (tmp_path / "job.yml").write_text(yaml.safe_dump(filled(GITLAB)))
    by_schema("vendor.gitlab-ci", tmp_path / "job.yml")


def filled(value: object) -> object:
    """``value`` with the defaults of the inputs in it."""
    match value:
        case str():
            return re.sub(
                r"\$\[\[ inputs\.(\w+) \]\]", lambda found: SPEC["spec"]["inputs"][found[1]]["default"], value
            )
        case dict():
            return {key: filled(each) for key, each in value.items()}
        case list():
            return [filled(each) for each in value]
    return value


def test_the_hooks_are_some_by_pre_commits_own_check() -> None:
    if find_spec("pre_commit") is None:
        pytest.skip("pre-commit is not installed")
    ask = [sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")]
    assert subprocess.run(ask, capture_output=True, check=False).returncode == 0


def test_every_input_of_the_action_is_there_and_is_used() -> None:
    used = set(re.findall(r"\$\{\{ inputs\.([\w-]+) \}\}", (ROOT / "action.yml").read_text(encoding="utf-8")))
    assert used == set(ACTION["inputs"])
    assert {*ACTION["inputs"]} >= {"from", "to", "version", "inventory", "format"}


def test_every_input_of_the_job_is_there_and_is_used() -> None:
    assert set(INPUT.findall(yaml.safe_dump(GITLAB))) == set(SPEC["spec"]["inputs"])


def test_no_script_of_the_action_holds_an_expression() -> None:
    steps = ACTION["runs"]["steps"]
    assert [step for step in steps if "${{" in step.get("run", "")] == []
    for step in steps:
        assert not step.get("env") or set(step["env"]) <= set(re.findall(r"\$\{?(\w+)", step["run"]))


def test_the_hook_for_commits_sees_the_whole_commit() -> None:
    hook = HOOKS["codemod-check"]
    assert (hook["entry"], hook["language"], hook["pass_filenames"]) == ("codemod check", "python", False)
    assert (hook["always_run"], hook["require_serial"]) == (True, True)


# --- what the scripts do -------------------------------------------------------------------------


@pytest.fixture
def changed(git_folder: Callable[..., GitFolder]) -> Guarded:
    """A repository with a branch that brings a legacy name back, in a folder of its own and beside a clean change."""
    folder = Guarded(git_folder().root)
    folder.commit({"the api/legacy-inventory.yaml": INVENTORY, "the api/main.py": CLEAN})
    folder.git("tag", "base")
    folder.commit({"the api/main.py": "PORT = 1\n"})
    folder.git("tag", "clean")
    folder.commit({"the api/keys.py": READ})
    folder.git("tag", "head")
    return folder


def script(folder: Guarded, text: str, variables: Mapping[str, str]) -> Tried:
    bash = which("bash")
    if bash is None:
        pytest.skip("there is no bash")
    return folder.attempt(bash, "--noprofile", "--norc", "-eo", "pipefail", "-c", text, **variables)


@pytest.fixture
def action(changed: Guarded, tmp_path: Path) -> Callable[..., Tried]:
    """Run the last step of the action with these inputs; codemod is there already."""
    (tmp_path / "runner").mkdir()
    (tmp_path / "runner/codemod").symlink_to(SOURCE)
    (tmp_path / "runner/codemods").symlink_to(ROOT / "codemods")
    step = ACTION["runs"]["steps"][-1]
    fixed = {"PYTHON": sys.executable, "RUNNER_TEMP": str(tmp_path / "runner")}

    def run(**given: str) -> Tried:
        inputs = {name: "" if "${{" in each["default"] else each["default"] for name, each in ACTION["inputs"].items()}
        inputs |= given
        named = {name: re.sub(r"\$\{\{ inputs\.(\w+) \}\}", lambda found: inputs[found[1]], value)
                 for name, value in step["env"].items() if "inputs." in value}  # fmt: skip
        return script(changed, step["run"], fixed | named)

    return run


def test_the_action_marks_the_line_of_a_pull_request(action: Callable[..., Tried]) -> None:
    tried = action(**{"from": "base", "to": "head", "root": "the api"})
    assert tried.code == 1
    assert tried.said.startswith("::error file=the api/keys.py,line=3,col=7,title=legacy name OLD_KEY::")


def test_the_action_is_content_with_a_clean_change(action: Callable[..., Tried]) -> None:
    assert action(**{"from": "base", "to": "clean", "root": "the api"}) == Tried(0, "")


def test_the_action_writes_sarif_as_well(action: Callable[..., Tried], changed: Guarded) -> None:
    tried = action(**{"from": "base", "to": "head", "root": "the api", "sarif": "out.sarif", "format": "text"})
    assert tried.code == 1
    assert tried.said.startswith("keys.py:3:7: ")
    (result,) = json.loads((changed.root / "out.sarif").read_text())["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "the%20api/keys.py"


def test_without_commits_the_action_checks_every_file(action: Callable[..., Tried], changed: Guarded) -> None:
    assert action(root="the api").code == 0  # what was there before and is still to go
    changed.git("commit", "-q", "--allow-empty", "-m", "gone\n\nRetired: remove env OLD_KEY")
    assert action(root="the api", inventory="the api/legacy-inventory.yaml").code == 1


def test_the_action_says_what_a_shallow_checkout_lacks(action: Callable[..., Tried]) -> None:
    tried = action(**{"from": "1" * 40, "to": "head", "root": "the api"})
    assert (tried.code, "fetch-depth: 0" in tried.said) == (2, True)


@pytest.mark.parametrize(("tip", "code"), [("head", 1), ("clean", 0)], ids=["a use", "none"])
def test_the_job_checks_a_merge_request_and_writes_the_report(
    changed: Guarded, tmp_path: Path, tip: str, code: int
) -> None:
    program = tmp_path / "bin/codemod"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{SOURCE}" exec "{sys.executable}" -P -m legacy_codemod "$@"\n')
    program.chmod(0o755)
    changed.git("mv", "the api/legacy-inventory.yaml", "inventory.yaml")
    variables = {
        "PATH": f"{program.parent}:{os.environ['PATH']}",
        "WHAT": JOB["rules"][0]["variables"]["WHAT"]
        .replace("$CI_MERGE_REQUEST_DIFF_BASE_SHA", "base")
        .replace("$CI_COMMIT_SHA", tip),
        "ARGUMENTS": "--inventory inventory.yaml",
    }
    checks = [line for line in JOB["script"] if line.startswith("codemod check ")]
    tried = script(changed, "\n".join(checks), variables)
    assert tried.code == code
    report = json.loads((changed.root / JOB["artifacts"]["reports"]["codequality"]).read_text())
    assert [issue["location"] for issue in report] == [{"path": "the api/keys.py", "lines": {"begin": 3}}] * code
