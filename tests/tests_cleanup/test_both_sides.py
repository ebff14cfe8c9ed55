"""A test that checks one value, then forces the kept one and checks the contrary: its first side goes."""

from __future__ import annotations

import pytest
from cleaning import SWITCH, check, of_flag, said

ROWS: dict[str, tuple[str, str]] = {
    "what is done again": (
        """
        def test_a(client):
            assert Page.objects.count() == 0, "none yet"

            # without the switch
            client.get("/")
            assert Page.objects.count() == 0

            SwitchFactory(name="new-router", active=True)

            # with it
            with freeze():
                client.get("/")
                assert Page.objects.count() == 1
        """,
        """
        def test_a(client):
            assert Page.objects.count() == 0, "none yet"

            # with it
            with freeze():
                client.get("/")
                assert Page.objects.count() == 1
        """,
    ),
    "what is done again into the same name": (
        """
        class TestIt(TestCase):
            def test_a(self):
                self.path = "/"
                response = self.client.get(self.path)
                self.assertEqual(response.status_code, 404)
                toggle_switch("new-router", True)
                response = self.client.get(self.path)
                self.assertEqual(response.status_code, 200)
        """,
        """
        class TestIt(TestCase):
            def test_a(self):
                self.path = "/"
                response = self.client.get(self.path)
                self.assertEqual(response.status_code, 200)
        """,
    ),
    "what is asked again": (
        """
        def test_a():
            assert not run()
            toggle_switch("new-router", True)
            assert run()


        class TestIt(TestCase):
            def test_a(self):
                self.assertContains(self.client.get("/"), "old")
                self.assertNotContains(self.client.get("/"), "new")
                with override_switch("new-router", active=True):
                    self.assertContains(self.client.get("/"), "new")

            def test_b(self):
                self.assertIsNone(run())
                toggle_switch("new-router", True)
                self.assertIsNotNone(run())
        """,
        """
        def test_a():
            assert run()


        class TestIt(TestCase):
            def test_a(self):
                self.assertContains(self.client.get("/"), "old")
                self.assertNotContains(self.client.get("/"), "new")
                self.assertContains(self.client.get("/"), "new")

            def test_b(self):
                self.assertIsNotNone(run())
        """,
    ),
}

STAY: dict[str, str] = {
    "something is done in between": (
        "def test_a(client):\n    assert Page.objects.count() == 0\n    toggle_switch('new-router', True)\n"
        "    client.post('/')\n    assert Page.objects.count() == 1\n"
    ),
    "something else is said afterwards": (
        "def test_a(client):\n    assert ready()\n    toggle_switch('new-router', True)\n    assert run()\n"
    ),
    "what is done before is not done again": (
        "def test_a(client):\n    page = client.post('/')\n    assert page.status == 404\n"
        "    toggle_switch('new-router', True)\n    page = client.get('/')\n    assert page.status == 200\n"
    ),
}


@pytest.mark.parametrize(("before", "after"), ROWS.values(), ids=ROWS)
def test_the_first_side_goes(before: str, after: str) -> None:
    check(before, after, of_flag(SWITCH))


@pytest.mark.parametrize("block", STAY.values(), ids=STAY)
def test_a_first_side_that_may_still_hold_stays_and_is_said(block: str) -> None:
    check(block, block.replace("    toggle_switch('new-router', True)\n", ""), of_flag(SWITCH))
    assert [reason.partition(" before ")[0] for _, reason in said(block, of_flag(SWITCH))] == [
        "the test checks something"
    ]
