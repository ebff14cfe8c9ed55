"""What a plan says of a name, a line, a file and an item."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest
from folding import Memory

from legacy_codemod import plan
from legacy_codemod.errors import CodemodError
from legacy_codemod.explanation.answer import Answer, Fate
from legacy_codemod.explanation.asked import answers
from legacy_codemod.explanation.catalogue_page import entries
from legacy_codemod.inventory import load
from legacy_codemod.model import Request
from legacy_codemod.reports.explain import answers as drawn
from legacy_codemod.reports.parts.page import Page
from legacy_codemod.tree import tree_of
from legacy_codemod.workspace import Workspace

INVENTORY = """\
version: 1
flags:
  - env: USE_NEW
    value: "1"
remove:
  - name: app.router.legacy_route
  - name: app.models.gone
  - name: app.models.later
keep:
  - path: app/billing.py
  - path: app/auth/
    note: the sessions of our users
  - env: PORT
wrap:
  - path: app/jobs/
"""
FILES = {
    "app/__init__.py": "",
    "app/router.py": """\
        import os

        from app.models import cheapest


        def helper(question):
            return cheapest(question)


        def route(question):
            if os.environ["USE_NEW"] == "1":
                return resolve(question)
            return helper(question)


        def legacy_route(question):
            return None


        def resolve(question):
            return question


        def idle():
            return 0
        """,
    "app/models.py": """\
        def cheapest(question):
            return "small"


        def gone():
            return 1


        def later(job):
            return job()
        """,
    "app/uses.py": """\
        from app.models import gone
        from app.router import route

        TOTAL = gone() + 1
        ANSWER = route("?")
        """,
    "app/billing.py": "def price():\n    return 1\n",
    ".env.example": "PORT=1\nUSE_NEW=1\n",
    "app/auth/users.py": "",
    "app/menu.py": 'def menu():\n    return {"once": "every night"}\n',
    "app/jobs/nightly.py": """\
        import os


        def once():
            if os.environ["USE_NEW"] != "1":
                return 0
            return run(by_hand)


        def run(job):
            from app.models import later
            return later(job)


        def by_hand():
            return 1
        """,
}


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    files = {path: dedent(text).encode() for path, text in FILES.items()}
    return Workspace(Request(), load(INVENTORY, "legacy-inventory.yaml"), tree_of(Memory(files)), Path())


def asked(workspace: Workspace, what: str) -> list[Answer]:
    return answers(plan.make(workspace), workspace.tree, what)


VERDICTS = {
    "a helper that only the old path used": ("helper", Fate.REMOVED, "helper unused"),
    "the same by its dotted name": ("app.router.helper", Fate.REMOVED, "helper unused"),
    "what a helper used": ("cheapest", Fate.REMOVED, "cheapest unused"),
    "a function that is still used": ("route", Fate.KEPT, ""),
    "one that was unused before": ("idle", Fate.KEPT, ""),
    "one under KEEP": ("price", Fate.KEPT, ""),
    "a line of the old path": ("app/router.py:13", Fate.REMOVED, "what follows is unreachable"),
    "a line of the old path, with a column": ("./app/router.py:13:5", Fate.REMOVED, "what follows is unreachable"),
    "a line that stays": ("app/router.py:10", Fate.KEPT, ""),
    "a file": ("app/router.py", Fate.CHANGED, "import unused"),
    "a config file": (".env.example", Fate.CHANGED, "config line unused"),
    "an item by its title": ('flag USE_NEW = "1"', Fate.REMOVED, "the condition always holds"),
    "an item by its variable": ("USE_NEW", Fate.REMOVED, "config line unused"),
    "an item that is refused": ("app.models.gone", Fate.REFUSED, ""),
    "the line that stops it": ("app/uses.py:4", Fate.REFUSED, ""),
    "the line that stops it, in a file that a flag made shorter": ("app/jobs/nightly.py:12", Fate.REFUSED, ""),
    "a line that stands, once that is done, where the other one stood": ("app/jobs/nightly.py:10", Fate.KEPT, ""),
    "a folder that is kept": ("app/auth/", Fate.KEPT, ""),
    "a folder that is wrapped": ("app/jobs", Fate.KEPT, ""),
    "a variable that is kept": ("PORT", Fate.KEPT, ""),
}


@pytest.mark.parametrize(("what", "fate", "link"), VERDICTS.values(), ids=VERDICTS)
def test_the_verdict_and_a_link_of_the_chain(workspace: Workspace, what: str, fate: Fate, link: str) -> None:
    first = asked(workspace, what)[0]
    assert first.fate is fate
    assert not link or any(link in step.why for step in first.steps)


SAID = {
    "route": "what stays still uses it in 1 place",
    "idle": "nothing in the plan removed a use of it, and nothing uses it: what was unused before stays",
    "price": "app/billing.py is under KEEP (legacy-inventory.yaml:10)",
    "app/router.py:10": "nothing in the plan touches it",
    'flag USE_NEW = "1"': "it changes 4 files",
    "app/auth": "under KEEP nothing of it changes (the sessions of our users)",
    "PORT": "under KEEP nothing of it changes",
    "app/jobs/": "under WRAP only the legacy branch inside goes",
}


@pytest.mark.parametrize(("what", "said"), SAID.items())
def test_the_sentence(workspace: Workspace, what: str, said: str) -> None:
    assert asked(workspace, what)[0].said == said


def test_who_uses_what_is_kept(workspace: Workspace) -> None:
    (kept,) = asked(workspace, "route")
    assert [str(note.place) for note in kept.notes] == ["app/uses.py:5"]


def test_a_line_is_counted_in_the_committed_file(workspace: Workspace) -> None:
    """The flag takes lines above it first, so the removed function stands higher when its own item comes."""
    (removed,) = asked(workspace, "app/router.py:16")
    assert removed.said == "by `remove app.router.legacy_route`"


def test_a_refusal_names_lines_of_the_committed_file(workspace: Workspace) -> None:
    """Whoever has to answer it looks there; the flag has made the file shorter by then. A string calls nobody."""
    (refused, _) = asked(workspace, "app.models.later")
    (stop,) = refused.refusals
    assert str(stop.place) == "app/jobs/nightly.py:12"
    assert stop.chain == ("run (app/jobs/nightly.py:12)", "once (app/jobs/nightly.py:7)")


def test_a_refusal_is_wrapped_for_a_terminal(workspace: Workspace) -> None:
    page = drawn.render(asked(workspace, "app.models.later"), Page(60)).decode()
    assert "      kept alive by run (app/jobs/nightly.py:12)\n        → once (app/jobs/nightly.py:7)\n" in page


def test_chains_that_begin_alike_are_one_tree(workspace: Workspace) -> None:
    page = drawn.render(asked(workspace, "app/router.py:13"), Page()).decode()
    assert page.count("USE_NEW is 1") == 1
    assert "└── what follows is unreachable" in page


@pytest.mark.parametrize(
    ("what", "step"),
    [
        ("app/router.py:999", "Ask for a line from 1 to 25."),
        ("app/ruter.py", "Did you mean `app/router.py`?"),
        ("wholly unknown", "Name a file, file:line, an item, a definition or a catalogue entry."),
    ],
)
def test_what_means_nothing_says_what_to_ask(workspace: Workspace, what: str, step: str) -> None:
    with pytest.raises(CodemodError) as refused:
        asked(workspace, what)
    assert str(refused.value).endswith(f"\n  {step}")


@pytest.mark.parametrize("name", ["django-waffle", "environs", "compose", "pydantic-settings"])
def test_an_entry_of_the_catalogue_has_its_example(name: str) -> None:
    (entry,) = entries(name)
    assert {"before", "after"} <= {part.name for part in entry.parts}
