"""Set-up that forces a flag to its kept value is dropped, with what it alone needed."""

from __future__ import annotations

import pytest
from cleaning import CONFIG, OFF, PERCENT, SWITCH, USE_NEW, check, of_flag

from legacy_codemod.model import NameFlag, Subject

Row = tuple[Subject, str, str]

UNCHANGED = {
    "another variable": 'def test_a(monkeypatch):\n    monkeypatch.setenv("OTHER", "true")\n    assert run()\n',
    "a variable with a longer name": (
        'def test_a(monkeypatch):\n    monkeypatch.setenv("USE_NEW_2", "true")\n    assert run()\n'
    ),
    "a read of the variable": 'def test_a():\n    assert read("USE_NEW")\n',
    "a string that names it": 'def test_a():\n    assert "USE_NEW" in documentation()\n',
    "a parameter that was unused before": "def test_a(monkeypatch, caplog):\n    assert run()\n",
    "a fixture that was empty before": (
        "import pytest\n\n\n@pytest.fixture\ndef nothing():\n    pass\n\n\ndef test_a(nothing):\n    assert run()\n"
    ),
    "another function of the same name": (
        "from unittest import mock\n\n\n"
        '@mock.patch("app.other.enabled", return_value=True)\ndef test_a(enabled):\n'
        "    assert run()\n"
    ),
    "a dictionary that is not the environment": 'def test_a(d):\n    d["USE_NEW"] = "true"\n    assert run(d)\n',
}

ENV: dict[str, tuple[str, str]] = {
    "setenv goes, and monkeypatch with it": (
        'def test_a(stub, monkeypatch):\n    monkeypatch.setenv("USE_NEW", "true")\n    assert run(stub)\n',
        "def test_a(stub):\n    assert run(stub)\n",
    ),
    "monkeypatch stays where it is still used": (
        """
        def test_a(monkeypatch):
            monkeypatch.setenv("USE_NEW", "true")
            monkeypatch.setenv("OTHER", "x")
            assert run()
        """,
        """
        def test_a(monkeypatch):
            monkeypatch.setenv("OTHER", "x")
            assert run()
        """,
    ),
    "the only parameter goes": (
        'def test_a(\n    monkeypatch,\n):\n    monkeypatch.setenv("USE_NEW", "true")\n    assert run()\n',
        "def test_a():\n    assert run()\n",
    ),
    "an annotated parameter goes": (
        (
            "def test_a(monkeypatch: pytest.MonkeyPatch, stub: Stub) -> None:\n"
            '    monkeypatch.setenv("USE_NEW", "true")\n    assert run(stub)\n'
        ),
        "def test_a(stub: Stub) -> None:\n    assert run(stub)\n",
    ),
    "the comment above goes, the blank line around it too": (
        """
        def test_a(monkeypatch):
            # as in production
            monkeypatch.setenv("USE_NEW", "true")

            # the answer
            assert run()
        """,
        """
        def test_a():
            # the answer
            assert run()
        """,
    ),
    "another word for the same side": (
        'def test_a(monkeypatch):\n    monkeypatch.setenv("USE_NEW", "1")\n    assert run()\n',
        "def test_a():\n    assert run()\n",
    ),
    "a constant that holds the value": (
        'ON = "true"\n\n\ndef test_a(monkeypatch):\n    monkeypatch.setenv("USE_NEW", ON)\n    assert run()\n',
        'ON = "true"\n\n\ndef test_a():\n    assert run()\n',
    ),
    "an item of os.environ": (
        'import os\n\n\ndef test_a():\n    os.environ["USE_NEW"] = "true"\n    assert run()\n',
        "import os\n\n\ndef test_a():\n    assert run()\n",
    ),
    "os.environ at the top of the file": (
        'import os\n\nos.environ["USE_NEW"] = "true"\nos.environ["OTHER"] = "x"\n\n\ndef test_a():\n    assert run()\n',
        'import os\n\nos.environ["OTHER"] = "x"\n\n\ndef test_a():\n    assert run()\n',
    ),
    "a block over os.environ is dedented": (
        """
        from unittest import mock


        def test_a():
            with mock.patch.dict("os.environ", {"USE_NEW": "true"}):
                # inside
                assert run()

                assert run() == '''
            text'''
        """,
        """
        from unittest import mock


        def test_a():
            # inside
            assert run()

            assert run() == '''
            text'''
        """,
    ),
    "one of several items of a block": (
        """
        import os
        from unittest.mock import patch


        def test_a():
            with patch.dict(os.environ, {"USE_NEW": "true"}), patch("app.other.now") as now:
                assert run(now)
        """,
        """
        import os
        from unittest.mock import patch


        def test_a():
            with patch("app.other.now") as now:
                assert run(now)
        """,
    ),
    "one of several variables of patch.dict": (
        """
        import os
        from unittest.mock import patch


        @patch.dict(os.environ, {"OTHER": "x", "USE_NEW": "true"})
        def test_a():
            assert run()
        """,
        """
        import os
        from unittest.mock import patch


        @patch.dict(os.environ, {"OTHER": "x"})
        def test_a():
            assert run()
        """,
    ),
    "a variable of patch.dict that also clears": (
        (
            "import os\nfrom unittest.mock import patch\n\n\n"
            '@patch.dict(os.environ, {"USE_NEW": "true"}, clear=True)\ndef test_a():\n'
            "    assert run()\n"
        ),
        (
            "import os\nfrom unittest.mock import patch\n\n\n"
            "@patch.dict(os.environ, {}, clear=True)\ndef test_a():\n    assert run()\n"
        ),
    ),
    "patch.dict with keywords": (
        (
            "import os\nfrom unittest.mock import patch\n\n\n"
            '@patch.dict(os.environ, USE_NEW="true")\ndef test_a():\n    assert run()\n'
        ),
        "import os\nfrom unittest.mock import patch\n\n\ndef test_a():\n    assert run()\n",
    ),
    "a decorator that injects its mock, between two others": (
        """
        from unittest import mock


        @mock.patch("app.other.now")
        @mock.patch("app.resolve.enabled", return_value=True)
        @mock.patch("app.other.log")
        def test_a(log, enabled, now, stub):
            assert run(log, now, stub)
            enabled.assert_called_once()
        """,
        """
        from unittest import mock


        @mock.patch("app.other.now")
        @mock.patch("app.other.log")
        def test_a(log, now, stub):
            assert run(log, now, stub)
        """,
    ),
    "a decorator of a method": (
        """
        from unittest import TestCase, mock


        class TestIt(TestCase):
            @mock.patch("app.flags.enabled", return_value=True)
            def test_a(self, enabled):
                self.assertTrue(run())
        """,
        """
        from unittest import TestCase, mock


        class TestIt(TestCase):
            def test_a(self):
                self.assertTrue(run())
        """,
    ),
    "a decorator of a class, whose mock every test has a parameter for": (
        """
        from unittest import mock


        @mock.patch("app.resolve.enabled", return_value=True)
        class TestIt(TestCase):
            def test_a(self, enabled):
                self.assertTrue(run())

            @mock.patch("app.other.log")
            def test_b(self, log, enabled):
                self.assertTrue(run(log))
        """,
        """
        from unittest import mock


        class TestIt(TestCase):
            def test_a(self):
                self.assertTrue(run())

            @mock.patch("app.other.log")
            def test_b(self, log):
                self.assertTrue(run(log))
        """,
    ),
    "a decorator with a new value injects nothing": (
        (
            "from unittest import mock\n\n\n"
            '@mock.patch("app.resolve.enabled", new=lambda: True)\ndef test_a(stub):\n'
            "    assert run(stub)\n"
        ),
        "from unittest import mock\n\n\ndef test_a(stub):\n    assert run(stub)\n",
    ),
    "a patched object, in the module that imports the function": (
        "from app import resolve\n\n\ndef test_a(monkeypatch):\n"
        '    monkeypatch.setattr(resolve, "enabled", lambda: True)\n    assert run()\n',
        "from app import resolve\n\n\ndef test_a():\n    assert run()\n",
    ),
    "an attribute of the settings object": (
        (
            "from app.flags import settings\n\n\ndef test_a(monkeypatch):\n"
            '    monkeypatch.setattr(settings, "use_new", True)\n    assert run()\n'
        ),
        "from app.flags import settings\n\n\ndef test_a():\n    assert run()\n",
    ),
    "the settings object by a path": (
        'def test_a(mocker):\n    mocker.patch("app.flags.settings.use_new", True)\n    assert run()\n',
        "def test_a():\n    assert run()\n",
    ),
    "what a mock returns is said in the block": (
        """
        from unittest import mock


        def test_a():
            with mock.patch("app.resolve.enabled") as enabled:
                enabled.return_value = True
                assert run()
        """,
        """
        from unittest import mock


        def test_a():
            assert run()
        """,
    ),
    "a patcher that is started and stopped": (
        """
        from unittest import TestCase, mock


        class TestIt(TestCase):
            def setUp(self):
                self.patcher = mock.patch("app.resolve.enabled", return_value=True)
                self.patcher.start()
                self.addCleanup(self.patcher.stop)

            def test_a(self):
                self.assertEqual(run(), 1)
        """,
        """
        from unittest import TestCase, mock


        class TestIt(TestCase):
            def test_a(self):
                self.assertEqual(run(), 1)
        """,
    ),
    "a fixture that empties goes, where it is requested too": (
        """
        import pytest


        @pytest.fixture
        def keys_on(monkeypatch):
            \"\"\"As in production.\"\"\"
            monkeypatch.setenv("USE_NEW", "true")


        @pytest.fixture
        def client(keys_on):
            return Client()


        def test_a(keys_on, client):
            assert client.run()


        @pytest.mark.usefixtures("keys_on")
        class TestIt:
            @pytest.mark.usefixtures("keys_on", "other")
            def test_b(self):
                assert run()
        """,
        """
        import pytest


        @pytest.fixture
        def client():
            return Client()


        def test_a(client):
            assert client.run()


        class TestIt:
            @pytest.mark.usefixtures("other")
            def test_b(self):
                assert run()
        """,
    ),
    "an emptied fixture that yields": (
        """
        import os

        import pytest


        @pytest.fixture(autouse=True)
        def keys_on():
            os.environ["USE_NEW"] = "true"
            yield
            del os.environ["USE_NEW"]


        def test_a():
            assert run()
        """,
        """
        import os

        import pytest


        def test_a():
            assert run()
        """,
    ),
    "a fixture that does more keeps the rest": (
        """
        import pytest


        @pytest.fixture
        def stub(monkeypatch):
            monkeypatch.setenv("USE_NEW", "true")
            return Stub()


        def test_a(stub):
            assert run(stub)
        """,
        """
        import pytest


        @pytest.fixture
        def stub():
            return Stub()


        def test_a(stub):
            assert run(stub)
        """,
    ),
    "a fixture in which the last of two counts": (
        """
        import pytest


        @pytest.fixture
        def stub(monkeypatch):
            monkeypatch.setenv("USE_NEW", "false")
            monkeypatch.setenv("USE_NEW", "true")
            return Stub()


        def test_a(stub):
            assert run(stub)
        """,
        """
        import pytest


        @pytest.fixture
        def stub():
            return Stub()


        def test_a(stub):
            assert run(stub)
        """,
    ),
    "an emptied fixture whose value is read stays": (
        """
        import pytest


        @pytest.fixture
        def switch(monkeypatch):
            monkeypatch.setenv("USE_NEW", "true")
            return None


        def test_a(switch):
            assert run(switch)
        """,
        """
        import pytest


        @pytest.fixture
        def switch():
            return None


        def test_a(switch):
            assert run(switch)
        """,
    ),
    "an emptied helper that is handed on stays": (
        """
        import os


        def switch_on():
            os.environ["USE_NEW"] = "true"


        def test_a():
            repeat(switch_on)
            assert run()
        """,
        """
        import os


        def switch_on():
            pass


        def test_a():
            repeat(switch_on)
            assert run()
        """,
    ),
    "a block that empties goes": (
        """
        from unittest import mock


        def test_a():
            with mock.patch("app.resolve.enabled", return_value=True) as enabled:
                enabled.reset_mock()
            assert run()
        """,
        """
        from unittest import mock


        def test_a():
            assert run()
        """,
    ),
    "a helper that empties goes with its calls": (
        """
        def switch_on(monkeypatch):
            monkeypatch.setenv("USE_NEW", "true")


        def test_a(monkeypatch):
            switch_on(monkeypatch)
            assert run()
        """,
        """
        def test_a():
            assert run()
        """,
    ),
    "a column of a table that held the value": (
        """
        import pytest


        @pytest.mark.parametrize("switch, kind", [("true", "a"), ("1", "b")])
        def test_a(monkeypatch, switch, kind):
            monkeypatch.setenv("USE_NEW", switch)
            assert run(kind)
        """,
        """
        import pytest


        @pytest.mark.parametrize("kind", ["a", "b"])
        def test_a(kind):
            assert run(kind)
        """,
    ),
    "a test that asserts the flag and nothing else": (
        """
        from app.flags import enabled


        def test_a(monkeypatch):
            monkeypatch.setenv("USE_NEW", "true")
            assert enabled()


        def test_b():
            assert run()
        """,
        """
        from app.flags import enabled


        def test_b():
            assert run()
        """,
    ),
}

OTHERS: dict[str, Row] = {
    "a constant by a value of the same truth": (
        OFF,
        'def test_a(monkeypatch):\n    monkeypatch.setattr("app.flags.PICKER", 0)\n    assert run()\n',
        "def test_a():\n    assert run()\n",
    ),
    "the percentage of a rollout": (
        PERCENT,
        'def test_a(monkeypatch):\n    monkeypatch.setenv("PERCENT", "100")\n    assert run()\n',
        "def test_a():\n    assert run()\n",
    ),
    "a constant": (
        OFF,
        (
            "from app import flags\n\n\ndef test_a(monkeypatch):\n"
            '    monkeypatch.setattr(flags, "PICKER", False)\n    assert run()\n'
        ),
        "from app import flags\n\n\ndef test_a():\n    assert run()\n",
    ),
    "a constant by its path": (
        OFF,
        'def test_a(monkeypatch):\n    monkeypatch.setattr("app.flags.PICKER", False)\n    assert run()\n',
        "def test_a():\n    assert run()\n",
    ),
    "one of Django's settings, overridden for a test": (
        NameFlag("project.settings.NEW_CHECKOUT", True),
        (
            "from django.test import override_settings\n\n\n"
            "@override_settings(NEW_CHECKOUT=True)\ndef test_a(self):\n    assert run()\n"
        ),
        "from django.test import override_settings\n\n\ndef test_a(self):\n    assert run()\n",
    ),
    "one of several of Django's settings": (
        NameFlag("project.settings.NEW_CHECKOUT", True),
        (
            "from django.test import override_settings\n\n\n"
            "@override_settings(NEW_CHECKOUT=True, DEBUG=True)\ndef test_a(self):\n"
            "    assert run()\n"
        ),
        (
            "from django.test import override_settings\n\n\n"
            "@override_settings(DEBUG=True)\ndef test_a(self):\n    assert run()\n"
        ),
    ),
    "a block over Django's settings": (
        NameFlag("project.settings.NEW_CHECKOUT", True),
        (
            "class TestIt(TestCase):\n    def test_a(self):\n"
            "        with self.settings(NEW_CHECKOUT=True):\n"
            "            self.assertEqual(run(), 1)\n"
        ),
        "class TestIt(TestCase):\n    def test_a(self):\n        self.assertEqual(run(), 1)\n",
    ),
    "pytest-django's settings": (
        NameFlag("project.settings.NEW_CHECKOUT", True),
        "def test_a(settings, client):\n    settings.NEW_CHECKOUT = True\n    assert client.run()\n",
        "def test_a(client):\n    assert client.run()\n",
    ),
    "a switch that is overridden by decorator": (
        SWITCH,
        (
            "from waffle.testutils import override_switch\n\n\n"
            '@override_switch("new-router", active=True)\ndef test_a():\n    assert run()\n'
        ),
        "from waffle.testutils import override_switch\n\n\ndef test_a():\n    assert run()\n",
    ),
    "a switch whose key a constant holds": (
        SWITCH,
        (
            "from app.flags import SWITCH\n\n\ndef test_a():\n"
            "    with override_switch(SWITCH, True):\n        assert run()\n"
        ),
        "from app.flags import SWITCH\n\n\ndef test_a():\n    assert run()\n",
    ),
    "a switch that is toggled": (
        SWITCH,
        'def test_a():\n    toggle_switch("new-router", True)\n    assert run()\n',
        "def test_a():\n    assert run()\n",
    ),
    "a key that is set beside its reader": (
        CONFIG,
        'def test_a():\n    set_config("new-router", 1)\n    set_config("other", 1)\n    assert run()\n',
        'def test_a():\n    set_config("other", 1)\n    assert run()\n',
    ),
}


@pytest.mark.parametrize("block", UNCHANGED.values(), ids=UNCHANGED)
def test_what_is_not_about_the_flag_stays(block: str) -> None:
    check(block, block, of_flag(USE_NEW))


@pytest.mark.parametrize(("before", "after"), ENV.values(), ids=ENV)
def test_a_variable_is_no_longer_forced(before: str, after: str) -> None:
    check(before, after, of_flag(USE_NEW))


@pytest.mark.parametrize(("subject", "before", "after"), OTHERS.values(), ids=OTHERS)
def test_names_and_keys_are_no_longer_forced(subject: Subject, before: str, after: str) -> None:
    check(before, after, of_flag(subject))
