"""A test that leaves the flag alone and says the contrary of one that forces the kept value sees another value."""

from __future__ import annotations

import pytest
from cleaning import SWITCH, USE_NEW, check, of_flag, said

ON = "    @override_switch('new-router', True)\n    def test_on(self):\n        page = self.get('/')\n{}\n"
OFF = "    def test_off(self):\n        page = self.get('/')\n{}\n"
CLASS = "class TestIt(TestCase):\n"
AFTER = ON.replace("    @override_switch('new-router', True)\n", "")

CONTRARY: dict[str, tuple[str, str]] = {
    "another number": ("        self.assertEqual(page.status, 200)", "        self.assertEqual(page.status, 404)"),
    "contains it and does not": (
        "        self.assertContains(page, 'new')",
        "        self.assertNotContains(page, 'new')",
    ),
    "true and false": ("        assert page.is_new", "        assert not page.is_new"),
}


@pytest.mark.parametrize(("kept", "other"), CONTRARY.values(), ids=CONTRARY)
def test_a_twin_that_says_the_contrary_goes(kept: str, other: str) -> None:
    before = f"{CLASS}{ON.format(kept)}\n{OFF.format(other)}"
    check(before, CLASS + AFTER.format(kept), of_flag(SWITCH))


def test_a_twin_in_a_block_goes() -> None:
    check(
        "def test_on():\n    with override_switch('new-router', True):\n        assert run() == 1\n\n\n"
        "def test_off():\n    assert run() == 3\n",
        "def test_on():\n    assert run() == 1\n",
        of_flag(SWITCH),
    )


def test_a_twin_without_what_only_forces_goes() -> None:
    check(
        "def test_on(client, monkeypatch):\n    monkeypatch.setenv('USE_NEW', '1')\n    assert client.run() == 1\n\n\n"
        "def test_off(client):\n    assert client.run() == 3\n",
        "def test_on(client):\n    assert client.run() == 1\n",
        of_flag(USE_NEW),
    )


def test_a_twin_that_requests_something_else_stays() -> None:
    rest = "\n\ndef test_off(client):\n    assert client.run() == 3\n"
    check(
        "def test_on(client, admin, monkeypatch):\n    monkeypatch.setenv('USE_NEW', '1')\n"
        f"    assert client.run() == 1\n{rest}",
        f"def test_on(client, admin):\n    assert client.run() == 1\n{rest}",
        of_flag(USE_NEW),
    )


def test_a_twin_of_a_test_that_sets_something_else_too_stays() -> None:
    rest = "\n\ndef test_off():\n    assert run() == 3\n"
    start = "import os\nfrom unittest import mock\n\n\n"
    check(
        f"{start}@mock.patch.dict(os.environ, {{'USE_NEW': '1', 'LIMIT': '2'}})\n"
        f"def test_on():\n    assert run() == 1\n{rest}",
        f"{start}@mock.patch.dict(os.environ, {{'LIMIT': '2'}})\ndef test_on():\n    assert run() == 1\n{rest}",
        of_flag(USE_NEW),
    )


def test_a_twin_that_says_something_else_stays_and_is_said() -> None:
    kept, other = "        self.assertContains(page, 'on')", "        self.assertContains(page, 'off')"
    before = f"{CLASS}{ON.format(kept)}\n{OFF.format(other)}"
    check(before, f"{CLASS}{AFTER.format(kept)}\n{OFF.format(other)}", of_flag(SWITCH))
    [(line, reason)] = said(before, of_flag(SWITCH))
    assert (line, reason.partition(",")[0]) == (7, "does what test_on does")


@pytest.mark.parametrize(
    "other",
    [
        pytest.param("    def test_off(self):\n        page = self.post('/')\n", id="it does something else"),
        pytest.param(
            "    @override_switch('other', True)\n    def test_off(self):\n        page = self.get('/')\n",
            id="it runs under something else",
        ),
    ],
)
def test_a_test_that_is_no_twin_stays(other: str) -> None:
    kept = "        self.assertEqual(page.status, 200)"
    denied = f"{other}        self.assertEqual(page.status, 404)\n"
    before = f"{CLASS}{ON.format(kept)}\n{denied}"
    check(before, f"{CLASS}{AFTER.format(kept)}\n{denied}", of_flag(SWITCH))
    assert not said(before, of_flag(SWITCH))


def test_a_test_that_asserts_of_something_else_is_no_twin() -> None:
    before = (
        "def test_on(monkeypatch):\n    monkeypatch.setenv('USE_NEW', '1')\n    assert run() == 1\n\n\n"
        "def test_fine():\n    assert fine() == 3\n"
    )
    assert not said(before, of_flag(USE_NEW))
