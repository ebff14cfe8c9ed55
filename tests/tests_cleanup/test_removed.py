"""Tests, rows, fixtures and helpers that can only exercise removed definitions go with them."""

from __future__ import annotations

import pytest
from cleaning import GONE, TEST, Files, check, check_files, of_names, said

RESOLVE, ROUTER, LIMIT, WALK = (f"app.legacy.{name}" for name in ("legacy_resolve", "Router", "LIMIT", "Router.walk"))
STAYS = "\n\ndef test_stays():\n    assert run()\n"

UNCHANGED: dict[str, tuple[str, str]] = {
    "an import alone": (RESOLVE, "from app.legacy import legacy_resolve\n\n\ndef test_a():\n    assert run()\n"),
    "a local of the same name": (RESOLVE, "def test_a():\n    legacy_resolve = 1\n    assert run(legacy_resolve)\n"),
    "a string that is only the name": (RESOLVE, 'def test_a():\n    assert "legacy_resolve" not in names()\n'),
    "a path to another module's": (
        RESOLVE,
        'def test_a(mocker):\n    mocker.patch("other.legacy.legacy_resolve", return_value=1)\n    assert run()\n',
    ),
    "a method of the same name on something unknown": (ROUTER, "def test_a(tree):\n    assert tree.walk()\n"),
    "a function of another module": (
        RESOLVE,
        "from other import legacy_resolve\n\n\ndef test_a():\n    assert legacy_resolve()\n",
    ),
    "a value by which a store is set, in a test of something else": (
        LIMIT,
        (
            "from app.legacy import LIMIT\n\n\ndef test_a(settings):\n"
            "    settings.FLAGS[LIMIT] = True\n    assert run() == 1\n"
        ),
    ),
    "a value in a list that a call is given": (
        LIMIT,
        (
            "from app.legacy import LIMIT\n\n\ndef test_a():\n"
            "    made = make(kinds=[1, LIMIT])\n    assert run(made) == 1\n"
        ),
    ),
    "a value that the decorator is given": (
        LIMIT,
        "from app import legacy\n\n\n@forced(legacy.LIMIT, on=True)\ndef test_a():\n    assert run() == 3\n",
    ),
    "a value in the head of a block that checks something": (
        LIMIT,
        "from app.legacy import LIMIT\n\n\ndef test_a():\n    with forced(LIMIT):\n        assert run() == 3\n",
    ),
    "a value by which a fixture prepares something": (
        LIMIT,
        (
            "import pytest\n\nfrom app.legacy import LIMIT\n\n\n@pytest.fixture\ndef ready(db):\n"
            "    db.get(LIMIT).enabled = True\n\n\ndef test_a(ready):\n    assert run() == 3\n"
        ),
    ),
    "a value in a list at the top of the file": (
        LIMIT,
        "from app.legacy import LIMIT\n\nALL = [LIMIT, 4]\n\n\ndef test_a():\n    assert run(ALL) == 3\n",
    ),
    "a member of an enumeration that a call is given": (
        "app.kinds.Kind.OLD",
        "from app.kinds import Kind\n\n\ndef test_a(db):\n    db.set(Kind.OLD.value, False)\n    assert run() == 3\n",
    ),
}

WHOLE: dict[str, tuple[str, str]] = {
    "by name": (
        RESOLVE,
        "from app.legacy import legacy_resolve\n\n\ndef test_a():\n    assert legacy_resolve() == 3\n",
    ),
    "by another name": (
        RESOLVE,
        "from app.legacy import legacy_resolve as old\n\n\ndef test_a():\n    assert old() == 3\n",
    ),
    "by attribute": (RESOLVE, "from app import legacy\n\n\ndef test_a():\n    assert legacy.legacy_resolve() == 3\n"),
    "through the module that imports it": (
        RESOLVE,
        "from app import resolve\n\n\ndef test_a():\n    assert resolve.legacy_resolve() == 3\n",
    ),
    "by a value that is set": (
        LIMIT,
        (
            "from app import legacy\n\n\ndef test_a(monkeypatch):\n"
            '    monkeypatch.setattr(legacy, "LIMIT", 4)\n    assert run() == 4\n'
        ),
    ),
    "by a path in a string": (
        LIMIT,
        (
            "import app\n\n\ndef test_a(monkeypatch):\n"
            '    monkeypatch.setattr("app.legacy.LIMIT", 4)\n    assert run() == 4\n'
        ),
    ),
    "by a path that leads through it": (
        ROUTER,
        (
            "from unittest import mock\n\n\n"
            '@mock.patch("app.legacy.Router.walk", return_value=2)\ndef test_a(walk):\n'
            "    assert run() == 2\n"
        ),
    ),
    "by a mock that it asserts on": (
        RESOLVE,
        (
            'from unittest import mock\n\n\n@mock.patch("app.resolve.legacy_resolve")\n'
            "def test_a(old):\n    assert run()\n    old.assert_called_once()\n"
        ),
    ),
    "by a class": (
        ROUTER,
        "from app.legacy import Router\n\n\ndef test_a():\n    router = Router()\n    assert router.walk() == 3\n",
    ),
    "by the only method of that name": (WALK, "import app\n\n\ndef test_a(router):\n    assert router.walk() == 3\n"),
    "by a value that it checks": (
        LIMIT,
        "from app.legacy import LIMIT\n\n\ndef test_a():\n    assert run() == LIMIT\n",
    ),
    "by a value that a check is called with": (
        LIMIT,
        "from app.legacy import LIMIT\n\n\ndef test_a():\n    check_limit(run(), LIMIT)\n",
    ),
    "in its decorator": (
        RESOLVE,
        "from app import legacy\n\n\n@repeat(legacy.legacy_resolve)\ndef test_a():\n    assert run() == 3\n",
    ),
}

PARTS: dict[str, tuple[str, str, str]] = {
    "an import inside the test": (
        RESOLVE,
        "def test_a():\n    from app.legacy import legacy_resolve\n\n    assert legacy_resolve() == 3\n" + STAYS,
        STAYS.lstrip(),
    ),
    "a row of a table": (
        RESOLVE,
        """
        import pytest

        from app.legacy import legacy_resolve
        from app.resolve import resolve


        @pytest.mark.parametrize(
            "function",
            [
                resolve,
                legacy_resolve,
            ],
            ids=["new", "old"],
        )
        def test_a(function):
            assert function()
        """,
        """
        import pytest

        from app.legacy import legacy_resolve
        from app.resolve import resolve


        @pytest.mark.parametrize(
            "function",
            [
                resolve,
            ],
            ids=["new"],
        )
        def test_a(function):
            assert function()
        """,
    ),
    "a local of a set-up with the calls that only work on it": (
        ROUTER,
        """
        from app.legacy import Router


        class TestIt(TestCase):
            def setUp(self):
                self.project = make_project()
                router, _ = make(Router)
                self.project.routers.add(router)

            def test_a(self):
                self.assertEqual(run(self.project), 1)
        """,
        """
        from app.legacy import Router


        class TestIt(TestCase):
            def setUp(self):
                self.project = make_project()

            def test_a(self):
                self.assertEqual(run(self.project), 1)
        """,
    ),
    "what a set-up stores, and the tests that use it": (
        ROUTER,
        """
        from app.legacy import Router


        class TestIt(TestCase):
            def setUp(self):
                self.project = make_project()
                self.router = make(Router)
                self.router.projects.add(self.project)

            def test_a(self):
                self.router.stop()
                self.assertEqual(run(self.project), 1)

            def test_b(self):
                self.assertEqual(run(self.project), 1)
        """,
        """
        from app.legacy import Router


        class TestIt(TestCase):
            def setUp(self):
                self.project = make_project()

            def test_b(self):
                self.assertEqual(run(self.project), 1)
        """,
    ),
    "a fixture, what requests it, and what only that requested": (
        ROUTER,
        """
        import pytest

        from app.legacy import Router


        @pytest.fixture
        def environment(monkeypatch):
            monkeypatch.setenv("OTHER", "x")
            return monkeypatch


        @pytest.fixture(name="router")
        def make_router(environment):
            return Router()


        def test_a(router):
            assert router.walk() == 3


        def test_b():
            assert run()
        """,
        """
        import pytest

        from app.legacy import Router


        def test_b():
            assert run()
        """,
    ),
    "a helper and its users": (
        RESOLVE,
        """
        from app.legacy import legacy_resolve


        def both():
            return [legacy_resolve(), 1]


        def test_a():
            assert both() == [3, 1]


        def test_b():
            assert run()
        """,
        """
        from app.legacy import legacy_resolve


        def test_b():
            assert run()
        """,
    ),
    "a constant and its users": (
        LIMIT,
        "from app.legacy import LIMIT\n\nTWICE = LIMIT * 2\n\n\ndef test_a():\n    assert run() == TWICE\n" + STAYS,
        "from app.legacy import LIMIT\n" + STAYS,
    ),
    "one method of a test class": (
        RESOLVE,
        """
        from app.legacy import legacy_resolve


        class TestIt:
            def test_a(self):
                assert legacy_resolve() == 3

            def test_b(self):
                assert run()
        """,
        """
        from app.legacy import legacy_resolve


        class TestIt:
            def test_b(self):
                assert run()
        """,
    ),
    "what set-up stores, and the tests that read it": (
        ROUTER,
        """
        from app.legacy import Router


        class TestIt:
            def setup_method(self):
                self.router = Router()
                self.stub = Stub()

            def test_a(self):
                assert self.router.walk() == 3

            def test_b(self):
                assert run(self.stub)
        """,
        """
        from app.legacy import Router


        class TestIt:
            def setup_method(self):
                self.stub = Stub()

            def test_b(self):
                assert run(self.stub)
        """,
    ),
    "a class of tests that derives from a removed one": (
        ROUTER,
        "from app.legacy import Router\n\n\nclass TestIt(Router):\n    def test_a(self):\n        assert self.walk()\n"
        + STAYS,
        "from app.legacy import Router\n" + STAYS,
    ),
    "a bare mock that keeps it quiet": (
        RESOLVE,
        """
        from unittest import mock


        @mock.patch("app.resolve.legacy_resolve")
        def test_a(old, stub):
            assert run(stub) == 1
            old.assert_not_called()


        def test_b(stub):
            with mock.patch("app.resolve.legacy_resolve") as old:
                assert run(stub) == 1
            assert not old.called
        """,
        """
        from unittest import mock


        def test_a(stub):
            assert run(stub) == 1


        def test_b(stub):
            assert run(stub) == 1
        """,
    ),
    "a mock with a value, in tests of something else": (
        RESOLVE,
        """
        from unittest import mock


        @mock.patch("app.resolve.legacy_resolve", return_value=None)
        def test_a(old, stub):
            assert run(stub) == 1


        def test_b(stub):
            with mock.patch("app.resolve.legacy_resolve", return_value=[3]):
                assert run(stub) == 1


        def test_c(mocker, stub):
            old = mocker.patch("app.resolve.legacy_resolve")
            old.return_value.name = "x"
            assert run(stub) == 1


        def test_d(monkeypatch, stub):
            monkeypatch.setattr("app.resolve.legacy_resolve", lambda: None)
            assert run(stub) == 1


        @mock.patch("app.resolve.legacy_resolve", return_value=3)
        def test_e(old):
            assert run() == 3


        @mock.patch("app.resolve.legacy_resolve", return_value=None)
        def test_f(old):
            assert run() == 1
            old.assert_called_once()


        @mock.patch("app.resolve.legacy_resolve", return_value=None)
        def test_legacy_resolve_is_quick(old):
            assert run() == 1


        @mock.patch("app.resolve.legacy_resolve", return_value=None)
        def test_g(old):
            assert run(old) == 1


        @mock.patch("app.resolve.legacy_resolve", return_value=None)
        class TestLegacyResolve:
            def test_it(self, old):
                assert run() == 1
        """,
        """
        from unittest import mock


        def test_a(stub):
            assert run(stub) == 1


        def test_b(stub):
            assert run(stub) == 1


        def test_c(stub):
            assert run(stub) == 1


        def test_d(stub):
            assert run(stub) == 1
        """,
    ),
    "a mock that raises, in a test that waits for that": (
        RESOLVE,
        """
        from unittest import mock


        @mock.patch("app.resolve.legacy_resolve", side_effect=KeyError)
        def test_a(old, stub):
            with pytest.raises(KeyError):
                run(stub)


        @mock.patch("app.resolve.legacy_resolve", side_effect=[KeyError])
        def test_b(old, stub):
            assert run(stub) == 1


        @mock.patch("app.resolve.legacy_resolve")
        def test_c(old, stub):
            assert run(stub) == 1
            old.return_value = 3
            assert run(stub) == 3
        """,
        """
        from unittest import mock


        def test_b(stub):
            assert run(stub) == 1
        """,
    ),
    "a mock with a value, in a test that only runs something": (
        RESOLVE,
        """
        from unittest import mock


        @mock.patch("app.resolve.legacy_resolve", return_value=3)
        def test_a(old, client):
            client.get("/")


        @mock.patch("app.resolve.legacy_resolve", return_value=3)
        def test_b(old):
            pass
        """,
        """
        from unittest import mock


        def test_a(client):
            client.get("/")
        """,
    ),
    "a mock with a value in a fixture, and the fixture with it": (
        RESOLVE,
        """
        import pytest
        from unittest import mock


        @pytest.fixture
        def quiet():
            with mock.patch("app.resolve.legacy_resolve", return_value=7):
                yield


        @pytest.fixture
        def ready(quiet, monkeypatch):
            monkeypatch.setenv("OTHER", "x")


        def test_a(quiet):
            assert run() == 1


        def test_b(ready):
            assert run() == 1


        @pytest.mark.usefixtures("quiet")
        def test_c():
            assert run() == 1
        """,
        """
        import pytest
        from unittest import mock


        @pytest.fixture
        def ready(monkeypatch):
            monkeypatch.setenv("OTHER", "x")


        def test_a():
            assert run() == 1


        def test_b(ready):
            assert run() == 1


        def test_c():
            assert run() == 1
        """,
    ),
    "a mock with a value in a fixture, where a test checks that value": (
        RESOLVE,
        """
        import pytest
        from unittest import mock


        @pytest.fixture
        def quiet():
            with mock.patch("app.resolve.legacy_resolve", return_value=7):
                yield


        def test_a(quiet):
            assert run() == 7
        """
        + STAYS.replace("\n", "\n        "),
        """
        import pytest
        from unittest import mock


        def test_stays():
            assert run()
        """,
    ),
    "a mock with a value in a helper of the tests": (
        RESOLVE,
        """
        from contextlib import contextmanager
        from unittest import mock


        @contextmanager
        def made(name):
            with mock.patch("app.resolve.legacy_resolve", return_value=7):
                yield make(name)


        def test_a():
            with made("x") as one:
                assert run(one) == 1
        """,
        """
        from contextlib import contextmanager
        from unittest import mock


        @contextmanager
        def made(name):
            yield make(name)


        def test_a():
            with made("x") as one:
                assert run(one) == 1
        """,
    ),
    "a mock for every test of a class": (
        RESOLVE,
        """
        from unittest import mock


        @mock.patch("app.other.now")
        @mock.patch("app.resolve.legacy_resolve", return_value=None)
        class TestIt:
            def test_a(self, old, now):
                assert run(now) == 1

            @mock.patch("app.other.log")
            def test_b(self, log, old, now):
                assert run(now, log) == 1
        """,
        """
        from unittest import mock


        @mock.patch("app.other.now")
        class TestIt:
            def test_a(self, now):
                assert run(now) == 1

            @mock.patch("app.other.log")
            def test_b(self, log, now):
                assert run(now, log) == 1
        """,
    ),
    "a patcher with a value that the set-up starts": (
        RESOLVE,
        """
        from unittest import mock


        class TestIt(TestCase):
            def setUp(self):
                patcher = mock.patch("app.resolve.legacy_resolve", return_value=None)
                self.old = patcher.start()
                self.addCleanup(patcher.stop)
                self.path = "/"

            def test_a(self):
                self.assertEqual(run(self.path), 1)
        """,
        """
        from unittest import mock


        class TestIt(TestCase):
            def setUp(self):
                self.path = "/"

            def test_a(self):
                self.assertEqual(run(self.path), 1)
        """,
    ),
    "every test marked with what goes": (
        RESOLVE,
        "import pytest\n\nfrom app.legacy import legacy_resolve\n\n\n@pytest.fixture\n"
        "def old():\n    return legacy_resolve()\n\n\n"
        '@pytest.mark.usefixtures("old")\nclass TestIt:\n    def test_a(self):\n        assert run()\n' + STAYS,
        "import pytest\n\nfrom app.legacy import legacy_resolve\n" + STAYS,
    ),
}

CALLING = (
    "from app.legacy import legacy_resolve\n\n\nclass TestIt:\n    def test_a(self):\n"
    "        assert legacy_resolve() == 1\n\n    def test_b(self):\n        self.test_a()\n"
    "        assert legacy_resolve() == 2\n\n    def test_c(self):\n        assert run()\n"
)
PARTS["tests of which one calls the other"] = (
    RESOLVE,
    CALLING,
    "from app.legacy import legacy_resolve\n\n\nclass TestIt:\n    def test_c(self):\n        assert run()\n",
)

FILES: dict[str, tuple[str, Files, Files]] = {
    "a file that loses every test, and the fixture it requested": (
        RESOLVE,
        {
            "tests/test_legacy.py": (
                "from app.legacy import legacy_resolve\n\nN = 3\n\n\ndef test_a(empty):\n"
                "    assert legacy_resolve() == N\n"
            ),
            "tests/conftest.py": (
                "import pytest\n\n\n@pytest.fixture\ndef empty():\n    return 1\n\n\n"
                "@pytest.fixture\ndef other():\n    return 1\n"
            ),
        },
        {
            "tests/test_legacy.py": GONE,
            "tests/conftest.py": "import pytest\n\n\n@pytest.fixture\ndef other():\n    return 1\n",
        },
    ),
    "a helper of one file, used in another": (
        RESOLVE,
        {
            "tests/__init__.py": "",
            "tests/both.py": (
                "from app.legacy import legacy_resolve\n\n\ndef both():\n"
                "    return legacy_resolve()\n\n\ndef one():\n    return 1\n"
            ),
            TEST: (
                "from tests.both import both, one\n\n\ndef test_a():\n"
                "    assert both() == 3\n\n\ndef test_b():\n    assert one() == 1\n"
            ),
        },
        {
            "tests/both.py": "from app.legacy import legacy_resolve\n\n\ndef one():\n    return 1\n",
            TEST: "from tests.both import both, one\n\n\ndef test_b():\n    assert one() == 1\n",
        },
    ),
}


TREE = {"app/tree.py": "class Tree:\n    def walk(self):\n        return 1\n"}
UNKNOWN = {TEST: "def test_a(thing):\n    assert thing.walk()\n"}


@pytest.mark.parametrize(
    ("names", "files"),
    [
        pytest.param([WALK], TREE | UNKNOWN, id="another class has a method of that name"),
        pytest.param([ROUTER, WALK], UNKNOWN, id="its class goes too, so that whoever has one names the class"),
    ],
)
def test_a_method_of_something_unknown_stays(names: list[str], files: Files) -> None:
    check_files(files, {}, of_names(*names))


@pytest.mark.parametrize(("name", "block"), UNCHANGED.values(), ids=UNCHANGED)
def test_what_may_be_something_else_stays(name: str, block: str) -> None:
    check(block, block, of_names(name))


@pytest.mark.parametrize(("name", "block"), WHOLE.values(), ids=WHOLE)
def test_a_test_that_uses_it_goes(name: str, block: str) -> None:
    check(block + STAYS, block.split("\n\n\n")[0] + "\n" + STAYS, of_names(name))


@pytest.mark.parametrize(("name", "before", "after"), PARTS.values(), ids=PARTS)
def test_only_what_depends_on_it_goes(name: str, before: str, after: str) -> None:
    check(before, after, of_names(name))


@pytest.mark.parametrize(("name", "before", "after"), FILES.values(), ids=FILES)
def test_it_goes_across_files(name: str, before: Files, after: Files) -> None:
    check_files(before, after, of_names(name))


def test_what_stands_at_the_top_of_a_file_stays_and_is_said() -> None:
    block = "from app.legacy import legacy_resolve\n\nlegacy_resolve()\n\n\ndef test_a():\n    assert run()\n"
    check(block, block, of_names(RESOLVE))
    [(line, reason)] = said(block, of_names(RESOLVE))
    assert (line, reason.rpartition("; ")[2]) == (3, "it stands at the top level of a test file: cut it by hand")


CALLED = {
    "in its class": (
        "from app.legacy import legacy_resolve\n\n\nclass TestIt:\n    def test_a(self, old=legacy_resolve):\n"
        "        assert run(old) == 1\n\n    def test_b(self):\n        self.test_a(run)\n"
    ),
    "by its name": (
        "from app.legacy import legacy_resolve\n\n\ndef test_a(old=legacy_resolve):\n"
        "    assert run(old) == 1\n\n\ndef test_b():\n    test_a(run)\n"
    ),
}


@pytest.mark.parametrize("block", CALLED.values(), ids=CALLED)
def test_a_test_that_another_one_calls_stays_and_is_said(block: str) -> None:
    check(block, block, of_names(RESOLVE))
    [(_, reason)] = said(block, of_names(RESOLVE))
    assert reason.rpartition("; ")[2] == "another test calls this one: cut it by hand"


def test_a_test_that_a_class_of_another_file_calls_stays() -> None:
    files = {
        "tests/__init__.py": "",
        TEST: (
            "from app.legacy import legacy_resolve\n\n\nclass TestIt:\n    def test_a(self):\n"
            "        assert legacy_resolve() == 1\n"
        ),
        "tests/test_more.py": (
            "from tests.test_app import TestIt\n\n\nclass TestMore(TestIt):\n    def test_a(self):\n"
            "        super().test_a()\n"
        ),
    }
    check_files(files, {}, of_names(RESOLVE))


def test_a_local_of_a_set_up_that_serves_for_more_stays_and_is_said() -> None:
    block = (
        "from app.legacy import Router\n\n\nclass TestIt(TestCase):\n    def setUp(self):\n"
        "        router = make(Router)\n"
        "        self.path = router.path\n\n    def test_a(self):\n        self.assertEqual(run(self.path), 1)\n"
    )
    check(block, block, of_names(ROUTER))
    [(line, reason)] = said(block, of_names(ROUTER))
    assert (line, reason.rpartition("; ")[2]) == (6, "every test here runs this set-up, so it stays: cut it by hand")


def test_a_value_that_a_mock_gave_is_said() -> None:
    block = (
        "from unittest import mock\n\n\n@mock.patch('app.resolve.legacy_resolve', return_value=None)\n"
        "def test_a(old):\n    assert run() == 1\n"
    )
    check(block, "from unittest import mock\n\n\ndef test_a():\n    assert run() == 1\n", of_names(RESOLVE))
    reason = "gave legacy_resolve a value, which nothing calls any more: see whether the test still holds"
    assert said(block, of_names(RESOLVE)) == [(4, reason)]
