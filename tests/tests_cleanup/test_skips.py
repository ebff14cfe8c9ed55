"""Tests that the kept value skips go; marks that it makes skip nothing go too."""

from __future__ import annotations

import pytest
from cleaning import USE_NEW, check, of_flag

START = "import os\nimport unittest\n\nimport pytest\n\nfrom app.flags import enabled\n"
STAYS = "\n\ndef test_stays():\n    assert run()\n"

SKIPPED: dict[str, str] = {
    "skipIf": '@unittest.skipIf(os.getenv("USE_NEW") == "true", "old only")\ndef test_a():\n    assert run() == 3\n',
    "skipUnless": "@unittest.skipUnless(not enabled(), 'old only')\ndef test_a():\n    assert run() == 3\n",
    "skipif of a class": (
        '@pytest.mark.skipif(enabled(), reason="x")\nclass TestOld:\n    def test_a(self):\n        assert run() == 3\n'
    ),
    "a mark with a name": (
        'old_only = pytest.mark.skipif(enabled(), reason="old")\n\n\n@old_only\ndef test_a():\n    assert run() == 3\n'
    ),
    "the mark of a class": (
        "class TestOld:\n    pytestmark = pytest.mark.skipif(enabled(), reason='old')\n\n"
        "    def test_a(self):\n        assert run() == 3\n"
    ),
    "skip inside": "def test_a():\n    if enabled():\n        pytest.skip('old')\n    assert run() == 3\n",
    "skipTest of a set-up": (
        "class TestOld(TestCase):\n    def setUp(self):\n        if enabled():\n            self.skipTest('old')\n\n"
        "    def test_a(self):\n        self.assertEqual(run(), 3)\n"
    ),
    "skip in a fixture": (
        "@pytest.fixture\ndef old():\n    if enabled():\n        pytest.skip('old')\n\n\n"
        "def test_a(old):\n    assert run() == 3\n"
    ),
}

RUNS: dict[str, tuple[str, str]] = {
    "skipUnless": (
        '@unittest.skipUnless(os.getenv("USE_NEW") == "true", "new only")\ndef test_a():\n    assert run() == 1\n',
        "def test_a():\n    assert run() == 1\n",
    ),
    "skipif of a class": (
        (
            '@pytest.mark.skipif(not enabled(), reason="new")\n@pytest.mark.slow\nclass TestNew:\n'
            "    def test_a(self):\n        assert run() == 1\n"
        ),
        "@pytest.mark.slow\nclass TestNew:\n    def test_a(self):\n        assert run() == 1\n",
    ),
    "xfail": (
        '@pytest.mark.xfail(not enabled(), reason="new")\ndef test_a():\n    assert run() == 1\n',
        "def test_a():\n    assert run() == 1\n",
    ),
    "a mark with a name": (
        (
            'new_only = pytest.mark.skipif(not enabled(), reason="new")\n\n\n@new_only\n'
            "def test_a():\n    assert run() == 1\n\n\n@new_only\ndef test_b():\n    assert run() == 1\n"
        ),
        "def test_a():\n    assert run() == 1\n\n\ndef test_b():\n    assert run() == 1\n",
    ),
}

UNCHANGED: dict[str, str] = {
    "another condition": '@unittest.skipIf(os.name == "nt", "x")\ndef test_a():\n    assert run() == 1\n',
    "a skip after something was checked": (
        "def test_a():\n    assert run()\n    if enabled():\n        pytest.skip('old')\n    assert run() == 3\n"
    ),
    "an expected failure that is still expected": (
        '@pytest.mark.xfail(enabled(), reason="not yet")\ndef test_a():\n    assert run() == 3\n'
    ),
}


@pytest.mark.parametrize("block", SKIPPED.values(), ids=SKIPPED)
def test_what_the_kept_value_skips_goes(block: str) -> None:
    check(f"{START}\n\n{block}{STAYS}", f"{START}{STAYS}", of_flag(USE_NEW))


@pytest.mark.parametrize(("before", "after"), RUNS.values(), ids=RUNS)
def test_marks_that_skip_nothing_go(before: str, after: str) -> None:
    check(f"{START}\n\n{before}", f"{START}\n\n{after}", of_flag(USE_NEW))


@pytest.mark.parametrize("block", UNCHANGED.values(), ids=UNCHANGED)
def test_what_skips_for_other_reasons_stays(block: str) -> None:
    check(f"{START}\n\n{block}", f"{START}\n\n{block}", of_flag(USE_NEW))
