"""The checklist before the cutover, row by row, and its record."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from real_git import GitFolder
from restormel_server import ALLOWED, BLOCKED, ENVIRONMENT, GATEWAY, MANAGEMENT, PROJECT, Server, running

from legacy_codemod.golive import preflight, smoke
from legacy_codemod.golive.checks import Check, Outcome
from legacy_codemod.golive.preflight import INVALID_KEY, ROWS, Wish
from legacy_codemod.golive.preflight_record import record

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
ATTESTED = {"ui": "Ada", "dashboard": "Grace"}


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with running() as here:
        yield here


@pytest.fixture
def wish(repository: GitFolder, server: Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Wish:
    """A wish with which every row passes."""
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    keys = {"RESTORMEL_GATEWAY_KEY": GATEWAY, "RESTORMEL_MANAGEMENT_KEY": MANAGEMENT, "RESTORMEL_PROJECT_ID": PROJECT}
    for name, value in (keys | {"RESTORMEL_BASE_URL": server.base()}).items():
        monkeypatch.setenv(name, value)
    server.asked.clear()
    (tmp_path / "fine.py").write_text("""print('{"checks": []}')\n""")
    (tmp_path / "app.py").write_text(
        f"import os\nassert os.environ['RESTORMEL_GATEWAY_KEY'] == {INVALID_KEY!r}\nprint('the default answered')\n"
    )
    repository.commit({"code.py": ""})
    line = {"ts": "2026-11-19T10:00:00Z", "source": "restormel", "model": ALLOWED}
    (repository.root / "app.jsonl").write_text(json.dumps(line) + "\n")
    fine = f"{sys.executable} {tmp_path / 'fine.py'}"
    given = {"environment": ENVIRONMENT, "blocked": BLOCKED, "timeout": "20", "doctor": fine, "validate": fine}
    return Wish(
        root=repository.root,
        options=smoke.complete(given),
        test_route="route_test=openai/gpt-4o-mini",
        app=f"{sys.executable} {tmp_path / 'app.py'}",
        expects="the default answered",
        logs=("app.jsonl",),
        attested=ATTESTED,
    )


def nobody(row: str, what: str) -> str:
    assert row
    assert what
    return ""


def seen(wish: Wish, ask: Callable[[str, str], str] = nobody) -> dict[str, Check]:
    return {check.name: check for check in preflight.checks(wish, ask, NOW)}


def test_every_row_passes(wish: Wish) -> None:
    checks = seen(wish)
    assert [name for name, check in checks.items() if not check.passed] == []
    assert list(checks) == list(ROWS)
    assert checks["ui"].said == "attested by Ada, 2026-11-20 09:30 UTC"


def with_options(wish: Wish, **options: str) -> Wish:
    return replace(wish, options={**wish.options, **options})


OTHERS: dict[str, tuple[Callable[[Wish], Wish], str, Outcome, str]] = {
    "no test route": (lambda w: replace(w, test_route=""), "next-step", Outcome.OPEN, "not attested: a route goes on"),
    "the first step serves": (
        lambda w: replace(w, test_route="route_1=openai/gpt-4o-mini"),
        "next-step",
        Outcome.FAILED,
        f"route_1 gives {ALLOWED}, expected openai/gpt-4o-mini",
    ),
    "a model that is not blocked": (
        lambda w: with_options(w, blocked=ALLOWED),
        "policy-blocked",
        Outcome.FAILED,
        f"{ALLOWED} is allowed",
    ),
    "no app": (lambda w: replace(w, app=""), "error-fallback", Outcome.OPEN, "not attested: the app answers though"),
    "an app that fails": (
        lambda w: replace(w, app="exit 7"),
        "error-fallback",
        Outcome.FAILED,
        "with an invalid key the app ended with exit code 7",
    ),
    "an app that says something else": (
        lambda w: replace(w, app="echo $RESTORMEL_MANAGEMENT_KEY"),
        "error-fallback",
        Outcome.FAILED,
        "with an invalid key the app did not print what was expected",
    ),
    "nobody attests": (lambda w: replace(w, attested={}), "ui", Outcome.OPEN, "not attested: the user interface"),
    "a doctor that fails": (lambda w: with_options(w, doctor="false"), "doctor", Outcome.FAILED, "exit code 1"),
    "no logs": (lambda w: replace(w, logs=()), "observed-model", Outcome.OPEN, "not attested: the logs name"),
    "a field that is not there": (
        lambda w: replace(w, model_field="label"),
        "observed-model",
        Outcome.FAILED,
        "no record of the new path has a field 'label'",
    ),
}


@pytest.mark.parametrize(("change", "row", "outcome", "says"), OTHERS.values(), ids=OTHERS.keys())
def test_a_row_that_does_not_pass_says_why(
    wish: Wish, change: Callable[[Wish], Wish], row: str, outcome: Outcome, says: str
) -> None:
    checks = seen(change(wish))
    assert checks[row].outcome is outcome
    assert checks[row].said.startswith(says)
    others = [check.name for check in checks.values() if not check.passed and check.name != row]
    assert others == (["dashboard"] if says.startswith("not attested: the user") else [])
    assert "5ecret" not in "".join(check.said for check in checks.values())


def test_a_fixed_label_in_the_logs_is_not_the_resolved_model(wish: Wish) -> None:
    log = wish.root / "app.jsonl"
    log.write_text(log.read_text().replace(ALLOWED, "our-model"))
    assert seen(wish)["observed-model"].said == f"resolved {ALLOWED}, the last day of the logs has our-model (1)"


def test_only_the_last_day_of_the_logs_counts(wish: Wish) -> None:
    log = wish.root / "app.jsonl"
    log.write_text(log.read_text() + log.read_text().replace("-19T", "-20T").replace(ALLOWED, "old-label"))
    assert not seen(wish)["observed-model"].passed


def test_an_env_file_in_the_history_fails(wish: Wish) -> None:
    GitFolder(wish.root).commit({".env": f"KEY={GATEWAY}\n"})
    check = seen(wish)["secrets"]
    assert not check.passed
    assert ".env (since " in check.said
    assert "5ecret" not in check.said


def test_without_a_repository_the_history_is_not_known(wish: Wish, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    assert not seen(replace(wish, root=tmp_path / "none", logs=()))["secrets"].passed


def test_a_service_that_takes_any_key_shows_nothing(
    wish: Wish, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RESTORMEL_BASE_URL", server.base("echo"))
    assert seen(wish)["error-fallback"].said == "resolve takes an invalid key, so nothing can be shown"
    monkeypatch.setenv("RESTORMEL_BASE_URL", server.base("page"))
    assert seen(wish)["error-fallback"].said.startswith("resolve does not refuse an invalid key: 502")


def test_without_keys_the_rows_that_need_them_fail(wish: Wish, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RESTORMEL_GATEWAY_KEY")
    checks = seen(wish)
    assert list(checks) == list(ROWS)
    assert checks["resolve"].said == "not set: RESTORMEL_GATEWAY_KEY"


def test_a_failed_row_cannot_be_attested(wish: Wish) -> None:
    assert not seen(replace(wish, app="exit 7", attested=ATTESTED | {"error-fallback": "Ada"}))["error-fallback"].passed


def test_only_open_rows_are_asked_for(wish: Wish) -> None:
    asked: list[str] = []
    checks = seen(replace(wish, attested={}, app=""), lambda row, _: asked.append(row) or "Ada")
    assert asked == ["error-fallback", "ui", "dashboard"]
    assert all(check.passed for check in checks.values())


def test_the_record_has_every_row_a_date_and_nothing_that_breaks_its_table(wish: Wish) -> None:
    checks = [*preflight.checks(replace(wish, attested={"ui": "A|da <b>\n# x"}), nobody, NOW)]
    written = record(checks, NOW, "abc1234").decode()
    assert written.startswith("# Before the cutover: 2026-11-20 09:30 UTC\n\n10 of 11 rows pass: **not ready")
    rows = [line for line in written.splitlines() if line.startswith("| ")]
    assert [row.split(" | ")[0].removeprefix("| ") for row in rows] == ["row", *ROWS]
    assert "attested by A\\|da \\<b> # x, 2026-11-20" in written
    assert "5ecret" not in written
