"""Tests that force a flag to another value go: whole, by row, or from the forcing on; what cannot be cut is said."""

from __future__ import annotations

import pytest
from cleaning import CONFIG, GONE, OFF, PERCENT, SWITCH, TEST, USE_NEW, Files, check, check_files, of_flag, said

from legacy_codemod.model import NameFlag, Subject

STAYS = "\n\ndef test_stays():\n    assert run()\n"

WHOLE: dict[str, tuple[Subject, str]] = {
    "setenv": (
        USE_NEW,
        'def test_a(monkeypatch):\n    monkeypatch.setenv("USE_NEW", "false")\n    assert run() == 3\n',
    ),
    "setenv after some preparation": (
        USE_NEW,
        (
            "def test_a(monkeypatch):\n    stub = Stub()\n"
            '    monkeypatch.setenv("USE_NEW", "0")\n    assert run(stub) == 3\n'
        ),
    ),
    "delenv": (
        USE_NEW,
        'def test_a(monkeypatch):\n    monkeypatch.delenv("USE_NEW", raising=False)\n    assert run() == 3\n',
    ),
    "os.environ": (USE_NEW, 'import os\n\n\ndef test_a():\n    os.environ["USE_NEW"] = "no"\n    assert run() == 3\n'),
    "a block": (
        USE_NEW,
        (
            "import os\nfrom unittest.mock import patch\n\n\ndef test_a():\n"
            '    with patch.dict(os.environ, {"USE_NEW": "false"}):\n'
            "        assert run() == 3\n"
        ),
    ),
    "a decorator": (
        USE_NEW,
        (
            "from unittest import mock\n\n\n# the old way\n"
            '@mock.patch("app.resolve.enabled", return_value=False)\ndef test_a(enabled):\n'
            "    assert run() == 3\n"
        ),
    ),
    "an attribute": (
        USE_NEW,
        (
            "from app import resolve\n\n\ndef test_a(monkeypatch):\n"
            '    monkeypatch.setattr(resolve, "enabled", lambda: False)\n'
            "    assert run() == 3\n"
        ),
    ),
    "inside a block, before anything is asserted": (
        USE_NEW,
        (
            "def test_a(monkeypatch):\n    with Client() as client:\n"
            '        monkeypatch.setenv("USE_NEW", "false")\n'
            "        assert client.run() == 3\n"
        ),
    ),
    "a percentage below the kept one": (
        PERCENT,
        'def test_a(monkeypatch):\n    monkeypatch.setenv("PERCENT", "5")\n    assert run() == 3\n',
    ),
    "a constant": (
        OFF,
        'def test_a(monkeypatch):\n    monkeypatch.setattr("app.flags.PICKER", True)\n    assert run() == 3\n',
    ),
    "Django's settings": (
        NameFlag("project.settings.NEW_CHECKOUT", True),
        (
            "from django.test import override_settings\n\n\n"
            "@override_settings(NEW_CHECKOUT=False)\ndef test_a(self):\n"
            "    assert run() == 3\n"
        ),
    ),
    "a switch": (SWITCH, '@override_switch("new-router", active=False)\ndef test_a():\n    assert run() == 3\n'),
    "a key of a store": (CONFIG, 'def test_a():\n    set_config("new-router", 0)\n    assert run() == 3\n'),
    "every row of a table": (
        USE_NEW,
        (
            'import pytest\n\n\n@pytest.mark.parametrize("value", ["false", "0"])\n'
            'def test_a(monkeypatch, value):\n    monkeypatch.setenv("USE_NEW", value)\n'
            "    assert run() == 3\n"
        ),
    ),
    "an assertion that the flag is off": (
        USE_NEW,
        "from app.flags import enabled\n\n\ndef test_a():\n    assert not enabled()\n",
    ),
}

PARTS: dict[str, tuple[str, str]] = {
    "the end of a test, from where the value is forced": (
        """
        def test_a(stub, monkeypatch):
            assert run(stub) == 1
            # and the other way round
            monkeypatch.setenv("USE_NEW", "false")
            assert run(stub) == 3
            assert stub.seen == []
        """,
        """
        def test_a(stub):
            assert run(stub) == 1
        """,
    ),
    "the middle of a test, up to where the kept value is forced again": (
        """
        def test_a(monkeypatch):
            monkeypatch.setenv("USE_NEW", "false")
            assert run() == 3
            monkeypatch.setenv("USE_NEW", "true")
            assert run() == 1
        """,
        """
        def test_a():
            assert run() == 1
        """,
    ),
    "a block at the end, which checks nothing before the value is forced": (
        """
        def test_a(monkeypatch):
            assert run() == 1
            with Client() as client:
                client.start()
                monkeypatch.setenv("USE_NEW", "false")
                assert client.run() == 3
        """,
        """
        def test_a():
            assert run() == 1
        """,
    ),
    "one block of two": (
        """
        import os
        from unittest.mock import patch


        def test_a():
            with patch.dict(os.environ, {"USE_NEW": "false"}):
                assert run() == 3
            with patch.dict(os.environ, {"USE_NEW": "true"}):
                assert run() == 1
        """,
        """
        import os
        from unittest.mock import patch


        def test_a():
            assert run() == 1
        """,
    ),
    "rows of a table, and then its column": (
        """
        import pytest


        @pytest.mark.parametrize(
            ("switch", "kind", "source"),
            [
                ("true", "a", 1),
                # the old way
                ("false", "a", 3),
                pytest.param("true", "b", 1, id="b"),
                pytest.param("no", "b", 3, id="old b"),
            ],
        )
        def test_a(monkeypatch, switch, kind, source):
            monkeypatch.setenv("USE_NEW", switch)
            assert run(kind) == source
        """,
        """
        import pytest


        @pytest.mark.parametrize(
            ("kind", "source"),
            [
                ("a", 1),
                pytest.param("b", 1, id="b"),
            ],
        )
        def test_a(kind, source):
            assert run(kind) == source
        """,
    ),
    "a row of a table that the value is computed from, which the test goes on to use": (
        """
        import pytest


        @pytest.mark.parametrize("on", [True, False], ids=["on", "off"])
        def test_a(monkeypatch, on):
            monkeypatch.setattr("app.resolve.enabled", lambda: on)
            assert run() == (1 if on else 3)
        """,
        """
        import pytest


        def test_a():
            assert run() == 1
        """,
    ),
    "a block, whose end is checked behind it": (
        """
        from unittest import mock


        @mock.patch("app.other.log")
        def test_a(log):
            with mock.patch("app.resolve.enabled", return_value=False):
                run()
            args, _ = log.call_args
            assert args == (1,)


        def test_b(log):
            with mock.patch("app.resolve.enabled", return_value=False):
                got = run()
            assert got == 3


        @mock.patch("app.other.log")
        def test_c(log):
            with mock.patch("app.resolve.enabled", return_value=False):
                run()
            log.assert_called_once()


        def test_d(log):
            with mock.patch("app.resolve.enabled", return_value=False):
                run()
            assert run() == 1
        """,
        """
        from unittest import mock


        def test_d(log):
            assert run() == 1
        """,
    ),
    "what a patcher hands to a test that does not read it any more": (
        """
        import pytest
        from unittest import mock


        @mock.patch("app.other.log")
        def test_a(log, stub, monkeypatch):
            assert run() == 1
            monkeypatch.setenv("USE_NEW", "false")
            log.return_value = stub
            assert run() == 3


        @mock.patch("app.other.log")
        class TestIt:
            def test_b(self, log, monkeypatch):
                assert run() == 1
                monkeypatch.setenv("USE_NEW", "false")
                assert run(log) == 3
        """,
        """
        import pytest
        from unittest import mock


        @mock.patch("app.other.log")
        def test_a(log):
            assert run() == 1


        @mock.patch("app.other.log")
        class TestIt:
            def test_b(self, log):
                assert run() == 1
        """,
    ),
    "what given hands to a test that does not read it any more": (
        """
        from hypothesis import given


        @given(n=integers())
        def test_a(n, monkeypatch):
            assert run() == 1
            monkeypatch.setenv("USE_NEW", "false")
            assert run(n) == 3
        """,
        """
        from hypothesis import given


        @given(n=integers())
        def test_a(n):
            assert run() == 1
        """,
    ),
    "a whole table of one column": (
        """
        import pytest


        @pytest.mark.parametrize("switch", ["true", "false"])
        @pytest.mark.slow
        def test_a(stub, monkeypatch, switch):
            monkeypatch.setenv("USE_NEW", "yes" if switch == "true" else "no")
            assert run(stub)
        """,
        """
        import pytest


        @pytest.mark.slow
        def test_a(stub):
            assert run(stub)
        """,
    ),
    "a fixture, and every test that requests it": (
        """
        import pytest


        @pytest.fixture
        def built_in(monkeypatch):
            monkeypatch.setenv("USE_NEW", "false")


        @pytest.fixture
        def old_client(built_in):
            return Client()


        def test_a(built_in):
            assert run() == 3


        def test_b(old_client):
            assert old_client.run() == 3


        @pytest.mark.usefixtures("built_in")
        def test_c():
            assert run() == 3


        def test_d():
            assert run() == 1
        """,
        """
        import pytest


        def test_d():
            assert run() == 1
        """,
    ),
    "a fixture that only removed tests requested": (
        """
        import pytest


        @pytest.fixture
        def chain():
            return [1, 2]


        @pytest.fixture
        def unused():
            return 1


        def test_a(monkeypatch, chain):
            monkeypatch.setenv("USE_NEW", "false")
            assert run() == chain


        def test_b():
            assert run() == 1
        """,
        """
        import pytest


        @pytest.fixture
        def unused():
            return 1


        def test_b():
            assert run() == 1
        """,
    ),
    "a class whose set-up forces it": (
        """
        from unittest import TestCase, mock


        class TestOld(TestCase):
            def setUp(self):
                patcher = mock.patch("app.resolve.enabled", return_value=False)
                patcher.start()
                self.addCleanup(patcher.stop)

            def test_a(self):
                self.assertEqual(run(), 3)


        class TestNew(TestCase):
            def test_a(self):
                self.assertEqual(run(), 1)
        """,
        """
        from unittest import TestCase, mock


        class TestNew(TestCase):
            def test_a(self):
                self.assertEqual(run(), 1)
        """,
    ),
    "a class that loses every test": (
        """
        class TestOld:
            \"\"\"The old way.\"\"\"

            def test_a(self, monkeypatch):
                monkeypatch.setenv("USE_NEW", "false")
                assert run() == 3


        def test_b():
            assert run() == 1
        """,
        """
        def test_b():
            assert run() == 1
        """,
    ),
    "a helper that forces it, and what calls it": (
        """
        def switch_off(monkeypatch):
            monkeypatch.setenv("USE_NEW", "false")


        def test_a(monkeypatch):
            switch_off(monkeypatch)
            assert run() == 3


        def test_b():
            assert run() == 1
        """,
        """
        def test_b():
            assert run() == 1
        """,
    ),
}

CONFTEST = (
    "import pytest\n\n\n@pytest.fixture\ndef built_in(monkeypatch):\n    monkeypatch.setenv('USE_NEW', 'false')\n\n\n"
    "@pytest.fixture\ndef stub():\n    return Stub()\n"
)
AUTOUSE = "import pytest\n\n\n@pytest.fixture(autouse=True)\ndef stub():\n    return Stub()\n\n\n"
CONFTEST_AFTER = "import pytest\n\n\n@pytest.fixture\ndef stub():\n    return Stub()\n"

FILES: dict[str, tuple[Files, Files]] = {
    "a fixture of conftest, used below its folder": (
        {
            "tests/conftest.py": CONFTEST,
            "tests/api/test_b.py": (
                "def test_a(built_in):\n    assert run() == 3\n\n\ndef test_b(stub):\n    assert run(stub) == 1\n"
            ),
        },
        {
            "tests/conftest.py": CONFTEST_AFTER,
            "tests/api/test_b.py": "def test_b(stub):\n    assert run(stub) == 1\n",
        },
    ),
    "a nearer fixture of the same name is another one": (
        {
            "tests/conftest.py": CONFTEST,
            "tests/api/conftest.py": "import pytest\n\n\n@pytest.fixture\ndef built_in():\n    return 1\n",
            "tests/api/test_b.py": "def test_a(built_in):\n    assert run() == 3\n",
        },
        {"tests/conftest.py": CONFTEST_AFTER},
    ),
    "a file that loses every test": (
        {
            "tests/test_old.py": (
                "import os\n\nROWS = [1, 2]\n\n\ndef test_a(monkeypatch):\n"
                '    monkeypatch.setenv("USE_NEW", "false")\n    assert run() == ROWS\n'
            ),
            TEST: "def test_b():\n    assert run() == 1\n",
        },
        {"tests/test_old.py": GONE},
    ),
    "a fixture built on the outer one of its name": (
        {
            "tests/conftest.py": CONFTEST,
            "tests/api/conftest.py": "import pytest\n\n\n@pytest.fixture\ndef built_in(built_in):\n    return 1\n",
            "tests/api/test_b.py": (
                "def test_a(built_in):\n    assert run() == 3\n\n\ndef test_b():\n    assert run()\n"
            ),
        },
        {
            "tests/conftest.py": CONFTEST_AFTER,
            "tests/api/conftest.py": "import pytest\n",
            "tests/api/test_b.py": "def test_b():\n    assert run()\n",
        },
    ),
    "a file that loses every test and that another one imports": (
        {
            "tests/__init__.py": "",
            "tests/test_old.py": (
                "def shared():\n    return 1\n\n\ndef test_a(monkeypatch):\n"
                '    monkeypatch.setenv("USE_NEW", "false")\n    assert run() == 3\n'
            ),
            TEST: "from tests.test_old import shared\n\n\ndef test_b():\n    assert run() == shared()\n",
        },
        {"tests/test_old.py": "def shared():\n    return 1\n"},
    ),
    "a fixture that every test runs, also those that are left": (
        {
            TEST: AUTOUSE
            + 'def test_a(stub, monkeypatch):\n    monkeypatch.setenv("USE_NEW", "false")\n    assert run(stub)\n\n\n'
            "def test_b():\n    assert run()\n",
        },
        {TEST: AUTOUSE + "def test_b():\n    assert run()\n"},
    ),
    "code that is no test keeps what it sets": (
        {"app/start.py": 'import os\n\nos.environ["USE_NEW"] = "true"\n'},
        {},
    ),
}

STAY: dict[str, tuple[str, int, str]] = {
    "a block whose end is checked behind it, in a test that checks the kept value in front": (
        (
            "from unittest import mock\n\n\ndef test_a(log):\n    assert run() == 1\n"
            '    with mock.patch("app.resolve.enabled", return_value=False):\n        run()\n'
            "    assert log.called\n"
        ),
        6,
        ("the test forces another value; inside a block of a test that also checks the kept side: cut it by hand"),
    ),
    "a value that is not known": (
        'def test_a(monkeypatch):\n    monkeypatch.setenv("USE_NEW", choose())\n    assert run()\n',
        2,
        "sets USE_NEW, but what it forces is not known: cut it by hand",
    ),
    "one of two branches": (
        (
            "def test_a(monkeypatch, kind):\n    if kind:\n"
            '        monkeypatch.setenv("USE_NEW", "false")\n    assert run(kind)\n'
        ),
        3,
        "sets USE_NEW, but what it forces is not known: cut it by hand",
    ),
    "inside a block, after something was asserted": (
        (
            "def test_a(monkeypatch):\n    assert run() == 1\n"
            '    for client in clients():\n        assert client\n        monkeypatch.setenv("USE_NEW", "false")\n'
            "        assert client.run() == 3\n"
        ),
        5,
        "inside a block of a test that also checks the kept side: cut it by hand",
    ),
    "the part that would go binds what follows": (
        (
            "import os\nfrom unittest.mock import patch\n\n\ndef test_a():\n"
            '    with patch.dict(os.environ, {"USE_NEW": "false"}):\n        old = run()\n'
            "    assert old != run()\n"
        ),
        6,
        "what follows in the test uses what this part binds: cut it by hand",
    ),
    "a mock that serves for more": (
        (
            "from unittest import mock\n\n\n"
            '@mock.patch("app.resolve.enabled", return_value=True)\ndef test_a(enabled):\n'
            "    assert run(enabled)\n"
        ),
        4,
        "forces the kept value and cannot be cut cleanly: cut it by hand",
    ),
    "a bare mock": (
        'from unittest import mock\n\n\n@mock.patch("app.resolve.enabled")\ndef test_a(enabled):\n    assert run()\n',
        4,
        "sets USE_NEW, but what it forces is not known: cut it by hand",
    ),
}


@pytest.mark.parametrize(("subject", "block"), WHOLE.values(), ids=WHOLE)
def test_a_test_that_forces_another_value_goes(subject: Subject, block: str) -> None:
    start = block.split("\n\n\n")[0] + "\n" if block.startswith(("import", "from")) else ""
    check(block + STAYS, start + STAYS if start else STAYS.lstrip(), of_flag(subject))


@pytest.mark.parametrize(("before", "after"), PARTS.values(), ids=PARTS)
def test_only_what_forces_another_value_goes(before: str, after: str) -> None:
    check(before, after, of_flag(USE_NEW))


@pytest.mark.parametrize(("before", "after"), FILES.values(), ids=FILES)
def test_fixtures_and_files_go_across_files(before: Files, after: Files) -> None:
    check_files(before, after, of_flag(USE_NEW))


@pytest.mark.parametrize(("block", "line", "reason"), STAY.values(), ids=STAY)
def test_what_cannot_be_cut_stays_and_is_said(block: str, line: int, reason: str) -> None:
    check(block, block, of_flag(USE_NEW))
    found = said(block, of_flag(USE_NEW))
    assert [where for where, _ in found] == [line]
    assert found[0][1].endswith(reason)


KEPT_SET_UP = 'def test_a(monkeypatch):\n    monkeypatch.setenv("USE_NEW", "true")\n    assert run()\n'


@pytest.mark.parametrize(
    "kept", ["tests/", "app/flags.py"], ids=["the test is kept", "code that reads the flag is kept"]
)
def test_set_up_that_kept_code_needs_stays(kept: str) -> None:
    clean = of_flag(USE_NEW, lambda path: path.startswith(kept))
    check(KEPT_SET_UP, KEPT_SET_UP, clean)
    assert [line for line, _ in said(KEPT_SET_UP, clean)] == [2]


SETTINGS = {
    "app/settings/__init__.py": "from .defaults import *\n\nfrom .local import *\n",
    "app/settings/defaults.py": "NEW = False\n",
}
OTHERS = (
    "from unittest import mock\nfrom app import settings\n\n\n"
    '@mock.patch("app.settings.NEW", True)\ndef test_a():\n    assert run() == 3\n\n\n'
    'def test_b(monkeypatch):\n    monkeypatch.setattr(settings, "NEW", True)\n    assert run() == 3\n'
) + STAYS


def test_what_is_set_where_a_file_that_is_not_here_may_bring_in_another_stays() -> None:
    flag = NameFlag("app.settings.defaults.NEW", False)
    check_files({**SETTINGS, TEST: OTHERS}, {}, of_flag(flag))


def test_what_is_set_where_the_inventory_says_it_is_read_goes() -> None:
    flag = NameFlag("app.settings.NEW", False)
    after = "from unittest import mock\nfrom app import settings\n" + STAYS
    check_files({**SETTINGS, TEST: OTHERS}, {TEST: after}, of_flag(flag))
