"""Records, mocks and patchers that a name keeps: what is done to them later counts as much as how they begin."""

from __future__ import annotations

import pytest
from cleaning import SWITCH, USE_NEW, check, of_flag, said

from legacy_codemod.model import ExprFlag, Subject

FLAG = ExprFlag("waffle.flag_is_active($R, 'new-router')", True)
NEW = "\n\n    def test_new(self):\n        self.assertEqual(run(), 1)\n"
IN_SET_UP = (
    "class TestIt(TestCase):\n    def setUp(self):\n        self.switch = {}\n        self.path = '/'\n\n"
    "    def test_old(self):\n        {}\n        self.assertEqual(run(), 3)" + NEW
)
IN_SET_UP_AFTER = "class TestIt(TestCase):\n    def setUp(self):\n        self.path = '/'" + NEW
IN_TEST = "def test_a():\n    {}\n    assert run() == 3\n\n\ndef test_b():\n    assert run() == 1\n"
IN_TEST_AFTER = "def test_b():\n    assert run() == 1\n"

TURNED_OFF: dict[str, tuple[str, str]] = {
    "an attribute of a toggled record": (
        'toggle_switch("new-router", True)',
        "self.switch.active = False\n        self.switch.save()",
    ),
    "an attribute of a created record": (
        'Switch.objects.create(name="new-router", active=True)',
        "self.switch.active = False\n        self.switch.save()",
    ),
    "a created record is deleted": (
        'Switch.objects.create(name="new-router", active=True)',
        "self.switch.delete()",
    ),
    "the record is found and turned off": (
        'SwitchFactory(name="new-router", active=True)',
        'switch = Switch.objects.get(name="new-router")\n        switch.active = False\n        switch.save()',
    ),
    "the record is updated by a query": (
        'SwitchFactory(name="new-router", active=True)',
        'Switch.objects.filter(name="new-router").update(active=False)',
    ),
    "the record is deleted by a query": (
        'SwitchFactory(name="new-router", active=True)',
        'Switch.objects.filter(name="new-router").delete()',
    ),
    "the switch is toggled again": ('toggle_switch("new-router", True)', 'toggle_switch("new-router", False)'),
}

OTHER: dict[str, tuple[Subject, str]] = {
    "get_or_create with defaults": (
        SWITCH,
        'Switch.objects.get_or_create(name="new-router", defaults={"active": False})',
    ),
    "get_or_create, and then an attribute": (
        SWITCH,
        ('switch, _ = Switch.objects.get_or_create(name="new-router")\n    switch.active = False\n    switch.save()'),
    ),
    "a record that is made and saved": (SWITCH, 'Switch(name="new-router", active=False).save()'),
    "a record that is made and saved later": (
        SWITCH,
        'switch = Switch(name="new-router", active=False)\n    switch.save()',
    ),
    "a keyword of override_switch": (SWITCH, 'toggle_switch(name="new-router", active=False)'),
}

PARTS: dict[str, tuple[Subject, str, str]] = {
    "a local record that is turned off in the middle": (
        SWITCH,
        """
        def test_a():
            switch = Switch.objects.create(name="new-router", active=True)
            assert run() == 1
            switch.active = False
            switch.save()
            assert run() == 3
        """,
        """
        def test_a():
            assert run() == 1
        """,
    ),
    "a record that is found and turned on": (
        SWITCH,
        """
        def test_a():
            switch = Switch.objects.get(name="new-router")
            switch.active = True
            switch.save()
            assert run() == 1
        """,
        """
        def test_a():
            assert run() == 1
        """,
    ),
    "a helper of the class that turns the record off": (
        SWITCH,
        """
        class TestIt(TestCase):
            def setUp(self):
                self.switch = SwitchFactory(name="new-router", active=True)

            def switch_off(self):
                self.switch.active = False
                self.switch.save()

            def test_old(self):
                self.switch_off()
                self.assertEqual(run(), 3)

            def test_new(self):
                self.assertEqual(run(), 1)
        """,
        """
        class TestIt(TestCase):
            def test_new(self):
                self.assertEqual(run(), 1)
        """,
    ),
    "a class that derives and turns the record off": (
        SWITCH,
        """
        class TestIt(TestCase):
            def setUp(self):
                self.switch = SwitchFactory(name="new-router", active=True)

            def test_new(self):
                self.assertEqual(run(), 1)


        class TestOld(TestIt):
            def test_old(self):
                self.switch.delete()
                self.assertEqual(run(), 3)
        """,
        """
        class TestIt(TestCase):
            def test_new(self):
                self.assertEqual(run(), 1)
        """,
    ),
    "a patcher whose mock is kept too": (
        USE_NEW,
        """
        from unittest import mock


        class TestIt(TestCase):
            def setUp(self):
                patcher = mock.patch("app.resolve.enabled", return_value=True)
                self.enabled = patcher.start()
                self.addCleanup(patcher.stop)
                self.path = "/"

            def test_old(self):
                self.enabled.return_value = False
                self.assertEqual(run(), 3)

            def test_new(self):
                self.assertEqual(run(), 1)
        """,
        """
        from unittest import mock


        class TestIt(TestCase):
            def setUp(self):
                self.path = "/"

            def test_new(self):
                self.assertEqual(run(), 1)
        """,
    ),
    "mocks that are told later what they return": (
        USE_NEW,
        """
        from unittest import mock


        def test_a(mocker):
            enabled = mocker.patch("app.resolve.enabled")
            enabled.return_value = False
            assert run() == 3


        def test_b(mocker):
            enabled = mocker.patch("app.resolve.enabled")
            enabled.return_value = True
            assert run() == 1
            enabled.return_value = False
            assert run() == 3


        @mock.patch("app.resolve.enabled")
        def test_c(enabled):
            enabled.return_value = True
            assert run() == 1


        @mock.patch("app.resolve.enabled")
        def test_d(enabled):
            enabled.return_value = False
            assert run() == 3


        def test_e(class_mocker):
            class_mocker.patch("app.resolve.enabled", side_effect=lambda: True)
            assert run() == 1
        """,
        """
        from unittest import mock


        def test_b():
            assert run() == 1


        def test_c():
            assert run() == 1


        def test_e():
            assert run() == 1
        """,
    ),
}


@pytest.mark.parametrize(("made", "changed"), TURNED_OFF.values(), ids=TURNED_OFF)
def test_a_test_that_turns_a_record_of_its_set_up_off_goes(made: str, changed: str) -> None:
    check(IN_SET_UP.format(made, changed), IN_SET_UP_AFTER, of_flag(SWITCH))


@pytest.mark.parametrize(("subject", "made"), OTHER.values(), ids=OTHER)
def test_a_test_that_makes_a_record_that_is_off_goes(subject: Subject, made: str) -> None:
    check(IN_TEST.format(made), IN_TEST_AFTER, of_flag(subject))


@pytest.mark.parametrize(("subject", "before", "after"), PARTS.values(), ids=PARTS)
def test_only_what_follows_a_change_goes(subject: Subject, before: str, after: str) -> None:
    check(before, after, of_flag(subject))


def test_a_record_that_some_test_sets_to_something_unclear_stays_and_is_said() -> None:
    block = (
        "class TestIt(TestCase):\n    def setUp(self):\n"
        "        self.flag = Flag.objects.create(name='new-router', everyone=True)\n\n"
        "    def test_a(self):\n        self.flag.everyone = None\n        self.flag.percent = 50\n"
        "        self.flag.save()\n        self.assertEqual(run(), 1)\n"
    )
    check(block, block, of_flag(FLAG))
    assert [line for line, _ in said(block, of_flag(FLAG))] == [6]


def test_a_class_of_which_some_test_turns_the_record_on_again_is_said() -> None:
    block = (
        "class TestIt(TestCase):\n    def setUp(self):\n        self.switch = toggle_switch('new-router', False)\n\n"
        "    def test_a(self):\n        self.assertEqual(run(), 3)\n"
        "        self.switch.active = True\n        self.switch.save()\n"
        "        self.assertEqual(run(), 1)\n"
    )
    check(block, block, of_flag(SWITCH))
    [(line, reason), _] = said(block, of_flag(SWITCH))
    assert (line, reason.partition(", of")[0]) == (3, "forces another value for the whole class")
