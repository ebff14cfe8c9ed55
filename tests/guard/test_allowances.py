"""``codemod: allow[NAME] reason``: what it allows, and what is said of one that lacks its reason or allows nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from folding import Memory

from legacy_codemod.guard.guard import Watch, judge
from legacy_codemod.guard.outcome import Outcome
from legacy_codemod.guard.scopes import Scope
from legacy_codemod.guard.use import said
from legacy_codemod.guard.words import words
from legacy_codemod.inventory import load

INVENTORY = load(
    "version: 1\nremove:\n  - env: AI_PROVIDER\n  - env: DEFAULT_MODEL\n  - name: app.old.route\n", "i.yaml"
)


def judged(path: str, text: str) -> Outcome:
    files = Memory({path: text.encode()})
    watch = Watch(INVENTORY, words(said(item) for item in INVENTORY.remove))
    return judge(watch, Scope(files, None, (path,), (), ""), Path("nowhere"))


ALLOWED = {
    "in Python": ("a.py", 'import os\nx = os.environ["AI_PROVIDER"]  # codemod: allow[AI_PROVIDER] the old client\n'),
    "of a name": ("a.py", "from app.old import route  # codemod: allow[app.old.route] until May\n"),
    "in YAML": (
        "docker-compose.yml",
        "services:\n  a:\n    environment:\n      AI_PROVIDER: x  # codemod: allow[AI_PROVIDER] b\n",
    ),
    "in JavaScript": ("a.js", "const x = process.env.AI_PROVIDER; // codemod: allow[AI_PROVIDER] the old client\n"),
    "in a C comment": ("a.ts", "f(process.env.AI_PROVIDER); /* codemod: allow[AI_PROVIDER] the old client */\n"),
    "of two names": (
        "a.py",
        "import os\nx = os.getenv('AI_PROVIDER', os.getenv('DEFAULT_MODEL'))"
        "  # codemod: allow[AI_PROVIDER, DEFAULT_MODEL] both\n",
    ),
}


@pytest.mark.parametrize(("path", "text"), ALLOWED.values(), ids=ALLOWED)
def test_a_use_is_allowed_with_a_reason(path: str, text: str) -> None:
    outcome = judged(path, text)
    assert (outcome.failures, outcome.bare, outcome.unused) == ((), (), ())


BARE = {
    "nothing behind it": "x = os.getenv('AI_PROVIDER')  # codemod: allow[AI_PROVIDER]\n",
    "a dash and no word": "x = os.getenv('AI_PROVIDER')  # codemod: allow[AI_PROVIDER] —\n",
}


@pytest.mark.parametrize("text", BARE.values(), ids=BARE)
def test_without_a_reason_it_allows_nothing(text: str) -> None:
    outcome = judged("a.py", f"import os\n{text}")
    assert [failure.use.place.line for failure in outcome.failures] == [2]
    assert [(each.line, each.name) for each in outcome.bare] == [(2, "AI_PROVIDER")]


UNUSED = {
    "of a line without a use": "x = 1  # codemod: allow[AI_PROVIDER] the old client\n",
    "of another name": "x = os.getenv('PORT')  # codemod: allow[DEFAULT_MODEL] why\n",
    "of what no item is called": "x = 1  # codemod: allow[SOMETHING] why\n",
}


@pytest.mark.parametrize("text", UNUSED.values(), ids=UNUSED)
def test_one_that_allows_nothing_is_told(text: str) -> None:
    outcome = judged("a.py", f"import os\n{text}")
    assert outcome.failures == ()
    assert [each.line for each in outcome.unused] == [2]


def test_another_line_is_not_allowed() -> None:
    text = "import os\n# codemod: allow[AI_PROVIDER] the old client\nx = os.getenv('AI_PROVIDER')\n"
    outcome = judged("a.py", text)
    assert [failure.use.place.line for failure in outcome.failures] == [3]
