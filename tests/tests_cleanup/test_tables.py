"""Rows and columns of tables in all their spellings, and loops that are tables: what forces another value goes."""

from __future__ import annotations

import pytest
from cleaning import SWITCH, TEST, USE_NEW, check, check_files, drafted, of_flag, said

from legacy_codemod.model import Subject

ROWS: dict[str, tuple[Subject, str, str]] = {
    "a column that says which side a test is of, by which it chooses what to check": (
        USE_NEW,
        """
        import pytest


        @pytest.mark.parametrize("on", [True, False])
        @pytest.mark.parametrize("n", [1, 2])
        def test_a(monkeypatch, on, n):
            monkeypatch.setenv("USE_NEW", str(on))
            answer = run(n)
            if on and n == 1:
                assert answer == 1
            elif on:
                assert answer == 2
            else:
                assert answer is None


        def test_b(on):
            if on:
                assert run(1) == 1
        """,
        """
        import pytest


        @pytest.mark.parametrize("n", [1, 2])
        def test_a(n):
            answer = run(n)
            if n == 1:
                assert answer == 1
            else:
                assert answer == 2


        def test_b(on):
            if on:
                assert run(1) == 1
        """,
    ),
    "a column that a test passes on, in a table with more columns": (
        USE_NEW,
        """
        import pytest


        @pytest.mark.parametrize(
            ("on", "expected"),
            [
                (True, 1),
                (False, 2),
            ],
        )
        def test_a(monkeypatch, on, expected):
            monkeypatch.setenv("USE_NEW", str(on))
            assert run(on=on, limit=None if on else 3) == expected
        """,
        """
        import pytest


        @pytest.mark.parametrize(
            ("expected",),
            [
                (1,),
            ],
        )
        def test_a(expected):
            assert run(on=True, limit=None) == expected
        """,
    ),
    "a column that a test binds anew keeps its reads": (
        USE_NEW,
        """
        import pytest


        @pytest.mark.parametrize("on", [True, False])
        def test_a(monkeypatch, on):
            monkeypatch.setenv("USE_NEW", str(on))
            on = run(on)
            assert on
        """,
        """
        import pytest


        @pytest.mark.parametrize("on", [True])
        def test_a(on):
            on = run(on)
            assert on
        """,
    ),
    "a column that a fixture asks for keeps its reads": (
        USE_NEW,
        """
        import pytest


        @pytest.fixture
        def client(on):
            return make(on)


        @pytest.mark.parametrize("on", [True, False])
        def test_a(monkeypatch, client, on):
            monkeypatch.setenv("USE_NEW", str(on))
            assert client.run() == on
        """,
        """
        import pytest


        @pytest.fixture
        def client(on):
            return make(on)


        @pytest.mark.parametrize("on", [True])
        def test_a(client, on):
            assert client.run() == on
        """,
    ),
    "a column that had one value from the start keeps its reads": (
        USE_NEW,
        """
        import pytest


        @pytest.mark.parametrize("on", [True])
        def test_a(monkeypatch, on):
            monkeypatch.setenv("USE_NEW", str(on))
            assert run(on)
        """,
        """
        import pytest


        @pytest.mark.parametrize("on", [True])
        def test_a(on):
            assert run(on)
        """,
    ),
    "a table of a class, which every test of it has a parameter for": (
        USE_NEW,
        """
        import pytest


        @pytest.mark.parametrize("value", ["true", "false"])
        class TestBoth:
            def test_a(self, monkeypatch, value):
                monkeypatch.setenv("USE_NEW", value)
                assert run() == 1

            def test_b(self, monkeypatch, value):
                monkeypatch.setenv("USE_NEW", value)
                assert run()


        @pytest.mark.parametrize("value", ["true", "false"])
        class TestSome:
            def test_a(self, monkeypatch, value):
                monkeypatch.setenv("USE_NEW", value)
                assert run() == 1

            def test_b(self, value):
                assert run(value)
        """,
        """
        import pytest


        class TestBoth:
            def test_a(self):
                assert run() == 1

            def test_b(self):
                assert run()


        @pytest.mark.parametrize("value", ["true"])
        class TestSome:
            def test_a(self, value):
                assert run() == 1

            def test_b(self, value):
                assert run(value)
        """,
    ),
    "a column of a table whose rows stand elsewhere keeps its parameter": (
        USE_NEW,
        """
        import pytest

        VALUES = load()


        @pytest.mark.parametrize("on", VALUES)
        def test_a(monkeypatch, on):
            if on:
                monkeypatch.setenv("USE_NEW", "true")
            assert run() == 1
        """,
        """
        import pytest

        VALUES = load()


        @pytest.mark.parametrize("on", VALUES)
        def test_a(on):
            assert run() == 1
        """,
    ),
    "a condition on a column that forces one value or the other": (
        USE_NEW,
        """
        import pytest


        @pytest.mark.parametrize("on", [True, False])
        def test_a(monkeypatch, on):
            if on:
                monkeypatch.setenv("USE_NEW", "true")
            else:
                monkeypatch.delenv("USE_NEW", raising=False)
            assert run() == 1


        @pytest.mark.parametrize("off,n", [(True, 3), (False, 1)])
        def test_b(monkeypatch, off, n):
            if off:
                monkeypatch.setenv("USE_NEW", "0")
            assert run() == n
        """,
        """
        import pytest


        def test_a():
            assert run() == 1


        @pytest.mark.parametrize("n", [1])
        def test_b(n):
            assert run() == n
        """,
    ),
    "one of two tables of a test, with ids": (
        USE_NEW,
        """
        import pytest


        @pytest.mark.parametrize("kind", ["a", "b"])
        @pytest.mark.parametrize("value", ["true", "false"], ids=["on", "off"])
        def test_a(monkeypatch, value, kind):
            monkeypatch.setenv("USE_NEW", value)
            assert run(kind) == 1
        """,
        """
        import pytest


        @pytest.mark.parametrize("kind", ["a", "b"])
        def test_a(kind):
            assert run(kind) == 1
        """,
    ),
    "rows of param in parameterized.expand": (
        SWITCH,
        """
        class TestIt(TestCase):
            @parameterized.expand([param(True, 1), param(False, 3)])
            def test_a(self, active, n):
                with override_switch("new-router", active=active):
                    self.assertEqual(run(), n)

            @parameterized.expand([[True], [False]])
            def test_b(self, active):
                with override_switch("new-router", active=active):
                    self.assertEqual(run(), 1)
        """,
        """
        class TestIt(TestCase):
            @parameterized.expand([param(1)])
            def test_a(self, n):
                self.assertEqual(run(), n)

            def test_b(self):
                self.assertEqual(run(), 1)
        """,
    ),
    "ddt by its own names": (
        SWITCH,
        """
        from ddt import data, ddt, unpack


        @ddt
        class TestIt(TestCase):
            @data(True, False)
            def test_a(self, active):
                with override_switch("new-router", active=active):
                    self.assertEqual(run(), 1)

            @data((True, 1), (False, 3))
            @unpack
            def test_b(self, active, n):
                with override_switch("new-router", active=active):
                    self.assertEqual(run(), n)
        """,
        """
        from ddt import data, ddt, unpack


        @ddt
        class TestIt(TestCase):
            def test_a(self):
                self.assertEqual(run(), 1)

            @data((1,))
            @unpack
            def test_b(self, n):
                self.assertEqual(run(), n)
        """,
    ),
    "rows in front of what a patcher gives": (
        USE_NEW,
        """
        import ddt
        from unittest import mock


        @ddt.ddt
        class TestIt(TestCase):
            @ddt.data((True, 1), (False, 3), (True, 2))
            @ddt.unpack
            @mock.patch("app.other.log")
            @mock.patch("app.resolve.enabled")
            @mock.patch("app.other.now")
            def test_a(self, active, n, now, enabled, log):
                enabled.return_value = active
                self.assertEqual(run(now, log, n), n)

            @parameterized.expand([1, 2])
            @mock.patch("app.resolve.enabled", return_value=True)
            def test_b(self, n, enabled):
                self.assertEqual(run(n), n)

            @mock.patch("app.resolve.enabled", return_value=True)
            @ddt.data(1, 2)
            def test_c(self, n, enabled):
                self.assertEqual(run(n), n)
        """,
        """
        import ddt
        from unittest import mock


        @ddt.ddt
        class TestIt(TestCase):
            @ddt.data((1,), (2,))
            @ddt.unpack
            @mock.patch("app.other.log")
            @mock.patch("app.other.now")
            def test_a(self, n, now, log):
                self.assertEqual(run(now, log, n), n)

            @parameterized.expand([1, 2])
            def test_b(self, n):
                self.assertEqual(run(n), n)

            @ddt.data(1, 2)
            def test_c(self, n):
                self.assertEqual(run(n), n)
        """,
    ),
    "the parameters of a fixture": (
        USE_NEW,
        """
        import pytest


        @pytest.fixture(params=["true", "false"], ids=["on", "off"])
        def client(request, monkeypatch):
            monkeypatch.setenv("USE_NEW", request.param)
            return Client()


        @pytest.fixture(params=["true", "false"], autouse=True)
        def both(request, monkeypatch):
            monkeypatch.setenv("USE_NEW", request.param)


        def test_a(client):
            assert client.run() == 1
        """,
        """
        import pytest


        @pytest.fixture()
        def client():
            return Client()


        def test_a(client):
            assert client.run() == 1
        """,
    ),
    "a loop over both": (
        SWITCH,
        """
        class TestIt(TestCase):
            def test_a(self):
                for on in (True, False):
                    with self.subTest(on=on), override_switch("new-router", active=on):
                        self.assertEqual(run(), 1)

            def test_b(self):
                for kind in ("a", "b"):
                    for on, n in [(True, 1), (False, 3)]:
                        with override_switch("new-router", active=on):
                            self.assertEqual(run(kind), n)

            def test_c(self):
                for on in [True, False]:
                    toggle_switch("new-router", on)
                    self.assertEqual(run(), 1)
        """,
        """
        class TestIt(TestCase):
            def test_a(self):
                for on in (True,):
                    with self.subTest(on=on):
                        self.assertEqual(run(), 1)

            def test_b(self):
                for kind in ("a", "b"):
                    for on, n in [(True, 1)]:
                        self.assertEqual(run(kind), n)

            def test_c(self):
                self.assertEqual(run(), 1)
        """,
    ),
    "a loop over nothing but another value": (
        USE_NEW,
        """
        import os


        def test_a():
            for value in ("false", "0", ""):
                os.environ["USE_NEW"] = value
                assert run() == 3


        def test_b():
            assert run() == 1
            for value in ("false", "0", ""):
                os.environ["USE_NEW"] = value
                assert run() == 3
        """,
        """
        import os


        def test_b():
            assert run() == 1
        """,
    ),
    "a fixture that the mark of a class names": (
        USE_NEW,
        """
        import pytest


        @pytest.fixture
        def old_way(monkeypatch):
            monkeypatch.setenv("USE_NEW", "false")


        @pytest.fixture
        def new_way(monkeypatch):
            monkeypatch.setenv("USE_NEW", "true")


        class TestOld:
            pytestmark = pytest.mark.usefixtures("old_way")

            def test_a(self):
                assert run() == 3


        class TestNew:
            pytestmark = [pytest.mark.usefixtures("new_way")]

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


@pytest.mark.parametrize(("subject", "before", "after"), ROWS.values(), ids=ROWS)
def test_rows_and_columns_go(subject: Subject, before: str, after: str) -> None:
    check(before, after, of_flag(subject))


def test_a_loop_that_only_gathers_stays_and_is_said() -> None:
    block = (
        "def test_a():\n    found = []\n    for on in (True, False):\n"
        "        with override_switch('new-router', active=on):\n            found.append(run())\n"
        "    assert found == [1, 3]\n"
    )
    check(block, block, of_flag(SWITCH))
    assert [line for line, _ in said(block, of_flag(SWITCH))] == [4]


def test_a_column_by_whose_rows_a_file_is_named_stays_and_is_said() -> None:
    head = "import pytest\n\n\n@pytest.mark.parametrize('on', ['true', 'false'])\n"
    block = f"{head}def test_a(monkeypatch, on):\n    monkeypatch.setenv('USE_NEW', on)\n    assert run() == 1\n"
    recorded = "tests/cassettes/test_app.test_a[{}].json"
    files = {TEST: block, recorded.format("false"): "{}", recorded.format("true"): "{}"}
    after = f"{head}def test_a(on):\n    assert run() == 1\n".replace(", 'false'", "")
    check_files(files, {TEST: after}, of_flag(USE_NEW))
    assert [(f.place.line, f.reason) for f in drafted(files, of_flag(USE_NEW)).findings] == [
        (
            4,
            "nothing reads the column on any more, but tests/cassettes/test_app.test_a[true].json is named by its "
            "rows, so it stays",
        )
    ]


def test_rows_that_another_condition_tells_apart_stay() -> None:
    start = "import pytest\n\n\n@pytest.mark.parametrize('kind', ['a', 'b'])\n"
    set_up = "    if kind == 'a':\n        monkeypatch.setenv('USE_NEW', '1')\n"
    before = f"{start}def test_a(monkeypatch, kind):\n{set_up}    assert run(kind) == 1\n"
    assert [line for line, _ in said(before, of_flag(USE_NEW))] == [7]
    check(
        before,
        f"{start}def test_a(kind):\n    assert run(kind) == 1\n",
        of_flag(USE_NEW),
    )


def test_a_table_whose_rows_cannot_be_read_stays_and_is_said() -> None:
    block = (
        "import ddt\n\n\n@ddt.ddt\nclass TestIt(TestCase):\n"
        "    @ddt.data(*itertools.product((True, False), (1, 2)))\n    @ddt.unpack\n"
        "    def test_a(self, active, n):\n"
        "        with override_switch('new-router', active=active):\n            self.assertEqual(run(n), n)\n"
    )
    check(block, block, of_flag(SWITCH))
    assert [line for line, _ in said(block, of_flag(SWITCH))] == [9]


PATCHED = {
    "on the class of a test with rows": (
        "@mock.patch('app.resolve.enabled', return_value=True)\n@ddt.ddt\nclass TestIt(TestCase):\n"
        "    @ddt.data(1, 2)\n    def test_a(self, n, enabled):\n        self.assertEqual(run(n), n)\n"
    ),
    "behind rows of any width": (
        "@ddt.ddt\nclass TestIt(TestCase):\n"
        "    @ddt.data(*ROWS)\n    @ddt.unpack\n    @mock.patch('app.resolve.enabled', return_value=True)\n"
        "    def test_a(self, *rest):\n        self.assertEqual(run(*rest[:-1]), 1)\n"
    ),
}


@pytest.mark.parametrize("block", PATCHED.values(), ids=PATCHED)
def test_a_patcher_stays_where_it_is_not_known_which_parameter_it_fills(block: str) -> None:
    whole = f"import ddt\nfrom unittest import mock\n\n\n{block}"
    check(whole, whole, of_flag(USE_NEW))
    assert said(whole, of_flag(USE_NEW))


def test_a_patcher_goes_that_fills_one_of_any_parameters() -> None:
    before = (
        "from unittest import mock\n\n\n@mock.patch('app.resolve.enabled', return_value=True)\n"
        "def test_a(*_):\n    assert run() == 1\n"
    )
    after = "from unittest import mock\n\n\ndef test_a(*_):\n    assert run() == 1\n"
    check(before, after, of_flag(USE_NEW))
