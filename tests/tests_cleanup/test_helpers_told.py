"""Helpers of tests that are told the flag's value: what tells them another one goes, then what they are told."""

from __future__ import annotations

import pytest
from cleaning import SWITCH, USE_NEW, check, of_flag, said

from legacy_codemod.model import Subject

ROWS: dict[str, tuple[Subject, str, str]] = {
    "a method": (
        SWITCH,
        """
        class TestIt(TestCase):
            def check(self, enabled, expected):
                with override_switch("new-router", enabled):
                    self.assertEqual(run(), expected)

            def test_both(self):
                self.check(True, 1)
                self.check(False, 3)

            def test_old(self):
                self.check(enabled=False, expected=3)

            def test_new(self):
                self.check(expected=1, enabled=True)
        """,
        """
        class TestIt(TestCase):
            def check(self, expected):
                self.assertEqual(run(), expected)

            def test_both(self):
                self.check(1)

            def test_new(self):
                self.check(expected=1)
        """,
    ),
    "a function, told by a table too": (
        USE_NEW,
        """
        import os
        from unittest import mock

        import pytest


        def run_with(on, expected=1):
            with mock.patch.dict(os.environ, {"USE_NEW": "true" if on else "false"}):
                assert run() == expected


        def test_both():
            run_with(True)
            run_with(False, 3)


        @pytest.mark.parametrize("on,n", [(True, 1), (False, 3)])
        def test_table(on, n):
            run_with(on, n)


        def test_old():
            run_with(False, expected=3)
        """,
        """
        import os
        from unittest import mock

        import pytest


        def run_with(expected=1):
            assert run() == expected


        def test_both():
            run_with()


        @pytest.mark.parametrize("n", [1])
        def test_table(n):
            run_with(n)
        """,
    ),
    "what is set outlasts the helper": (
        USE_NEW,
        """
        import os


        def switch(value):
            os.environ["USE_NEW"] = value


        def test_a():
            switch("true")
            assert run() == 1
            switch("false")
            assert run() == 3


        def test_b():
            switch("false")
            assert run() == 3
            switch("true")
            assert run() == 1
        """,
        """
        import os


        def test_a():
            assert run() == 1


        def test_b():
            assert run() == 1
        """,
    ),
    "only another value is told": (
        SWITCH,
        """
        class TestIt(TestCase):
            def check(self, enabled):
                with override_switch("new-router", enabled):
                    self.assertEqual(run(), 3)

            def test_old(self):
                self.check(False)

            def test_new(self):
                self.assertEqual(run(), 1)
        """,
        """
        class TestIt(TestCase):
            def test_new(self):
                self.assertEqual(run(), 1)
        """,
    ),
}

STAY: dict[str, str] = {
    "a call that is not understood": (
        "class TestIt(TestCase):\n    def check(self, enabled):\n"
        "        with override_switch('new-router', enabled):\n            self.assertEqual(run(), 3)\n\n"
        "    def test_a(self):\n        self.check(*choose())\n"
    ),
    "a value that is not known": (
        "class TestIt(TestCase):\n    def check(self, enabled):\n"
        "        with override_switch('new-router', enabled):\n            self.assertEqual(run(), 3)\n\n"
        "    def test_a(self):\n        self.check(choose())\n"
    ),
    "a helper that is handed on": (
        "class TestIt(TestCase):\n    def check(self, enabled):\n"
        "        with override_switch('new-router', enabled):\n            self.assertEqual(run(), 3)\n\n"
        "    def test_a(self):\n        repeat(self.check)\n"
    ),
}


@pytest.mark.parametrize(("subject", "before", "after"), ROWS.values(), ids=ROWS)
def test_calls_that_force_another_value_go(subject: Subject, before: str, after: str) -> None:
    check(before, after, of_flag(subject))


@pytest.mark.parametrize("block", STAY.values(), ids=STAY)
def test_a_helper_that_may_be_told_anything_stays_and_is_said(block: str) -> None:
    check(block, block, of_flag(SWITCH))
    assert [line for line, _ in said(block, of_flag(SWITCH))] == [3]
