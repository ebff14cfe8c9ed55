"""What a class forces for each of its tests, and what its tests and the classes that derive from it make of that."""

from __future__ import annotations

import pytest
from cleaning import OFF, SWITCH, USE_NEW, check, of_flag, said

from legacy_codemod.model import Subject

ROWS: dict[str, tuple[Subject, str, str]] = {
    "another value for the class, the kept one for some of its tests": (
        USE_NEW,
        """
        import os


        class TestIt:
            def setup_method(self):
                os.environ["USE_NEW"] = "false"

            def test_a(self):
                assert run() == 3

            def test_b(self):
                os.environ["USE_NEW"] = "true"
                assert run() == 1
        """,
        """
        import os


        class TestIt:
            def test_b(self):
                assert run() == 1
        """,
    ),
    "a decorator of the class, and decorators of its tests": (
        SWITCH,
        """
        @override_switch("new-router", active=False)
        class TestIt(TestCase):
            def test_a(self):
                self.assertEqual(run(), 3)

            @override_switch("new-router", active=True)
            def test_b(self):
                self.assertEqual(run(), 1)


        @override_switch("new-router", active=True)
        class TestOther(TestCase):
            def test_a(self):
                self.assertEqual(run(), 1)

            @override_switch("new-router", active=False)
            def test_b(self):
                self.assertEqual(run(), 3)
        """,
        """
        class TestIt(TestCase):
            def test_b(self):
                self.assertEqual(run(), 1)


        class TestOther(TestCase):
            def test_a(self):
                self.assertEqual(run(), 1)
        """,
    ),
    "an attribute of the class that a suite is run again with": (
        USE_NEW,
        """
        import os


        class Suite(TestCase):
            value = "true"

            def setUp(self):
                os.environ["USE_NEW"] = self.value

            def test_a(self):
                self.assertTrue(run())


        class OldSuite(Suite):
            value = "false"


        class MoreSuite(Suite):
            def test_b(self):
                self.assertTrue(run())
        """,
        """
        import os


        class Suite(TestCase):
            value = "true"

            def test_a(self):
                self.assertTrue(run())


        class MoreSuite(Suite):
            def test_b(self):
                self.assertTrue(run())
        """,
    ),
    "an attribute that only the classes that derive have": (
        OFF,
        """
        from app import flags


        class Suite:
            def setUp(self):
                flags.PICKER = self.picker

            def test_a(self):
                self.assertTrue(run())


        class OldSuite(Suite, TestCase):
            picker = True


        class NewSuite(Suite, TestCase):
            picker = False
        """,
        """
        from app import flags


        class Suite:
            def test_a(self):
                self.assertTrue(run())


        class NewSuite(Suite, TestCase):
            picker = False
        """,
    ),
    "a suite that is run again by another set-up": (
        USE_NEW,
        """
        import os


        class Suite(TestCase):
            def setUp(self):
                os.environ["USE_NEW"] = "true"

            def test_a(self):
                self.assertTrue(run())


        class OldSuite(Suite):
            def setUp(self):
                super().setUp()
                os.environ["USE_NEW"] = "false"
        """,
        """
        import os


        class Suite(TestCase):
            def test_a(self):
                self.assertTrue(run())
        """,
    ),
    "a fixture of a class that every test of it runs": (
        USE_NEW,
        """
        import pytest


        class TestOld:
            @pytest.fixture(autouse=True)
            def old(self, monkeypatch):
                monkeypatch.setenv("USE_NEW", "false")

            def test_a(self):
                assert run() == 3


        class TestNew:
            @pytest.fixture(autouse=True)
            def new(self, monkeypatch):
                monkeypatch.setenv("USE_NEW", "true")

            def test_a(self):
                assert run() == 1
        """,
        """
        import pytest


        class TestNew:
            def test_a(self):
                assert run() == 1
        """,
    ),
}

STAY: dict[str, str] = {
    "a test checks something before it forces the kept value": (
        "import os\n\n\nclass TestIt:\n    def setup_method(self):\n        os.environ['USE_NEW'] = 'false'\n\n"
        "    def test_a(self):\n        assert run() == 3\n        os.environ['USE_NEW'] = 'true'\n"
        "        assert run() == 1\n"
    ),
    "a class that derives forces the kept value": (
        "import os\n\n\nclass Suite:\n    def setup_method(self):\n        os.environ['USE_NEW'] = 'false'\n\n"
        "    def test_a(self):\n        assert run()\n\n\nclass TestNew(Suite):\n    def setup_method(self):\n"
        "        os.environ['USE_NEW'] = 'true'\n"
    ),
}


@pytest.mark.parametrize(("subject", "before", "after"), ROWS.values(), ids=ROWS)
def test_only_what_sees_another_value_goes(subject: Subject, before: str, after: str) -> None:
    check(before, after, of_flag(subject))


@pytest.mark.parametrize("block", STAY.values(), ids=STAY)
def test_a_class_of_both_sides_stays_and_is_said(block: str) -> None:
    check(block, block, of_flag(USE_NEW))
    found = said(block, of_flag(USE_NEW))
    assert found[0] == (
        6,
        "forces another value for the whole class, of which some tests force the kept one: cut it by hand",
    )
