"""Tests that wait for a message which only removed code held go; where that is not certain, they are said."""

from __future__ import annotations

import pytest
from cleaning import GONE, TEST, USE_NEW, Files, drafted

from legacy_codemod.cascade.alive import Roots
from legacy_codemod.cascade.cascade import Limits, cascade
from legacy_codemod.draft import Draft
from legacy_codemod.fold.flags import compile_flag
from legacy_codemod.fold.fold import fold
from legacy_codemod.tests_cleanup.flag import clean_flag

VIEWS = {
    "app/views.py": (
        "from app.flags import enabled\n\n\ndef view(request):\n    if not enabled():\n"
        "        return {'error': {'message': 'This page is not yet ready.'}}\n    return page(request)\n"
    )
}
STAYS = "\n\ndef test_stays():\n    assert run()\n"
MESSAGE = "'This page is not yet ready.'"

FAILS: dict[str, str] = {
    "a display in a local name": (
        "def test_a(client):\n    expected = {'error': {'message': 'This page is not yet ready.'}}\n"
        "    response = client.get('/')\n    assert response.status == 400\n    assert response.json() == expected\n"
    ),
    "what a helper that asserts something gave": (
        "def make(client):\n    assert client\n    return client.post('/')\n\n\n"
        "def test_a(client):\n    page = make(client)\n    response = client.get('/')\n"
        f"    assert {MESSAGE} in response.text\n"
    ),
    "in": f"def test_a(client):\n    response = client.get('/')\n    assert {MESSAGE} in response.text\n",
    "a part of it": "def test_a(client):\n    assert 'page is not yet ready' in client.get('/').text\n",
    "with more around it": "def test_a(client):\n    assert client.get('/') == '<p>' 'This page is not yet ready.'\n",
    "and": f"def test_a(client):\n    text = client.get('/').text\n    assert text and {MESSAGE} in text\n",
    "assertContains": (
        "class TestIt(TestCase):\n    def test_a(self):\n"
        f"        self.assertContains(self.client.get('/'), {MESSAGE})\n"
    ),
    "assertEqual": f"class TestIt(TestCase):\n    def test_a(self):\n        self.assertEqual({MESSAGE}, view(1))\n",
    "match": f"def test_a():\n    with pytest.raises(Unready, match={MESSAGE}):\n        view(1)\n",
    "a mock that it is called with": (
        f"def test_a(log):\n    view(1)\n    log.warning.assert_called_once_with({MESSAGE})\n"
    ),
    "a block around it": f"def test_a(client):\n    with freeze():\n        assert {MESSAGE} in client.get('/').text\n",
}

PARTS: dict[str, tuple[str, str]] = {
    "one row of a table": (
        "import pytest\n\n\n@pytest.mark.parametrize(\n    ('path', 'expected'),\n    [\n        ('/', 1),\n"
        f"        ('/new', {MESSAGE}),\n    ],\n)\n"
        "def test_a(client, path, expected):\n    assert client.get(path) == expected\n",
        "import pytest\n\n\n@pytest.mark.parametrize(\n    ('path', 'expected'),\n    [\n        ('/', 1),\n    ],\n)\n"
        "def test_a(client, path, expected):\n    assert client.get(path) == expected\n",
    ),
}

STAY: dict[str, tuple[str, list[int]]] = {
    "not in": (f"def test_a(client):\n    assert {MESSAGE} not in client.get('/').text\n", [2]),
    "assertNotContains": (
        f"class TestIt(TestCase):\n    def test_a(self):\n        self.assertNotContains(self.get(), {MESSAGE})\n",
        [3],
    ),
    "not equal": (f"def test_a(client):\n    assert client.get('/') != {MESSAGE}\n", [2]),
    "or": (f"def test_a(client):\n    text = client.get('/')\n    assert {MESSAGE} in text or not text\n", [3]),
    "denied": (f"def test_a(client):\n    assert not ({MESSAGE} in client.get('/'))\n", [2]),
    "what an assertion says when it fails": (
        f"class TestIt(TestCase):\n    def test_a(self):\n        self.assertEqual(run(), 1, {MESSAGE})\n",
        [3],
    ),
    "what assert says when it fails": (f"def test_a():\n    assert run() == 1, {MESSAGE}\n", [2]),
    "the test gives the message itself": (
        f"def test_a(client):\n    post = client.post({MESSAGE})\n    assert post.text == {MESSAGE}\n",
        [2, 3],
    ),
    "a condition around it": (
        f"def test_a(client):\n    if client.is_old:\n        assert client.get('/') == {MESSAGE}\n",
        [3],
    ),
    "a test that checks something else before": (
        "def test_a(client):\n    page = client.get('/')\n    assert page.status == 200\n"
        f"    old = client.get('/old')\n    assert {MESSAGE} in old.text\n",
        [5],
    ),
    "fewer words": ("def test_a(client):\n    assert 'not yet ready' in client.get('/').text\n", []),
    "no message": ("def test_a(client):\n    assert 'This page is quite ready.' in client.get('/').text\n", []),
}

LEFT: dict[str, Files] = {
    "other code says it": {"app/other.py": "def f():\n    return 'This page is not yet ready.'\n"},
    "other code says a part of it": {"app/other.py": "def f(x):\n    return f'{x} is not yet ready.'\n"},
    "other code says it in pieces": {"app/other.py": "def f(x):\n    return 'is not ' 'yet ready.'\n"},
    "a file that tests load says it": {"tests/answers.json": '["This page is not yet ready."]\n'},
    "a template says it": {"app/page.html": "<p>This page is not yet ready.</p>\n"},
}


def whole(draft: Draft) -> Draft:
    """The flag folded, with tests and cascade."""

    def kept(_path: str) -> bool:
        return False

    flag = compile_flag(draft.world, USE_NEW)
    assert flag is not None
    cleaned = clean_flag(draft, flag, kept)
    again = compile_flag(cleaned.world, USE_NEW)
    assert again is not None
    return cascade(fold(cleaned, again, kept), Limits(Roots(kept)))


def _test_file(block: str, files: Files | None = None) -> str:
    tree = drafted({**VIEWS, **(files or {}), TEST: block}, whole).world.tree
    return tree.read(TEST).decode() if TEST in tree.path_set else GONE


@pytest.mark.parametrize("block", FAILS.values(), ids=FAILS)
def test_a_test_that_waits_for_it_goes(block: str) -> None:
    assert _test_file(block + STAYS) == STAYS.lstrip()


@pytest.mark.parametrize(("before", "after"), PARTS.values(), ids=PARTS)
def test_a_row_that_waits_for_it_goes(before: str, after: str) -> None:
    assert _test_file(before) == after


@pytest.mark.parametrize(("block", "lines"), STAY.values(), ids=STAY)
def test_what_may_still_hold_stays_and_is_said(block: str, lines: list[int]) -> None:
    draft = drafted({**VIEWS, TEST: block}, whole)
    assert draft.world.tree.read(TEST).decode() == block
    assert [f.place.line for f in draft.findings if f.place.path == TEST] == lines


@pytest.mark.parametrize("files", LEFT.values(), ids=LEFT)
def test_a_message_that_is_left_somewhere_takes_nothing(files: Files) -> None:
    block = FAILS["in"]
    draft = drafted({**VIEWS, **files, TEST: block}, whole)
    assert draft.world.tree.read(TEST).decode() == block
    assert not [f for f in draft.findings if f.place.path == TEST]


def test_a_message_that_frameworks_say_too_takes_nothing() -> None:
    views = {
        path: held.replace("This page is not yet ready.", "This field is required.") for path, held in VIEWS.items()
    }
    block = "def test_a(client):\n    assert 'This field is required.' in client.post('/').text\n"
    draft = drafted({**views, TEST: block}, whole)
    assert draft.world.tree.read(TEST).decode() == block
    assert [f.place.line for f in draft.findings if f.place.path == TEST] == [2]


def test_the_reason_begins_with_the_flag() -> None:
    draft = drafted({**VIEWS, TEST: FAILS["in"] + STAYS}, whole)
    [edit] = [e for e in draft.edits if e.path == TEST]
    assert edit.why[0] == "USE_NEW is true"
    assert edit.why[-2:] == ("the test waits for a message that nothing says any more", "test removed")
