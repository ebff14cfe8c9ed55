"""Docent against a stub of the resolve API: while it answers, its decision; else the declared default, and a log."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from resolve_stub import ANSWERS, KEY
from story import run_python

HERE = Path(__file__).parent
SETTINGS = {
    "RESTORMEL_PROJECT_ID": "proj_story",
    "DOCENT_API_TOKENS": "acme=t-acme",
    "OPENAI_API_KEY": "sk-story-openai",
    "USE_RESTORMEL_KEYS": "true",
}
WAYS = ("sync", "async", "http")
REFUSED = [
    pytest.param("wrong-key", "ERROR", "resolve failed", "unauthorized", 401, id="a wrong gateway key"),
    pytest.param("unauthorized", "ERROR", "resolve failed", "unauthorized", 401, id="401"),
    pytest.param("blocked", "ERROR", "resolve failed", "policy_blocked", 403, id="403 by a policy"),
    pytest.param(
        "budget", "WARNING", "resolve refused: budget or cap reached", "policy_blocked", 403, id="403 by a budget"
    ),
    pytest.param("no-key", "ERROR", "resolve refused: no provider key stored", "no_key_available", 422, id="422"),
    pytest.param("broken", "ERROR", "resolve failed", "not_json", 500, id="500 without JSON"),
    pytest.param("down", "ERROR", "resolve failed", "ConnectError", 0, id="nobody listening"),
]
Answers = dict[str, dict[str, dict[str, list]]]


@pytest.fixture(scope="module")
def cases() -> Iterator[str]:
    """What is asked, as JSON lines; the stub runs as long as the tests of this file."""
    with (
        subprocess.Popen([sys.executable, str(HERE / "resolve_stub.py")], stdout=subprocess.PIPE, text=True) as stub,
        socket.socket() as nobody,
    ):
        nobody.bind(("127.0.0.1", 0))  # bound, never listening: a connection is refused
        assert stub.stdout
        url = f"http://127.0.0.1:{stub.stdout.readline().strip()}"
        asked = [{"case": name, "base": f"{url}/{name}", "key": KEY} for name in ANSWERS]
        asked.append({"case": "wrong-key", "base": f"{url}/up", "key": "rk_nobody"})
        asked.append({"case": "down", "base": f"http://127.0.0.1:{nobody.getsockname()[1]}", "key": KEY})
        yield "".join(json.dumps(case) + "\n" for case in asked)
        stub.terminate()


def answers_of(folder: Path, cases: str) -> Answers:
    """What Docent in ``folder`` decides and logs, by case and way."""
    done = run_python(folder, str(HERE / "ask_docent.py"), given=cases, **SETTINGS)
    assert done.returncode == 0, done.stderr
    assert "rk_" not in done.stdout + done.stderr
    assert "sk-story" not in done.stdout + done.stderr
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    return {answer.pop("case"): answer for answer in answers}


@pytest.fixture(scope="module")
def answers(finished: Path, cases: str) -> Answers:
    return answers_of(finished, cases)


def test_while_resolve_answers_every_decision_is_its_own(answers: Answers) -> None:
    decided = {way: answer["decided"][0] for way, answer in answers["up"].items()}
    assert decided == dict.fromkeys((*WAYS, "title"), "anthropic/claude-opus-4")
    assert {answers["up"][way]["decided"][1] for way in ("sync", "async", "title")} == {"restormel"}
    assert not [answer["failures"] for answer in answers["up"].values() if answer["failures"]]


@pytest.mark.parametrize(("case", "level", "said", "code", "status"), REFUSED)
def test_when_it_does_not_the_declared_default_decides(
    answers: Answers, case: str, level: str, said: str, code: str, status: int
) -> None:
    assert answers[case]["sync"]["decided"] == ["openai/gpt-4o-mini", "default"]
    assert answers[case]["async"]["decided"] == ["openai/gpt-4o-mini", "default"]
    assert answers[case]["http"]["decided"] == ["openai/gpt-4o-mini", "200"]
    for way in WAYS:
        (logged,) = answers[case][way]["failures"]
        assert (logged["level"], logged["said"], logged["code"], logged["status"]) == (level, said, code, status)


@pytest.mark.parametrize("case", [row.values[0] for row in REFUSED], ids=[row.id for row in REFUSED])
def test_a_title_then_ends_in_the_error_that_was_declared(answers: Answers, case: str) -> None:
    assert answers[case]["title"]["decided"] == ["NoModelAvailable", "no model for titles right now"]
    (logged,) = answers[case]["title"]["failures"]
    assert (logged["level"], logged["said"]) == ("WARNING", "resolve failed for a title")
    assert logged["code"] == answers[case]["sync"]["failures"][0]["code"]


def test_before_the_same_errors_fell_through_to_the_old_router(before: Path, cases: str) -> None:
    answers = answers_of(before, cases)
    assert answers["up"]["sync"]["decided"] == ["anthropic/claude-opus-4", "restormel"]
    for case in answers.keys() - {"up"}:
        decided = {way: answers[case][way]["decided"][1] for way in ("sync", "async", "title")}
        assert decided == dict.fromkeys(decided, "legacy")
