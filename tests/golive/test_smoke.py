"""The smoke test against a server that keeps the contract, and against every way in which one may not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from restormel_server import ALLOWED, BLOCKED, ENVIRONMENT, GATEWAY, MANAGEMENT, PROJECT, Server, running

from legacy_codemod.golive import smoke, smoke_script
from legacy_codemod.golive.checks import Check
from legacy_codemod.golive.smoke_script import Account, CallError

REPORT = """{"ok": true, "checks": [{"id": "a", "label": "Config", "status": "ok"}]}"""


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with running() as elsewhere, running(elsewhere.base()) as here:
        here.asked = elsewhere.asked  # whoever is asked, it is told
        yield here


@pytest.fixture
def surroundings(monkeypatch: pytest.MonkeyPatch, server: Server) -> Callable[..., None]:
    """Set the environment for one of the server's ways, and change what is given; ``None`` unsets."""

    def surround(way: str = "up", **changed: str | None) -> None:
        base = {"RESTORMEL_BASE_URL": server.base(way), "RESTORMEL_PROJECT_ID": PROJECT}
        keys = {"RESTORMEL_GATEWAY_KEY": GATEWAY, "RESTORMEL_MANAGEMENT_KEY": MANAGEMENT}
        for name, value in (base | keys | {"RESTORMEL_ENVIRONMENT_ID": ENVIRONMENT} | changed).items():
            monkeypatch.delenv(name, raising=False) if value is None else monkeypatch.setenv(name, value)
        server.asked.clear()

    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    return surround


def report(folder: Path, code: int, text: str) -> str:
    """A command that prints ``text`` and ends with ``code``."""
    (folder / "said").write_text(text)
    (folder / "tool.py").write_text(f"import sys\nprint(open({str(folder / 'said')!r}).read())\nsys.exit({code})\n")
    return f"{sys.executable} {folder / 'tool.py'}"


def seen(folder: Path, **options: str) -> dict[str, Check]:
    fine = report(folder, 0, REPORT)
    found = smoke.checks({"blocked": BLOCKED, "timeout": "20", "doctor": fine, "validate": fine} | options)
    return {check.name: check for check in found}


def test_all_is_well(surroundings: Callable[..., None], tmp_path: Path, server: Server) -> None:
    surroundings()
    checks = seen(tmp_path, workload="chat", stage="answer")
    assert [(name, check.passed) for name, check in checks.items()] == [
        (name, True) for name in ("resolve", "allowed model", "blocked model", "doctor", "validate")
    ]
    assert checks["resolve"].said == "anthropic claude-sonnet-4: The first step is healthy."
    assert checks["allowed model"].said == f"{ALLOWED} is allowed"
    assert checks["blocked model"].said == f"{BLOCKED} is blocked (model_blocked)"
    assert server.asked[0][2] == {"environmentId": ENVIRONMENT, "workload": "chat", "stage": "answer"}


WORDS = {
    "unauthorized": "401 unauthorized: the key was refused: is RESTORMEL_GATEWAY_KEY the right one",
    "policy_blocked": "403 policy_blocked: a policy blocks this (budget_exceeded)",
    "route_disabled": "403 route_disabled: the route is disabled",
    "no_route": "404 no_route: there is no such route or project",
    "route_unpublished": "409 route_unpublished: the route is not published",
    "no_key_available": "422 no_key_available: no provider key is stored",
    "resolve_incomplete": "422 resolve_incomplete: the route gave no complete answer",
    "unknown_code": "418 teapot: an error this program does not know",
    "no_code": "500 without an error code",
    "page": "502 without an error code",
    "wrong_json": "the answer is not the JSON of the contract",
    "list": "the answer is not the JSON of the contract",
    "no_data": "the answer is not the JSON of the contract",
    "empty": "the answer is not the JSON of the contract",
    "deep": "the answer is not the JSON of the contract",
    "no_model": "the answer names no provider or no model",
    "numbers": "the answer names no provider or no model",
    "redirect": "307 redirects to 127.0.0.1, and a key is not sent on",
    "slow": "no answer within 1 seconds",
    "drip": "no answer within 1 seconds",
    "drop": "the connection was refused or dropped (RemoteDisconnected)",
    "half": "the connection was refused or dropped (IncompleteRead)",
}


@pytest.mark.parametrize(("way", "says"), WORDS.items(), ids=WORDS.keys())
def test_what_goes_wrong_is_said_in_words(
    surroundings: Callable[..., None], tmp_path: Path, server: Server, way: str, says: str
) -> None:
    surroundings(way)
    checks = seen(tmp_path, allowed=ALLOWED, timeout="1" if way in ("slow", "drip") else "20")
    assert not checks["resolve"].passed
    assert checks["resolve"].said.startswith(says)
    assert not checks["allowed model"].passed
    assert not checks["blocked model"].passed
    assert all(path.startswith(f"/{way}/") for path, _, _ in server.asked), "the key went elsewhere"


@pytest.mark.parametrize("way", ["echo", "echo_error", *WORDS])
def test_no_key_is_ever_told(surroundings: Callable[..., None], tmp_path: Path, way: str) -> None:
    surroundings(way)
    leaky = report(
        tmp_path, 1, f'{{"checks": [{{"status": "fail", "label": "{GATEWAY}", "message": "{MANAGEMENT}"}}]}}'
    )
    found = list(smoke.checks({"blocked": BLOCKED, "timeout": "0.3", "doctor": leaky, "validate": leaky}))
    told = "".join(f"{check.name}{check.said}" for check in found)
    assert "5ecret" not in told
    assert "\x1b" not in told


def test_a_key_is_not_part_of_what_is_printed_of_an_account() -> None:
    assert "5ecret" not in repr(Account(PROJECT, ENVIRONMENT, gateway_key=GATEWAY, management_key=MANAGEMENT))


SURROUNDINGS: dict[str, tuple[dict[str, str | None], str]] = {
    "no gateway key": ({"RESTORMEL_GATEWAY_KEY": None}, "not set: RESTORMEL_GATEWAY_KEY"),
    "an empty key": ({"RESTORMEL_MANAGEMENT_KEY": " "}, "not set: RESTORMEL_MANAGEMENT_KEY"),
    "no project and no environment": (
        {"RESTORMEL_PROJECT_ID": None, "RESTORMEL_ENVIRONMENT_ID": None},
        "not set: RESTORMEL_PROJECT_ID, RESTORMEL_ENVIRONMENT_ID",
    ),
    "a key over two lines": (
        {"RESTORMEL_GATEWAY_KEY": "rk_5ecret\nHost: x"},
        "RESTORMEL_GATEWAY_KEY holds a character",
    ),
    "a key with another script's sign": ({"RESTORMEL_GATEWAY_KEY": "rk_5ecret…"}, "RESTORMEL_GATEWAY_KEY holds a char"),
    "a host in clear text": ({"RESTORMEL_BASE_URL": "http://restormel.dev"}, "RESTORMEL_BASE_URL does not begin with"),
    "a file": ({"RESTORMEL_BASE_URL": "file:///etc/passwd"}, "RESTORMEL_BASE_URL does not begin with https://"),
}


@pytest.mark.parametrize(("changed", "says"), SURROUNDINGS.values(), ids=SURROUNDINGS.keys())
def test_what_the_environment_lacks_is_said_before_anyone_is_called(
    surroundings: Callable[..., None], tmp_path: Path, server: Server, changed: dict[str, str | None], says: str
) -> None:
    surroundings(**changed)
    checks = seen(tmp_path)
    assert checks["account"].said.startswith(says)
    assert "5ecret" not in checks["account"].said
    assert not checks["account"].passed
    assert server.asked == []


def test_an_unknown_host_and_a_closed_port_are_told(surroundings: Callable[..., None], tmp_path: Path) -> None:
    surroundings(RESTORMEL_BASE_URL="http://127.0.0.1:1")
    assert seen(tmp_path)["resolve"].said == "the connection was refused or dropped (ConnectionRefusedError)"
    surroundings(RESTORMEL_BASE_URL="https://nowhere.invalid")
    assert seen(tmp_path, timeout="5")["resolve"].said.startswith(("it cannot be reached", "no answer within"))


def test_a_model_that_should_be_blocked_and_is_not_fails(surroundings: Callable[..., None], tmp_path: Path) -> None:
    surroundings()
    checks = seen(tmp_path, blocked=ALLOWED, allowed=BLOCKED)
    assert (checks["allowed model"].passed, checks["blocked model"].passed) == (False, False)
    assert seen(tmp_path, blocked="")["blocked model"].said.startswith("no model is named")


TOOLS = {
    "a failed check": (
        1,
        '{"checks": [{"status": "fail", "label": "Config", "message": "not found"}]}',
        "Config: not found",
    ),
    "no report": (0, "hello", "exit code 0, and what it printed is no report"),
    "a report without checks": (0, "{}", "exit code 0, and what it printed is no report"),
    "transient failures": (3, '{"checks": []}', "exit code 3"),
    "warnings": (0, '{"checks": [{"status": "warn", "label": "Keys"}]}', "nothing to complain of"),
}


@pytest.mark.parametrize(("code", "text", "says"), TOOLS.values(), ids=TOOLS.keys())
def test_what_doctor_says_is_told(tmp_path: Path, code: int, text: str, says: str) -> None:
    check = smoke_script.tool("doctor", report(tmp_path, code, text))
    assert check.good is (says == "nothing to complain of")
    assert says in check.said


def test_a_tool_that_is_not_there_or_never_ends_is_told(tmp_path: Path) -> None:
    assert "cannot be started" in smoke_script.tool("doctor", "no-such-program-here").said
    (tmp_path / "sleep.py").write_text("import time\ntime.sleep(30)\n")
    said = smoke_script.tool("doctor", f"{sys.executable} {tmp_path / 'sleep.py'}", 0.3).said
    assert said == "took longer than 0.3 seconds"


def test_a_tool_gets_no_key(surroundings: Callable[..., None], tmp_path: Path) -> None:
    surroundings()
    (tmp_path / "env.py").write_text(
        "import json, os\nmarks = [n for n, v in os.environ.items() if '5ecret' in v]\n"
        "print(json.dumps({'checks': [{'status': 'fail', 'label': n} for n in marks]}))\n"
    )
    assert smoke_script.tool("doctor", f"{sys.executable} {tmp_path / 'env.py'}").good


def test_the_script_is_kept_with_its_options_and_runs_alone(surroundings: Callable[..., None], tmp_path: Path) -> None:
    surroundings()
    fine = report(tmp_path, 0, REPORT)
    written = smoke.script({"blocked": BLOCKED, "doctor": fine, "validate": fine, "workload": "it's", "timeout": "10"})
    assert b"5ecret" not in written
    (tmp_path / "smoke_test.py").write_bytes(written)
    command = [sys.executable, "-I", tmp_path / "smoke_test.py"]
    done = subprocess.run(command, capture_output=True, text=True, env=dict(os.environ), check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("PASS  resolve: anthropic claude-sonnet-4: The first step is healthy.\n")
    assert done.stdout.count("PASS") == 5
    surroundings("unauthorized")
    done = subprocess.run(command, capture_output=True, text=True, env=dict(os.environ), check=False)
    assert done.returncode == 1
    assert "5ecret" not in done.stdout + done.stderr


def test_a_call_error_has_the_code_of_the_contract(surroundings: Callable[..., None]) -> None:
    surroundings("no_key_available")
    with pytest.raises(CallError) as caught:
        smoke_script.resolve(smoke_script.account("", 2))
    assert caught.value.code == "no_key_available"


NPX = pytest.mark.skipif(
    shutil.which("npx") is None or not os.environ.get("CODEMOD_TEST_NPX"),
    reason="runs the real tools from the npm registry: needs npx, and CODEMOD_TEST_NPX=1",
)


@NPX
def test_the_real_doctor_and_the_real_validation_are_understood(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    doctor = smoke_script.tool("doctor", smoke_script.OPTIONS["doctor"][0])
    assert doctor == smoke_script.Check(
        "doctor", False, "exit code 1: restormel.config.json: not found (run keys init)"
    )
    (tmp_path / "restormel.config.json").write_text("{}")
    assert smoke_script.tool("doctor", smoke_script.OPTIONS["doctor"][0]).good
    assert smoke_script.tool("validate", smoke_script.OPTIONS["validate"][0]).good
