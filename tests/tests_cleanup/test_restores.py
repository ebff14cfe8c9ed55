"""What puts back what was there before goes with what it puts back, and forces nothing itself."""

from __future__ import annotations

import pytest
from cleaning import USE_NEW, check, of_flag, said

ROWS: dict[str, tuple[str, str]] = {
    "another value, put back in finally": (
        """
        import os


        def test_a():
            os.environ["USE_NEW"] = "false"
            try:
                assert run() == 3
            finally:
                del os.environ["USE_NEW"]


        def test_b():
            assert run() == 1
            os.environ["USE_NEW"] = "false"
            try:
                assert run() == 3
            finally:
                os.environ.pop("USE_NEW")
        """,
        """
        import os


        def test_b():
            assert run() == 1
        """,
    ),
    "the kept value, put back in finally": (
        """
        import os


        def test_a():
            old = os.environ.get("OTHER")
            os.environ["USE_NEW"] = "true"
            try:
                # the answer
                assert run(old) == 1
            finally:
                if old is None:
                    os.environ.pop("USE_NEW")
                else:
                    os.environ["USE_NEW"] = old


        def test_b():
            os.environ["USE_NEW"] = "true"
            try:
                assert run() == 1
            finally:
                del os.environ["USE_NEW"]
                close()
        """,
        """
        import os


        def test_a():
            old = os.environ.get("OTHER")
            # the answer
            assert run(old) == 1


        def test_b():
            try:
                assert run() == 1
            finally:
                close()
        """,
    ),
    "another value for a class, put back in its tear-down": (
        """
        import os


        class TestOld(TestCase):
            @classmethod
            def setUpClass(cls):
                os.environ["USE_NEW"] = "false"

            @classmethod
            def tearDownClass(cls):
                del os.environ["USE_NEW"]

            def test_a(self):
                self.assertEqual(run(), 3)


        class TestNew(TestCase):
            def setUp(self):
                os.environ["USE_NEW"] = "true"
                self.addCleanup(lambda: os.environ.pop("USE_NEW", None))

            def test_a(self):
                self.assertEqual(run(), 1)
        """,
        """
        import os


        class TestNew(TestCase):
            def test_a(self):
                self.assertEqual(run(), 1)
        """,
    ),
    "a clean-up that is handed the function and its arguments": (
        """
        import os


        class TestNew(TestCase):
            def setUp(self):
                self.path = "/"
                os.environ["USE_NEW"] = "true"
                self.addCleanup(os.environ.pop, "USE_NEW", None)

            def test_a(self):
                self.assertEqual(run(), 1)


        class TestOld(TestCase):
            def setUp(self):
                os.environ["USE_NEW"] = "false"
                self.addCleanup(os.environ.__delitem__, "USE_NEW")

            def test_a(self):
                self.assertEqual(run(), 3)
        """,
        """
        import os


        class TestNew(TestCase):
            def setUp(self):
                self.path = "/"

            def test_a(self):
                self.assertEqual(run(), 1)
        """,
    ),
    "a context of monkeypatch that holds nothing else": (
        """
        import pytest


        def test_a(monkeypatch):
            with monkeypatch.context() as m:
                m.setenv("USE_NEW", "true")
                assert run() == 1


        def test_b():
            with pytest.MonkeyPatch.context() as m:
                m.setenv("USE_NEW", "true")
                m.setenv("OTHER", "x")
                assert run() == 1


        def test_c(monkeypatch):
            with monkeypatch.context() as m:
                m.setenv("USE_NEW", "false")
                assert run() == 3
        """,
        """
        import pytest


        def test_a():
            assert run() == 1


        def test_b():
            with pytest.MonkeyPatch.context() as m:
                m.setenv("OTHER", "x")
                assert run() == 1
        """,
    ),
    "idle blocks that were idle before": (
        """
        import os


        def test_a(monkeypatch):
            os.environ["USE_NEW"] = "true"
            with monkeypatch.context() as m:
                assert run() == 1
        """,
        """
        import os


        def test_a(monkeypatch):
            with monkeypatch.context() as m:
                assert run() == 1
        """,
    ),
}


@pytest.mark.parametrize(("before", "after"), ROWS.values(), ids=ROWS)
def test_what_restores_goes_with_what_it_restores(before: str, after: str) -> None:
    check(before, after, of_flag(USE_NEW))


def test_the_tear_down_of_a_set_up_that_stays_stays() -> None:
    block = (
        "import os\n\n\ndef setup_module():\n    os.environ['USE_NEW'] = 'false'\n\n\n"
        "def teardown_module():\n    del os.environ['USE_NEW']\n\n\ndef test_a():\n    assert run() == 3\n"
    )
    check(block, block, of_flag(USE_NEW))
    assert [line for line, _ in said(block, of_flag(USE_NEW))] == [5]
