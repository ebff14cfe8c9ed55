"""Docent with each single item or file kept: what stays is untouched, what is left compiles, resolves and passes.

``CODEMOD_DECISIONS=all`` tries every item and every file of every item; without it, some of each kind.
"""

from __future__ import annotations

import builtins
import dis
import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import CodeType

import pytest
from docent_story import story_repository
from story import tried

from legacy_codemod import plan, workspace
from legacy_codemod.model import Change, Decision, Plan, Request
from legacy_codemod.settled import unsettled
from legacy_codemod.workspace import Workspace

SOME = {
    ('flag USE_RESTORMEL_KEYS = "true"', ""),
    ('flag USE_RESTORMEL_KEYS = "true"', "docent/resolve.py"),
    ("remove docent.ai_router.router.legacy_resolve", "docent/__init__.py"),
    ("remove docent/ai_router/", "docent/ai_router/chain.py"),
}


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return workspace.open(Request(str(story_repository(tmp_path_factory.mktemp("kept")))))


@pytest.fixture(scope="module")
def whole(opened: Workspace) -> Plan:
    """The plan of which something is kept."""
    return plan.make(opened)


def decisions(whole: Plan) -> Iterator[Decision]:
    """Each item by itself, and each file of each item."""
    for change in whole.changes:
        yield Decision(change.item.title, str(change.item.place))
        yield from (Decision(change.item.title, str(change.item.place), file.path) for file in change.files)


def of_item(made: Plan, decision: Decision) -> Change | None:
    """What the plan does for the item that a decision is about."""
    return next((change for change in made.changes if change.item.title == decision.title), None)


def left_in(folder: Path, opened: Workspace, made: Plan) -> Path:
    """What the plan leaves, as a plain folder."""
    shutil.copytree(opened.root, folder, ignore=shutil.ignore_patterns(".git"))
    for path, file in made.files.items():
        (folder / path).unlink() if file.after is None else (folder / path).write_bytes(file.after)
    return folder


def undefined(code: CodeType, known: frozenset[str]) -> set[str]:
    """Names that a module's code reads and that neither it nor Python defines."""
    instructions = list(dis.get_instructions(code))
    stored = {each.argval for each in instructions if each.opname in ("STORE_NAME", "STORE_GLOBAL")}
    known |= stored if code.co_name == "<module>" else frozenset()
    read = {each.argval for each in instructions if each.opname in ("LOAD_NAME", "LOAD_GLOBAL")}
    inner = [undefined(each, known) for each in code.co_consts if isinstance(each, CodeType)]
    return (read - known - stored).union(*inner)


def names_without_definition(folder: Path) -> dict[str, set[str]]:
    """By file; a file that does not compile raises."""
    always = frozenset({*dir(builtins), "__file__", "__annotations__"})
    read = {
        str(path.relative_to(folder)): undefined(compile(path.read_bytes(), str(path), "exec"), always)
        for path in sorted(folder.rglob("*.py"))
    }
    return {path: names for path, names in read.items() if names}


def test_each_item_and_each_file_can_be_kept(opened: Workspace, whole: Plan, tmp_path: Path) -> None:
    every = os.environ.get("CODEMOD_DECISIONS") == "all"
    for number, kept in enumerate(decisions(whole)):
        if not every and (kept.title, kept.path) not in SOME:
            continue
        decided = replace(opened, decisions=(kept,))
        made = plan.make(decided)
        assert made.refused == (), kept
        assert unsettled(decided, made) == (), kept
        done = of_item(made, kept)
        assert kept.path not in [file.path for file in (done.files if done else ())], kept
        assert kept.path or done is None, kept
        folder = left_in(tmp_path / str(number), opened, made)
        assert names_without_definition(folder) == {}, kept
        assert tried(folder).keys() == {"passed"}, kept
        shutil.rmtree(folder)


def test_the_check_for_names_sees_one_that_is_missing() -> None:
    source = "import os\ndef f(a):\n    return os.sep + gone + a\nclass C:\n    x = 1\n    y = x\n"
    assert undefined(compile(source, "a.py", "exec"), frozenset(dir(builtins))) == {"gone"}
