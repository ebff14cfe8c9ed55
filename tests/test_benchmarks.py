"""The trees of the benchmarks are what they say, and a command that did not do its work is seen and gives no figure."""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from benchmarks import pages
from benchmarks.checks import left_undone
from benchmarks.figures import Taken, figures
from benchmarks.pairs import Memory, Run, Work, memory, paired, rounds, run
from benchmarks.picture import Bar, picture
from benchmarks.reads import KEY
from benchmarks.trees import Tree, git, ready
from benchmarks.works import Scale, works

TREE = Tree(60, 6, (4, 1))
SCALE = Scale(small=60, large=120, few=6, many=12, pieces=200)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return ready(tmp_path, TREE)


def fold(root: Path, text: Callable[[str], str] = str) -> None:
    """Do the work in place; the first file becomes ``text`` of what it should be."""
    for at, (path, change) in enumerate(TREE.changes.items()):
        (root / path).write_text(change.after if at else text(change.after), encoding="utf-8")


def test_a_tree_is_the_same_each_time_and_made_once(tmp_path: Path) -> None:
    first, second = ready(tmp_path / "a", TREE), ready(tmp_path / "b", TREE)
    assert git(first, "rev-parse", "main") == git(second, "rev-parse", "main")
    before = (first / ".git/made-by").stat().st_mtime_ns
    assert (ready(tmp_path / "a", TREE), (first / ".git/made-by").stat().st_mtime_ns) == (first, before)


def test_as_many_files_read_the_flag_as_the_tree_says(root: Path) -> None:
    readers = set(git(root, "grep", "-l", KEY).decode().split())
    assert readers == set(TREE.changes)
    assert len(readers) == TREE.candidates
    assert len(list(root.rglob("module_*.py"))) == TREE.files


def test_each_shape_of_a_read_is_in_some_file_and_gone_afterwards() -> None:
    before = "".join(change.before for change in Tree(60, 6).changes.values())
    read = f'flags.is_enabled("{KEY}")'
    assert [
        shape for shape in (f"if {read}", f"if not {read}", f"and {read}", f"{read} and") if shape not in before
    ] == []
    assert all(KEY not in change.after for change in TREE.changes.values())
    assert all(ast.parse(change.after) for change in TREE.changes.values())


def test_a_chain_has_a_reader_and_a_file_for_each_helper() -> None:
    links = list(TREE.links(4).values())
    assert ["is_enabled" in change.before for change in links] == [True, False, False, False, False]
    assert ["def fall_back" in change.before for change in links] == [False, True, True, True, True]
    assert not any("fall_back" in change.after for change in links)


def test_work_that_was_done_has_nothing_left_undone(root: Path) -> None:
    fold(root)
    assert left_undone(root, TREE.changes) == ""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(lambda _: next(iter(TREE.changes.values())).before, "as they were", id="a file was passed over"),
        pytest.param(
            lambda after: f"{after}\nif True:\n    pass\n", "not what it is", id="a branch was left around it"
        ),
        pytest.param(lambda after: f"{after}\n  x\n", "does not parse", id="a file no longer parses"),
        pytest.param(lambda after: after.replace("return", "yield", 1), "not what it is", id="something else changed"),
        pytest.param(
            lambda after: after.replace("order.plan", "weigh_1", 1), "not what it is", id="the other branch stays"
        ),
    ],
)
def test_work_that_was_not_done_is_told(root: Path, text: Callable[[str], str], told: str) -> None:
    assert text(after := next(iter(TREE.changes.values())).after) != after
    fold(root, text)
    assert told in left_undone(root, TREE.changes)


def test_a_change_to_a_file_without_the_flag_is_told(root: Path) -> None:
    fold(root)
    (root / "shop/flags.py").write_text("", encoding="utf-8")
    assert left_undone(root, TREE.changes) == "shop/flags.py has nothing to do with the flag"


def test_an_import_out_of_use_may_stay_only_where_the_program_takes_none(root: Path) -> None:
    change = next(iter(TREE.changes.values()))
    spare = next(line for line in change.before.splitlines() if "import weigh_" in line)
    fold(root, lambda after: after.replace("import logging\n", f"import logging\n{spare}\n", 1))
    assert left_undone(root, TREE.changes, imports=False) == ""
    assert "not what it is" in left_undone(root, TREE.changes)


def test_the_plan_of_codemod_does_its_work_on_these_trees(tmp_path: Path) -> None:
    named = works(tmp_path, SCALE, peers=())
    assert [name for name in named if name.split()[0] not in {"plan", "apply", "parse", "search"}] == []
    done = {name: run(named[name]).wrong for name in ("plan few", "plan chain-30", "plan module", "apply many")}
    assert done == dict.fromkeys(done, "")


def test_a_program_that_does_nothing_gives_no_ratio(tmp_path: Path) -> None:
    idle = Work(["true"], tmp_path, check=lambda: "3 of 3 files are as they were")
    busy = Work(["true"], tmp_path)
    ran = rounds({"plan few": busy, "plan large": busy, "plan many": busy, "piranha few": idle}, runs=2)
    assert [len(runs) for runs in ran.values()] == [2, 2, 2, 1]
    found = {
        figure.what: figure
        for figure in figures({name: Taken(runs, Memory(1, 1)) for name, runs in ran.items()}, Scale())
    }
    first = found["`plan`, 10,000 files, 20 candidates, to Piranha"]
    assert (first.value, first.wrong) == (None, "3 of 3 files are as they were")
    assert found["`plan`, 100,000 files, 20 candidates, to Piranha"].wrong == "piranha is not there"
    assert found["`plan`, 10,000 files, 20 candidates"].value is not None


def test_a_command_that_ends_otherwise_did_not_do_its_work(tmp_path: Path) -> None:
    assert run(Work(["false"], tmp_path)).wrong == "ended with 1"
    assert run(Work(["false"], tmp_path, code=1)).wrong == ""


def test_a_pair_gives_all_runs_however_they_ended(tmp_path: Path) -> None:
    pair = paired(["true"], ["false"], tmp_path, runs=2)
    assert ([one.code for one in pair.ours], [one.code for one in pair.theirs]) == ([0, 0], [1, 1])
    assert pair.ratio > 0


def test_a_command_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    endless = Work([sys.executable, "-c", "while True: pass"], tmp_path)
    assert run(endless, limit=1).wrong == "stopped after 1 s of a processor"


def test_the_memory_of_all_processes_is_more_than_that_of_one(tmp_path: Path) -> None:
    eat = "held = bytearray(30_000_000); held[::4096] = bytes(len(held[::4096]))"
    child = f"import time; {eat}; time.sleep(0.5)"
    parent = f"import subprocess, sys; {eat}; subprocess.run([sys.executable, '-c', {child!r}])"
    most = memory(Work([sys.executable, "-c", parent], tmp_path))
    assert most.largest < 60 < most.together


def result() -> pages.Result:
    """As the command writes it."""
    done, not_done = Run(2.0, 3.0, 0), Run(1.0, 1.0, 0, "1 of 20 files are as they were")
    few = {
        "plan few": Taken((done,), Memory(50, 60)),
        "plan large": Taken((done,), Memory(50, 60)),
        "plan many": Taken((done,), Memory(50, 60)),
    }
    taken = few | {
        "piranha few": Taken((Run(1.0, 1.0, 0),), Memory(40, 40)),
        "piranha large": Taken((not_done,), Memory(0, 0)),
    }
    rows = {
        name: {"seconds": [each.runs[0].seconds], "cpu": [1], "memory": vars(each.memory), "wrong": each.wrong}
        for name, each in taken.items()
    }
    shown = [vars(figure) for figure in figures(taken, Scale())]
    machine = {"processors": 2, "system": "Linux", "python": "3.11", "git": "2.39"}
    known = {"measured": "2026-01-01", "rounds": 1, "machine": machine, "versions": {"Piranha": "0.4"}}
    return json.loads(json.dumps(known | {"scale": vars(Scale()), "works": rows, "figures": shown}))


def test_a_table_says_which_goal_was_missed_and_which_figure_is_not_there() -> None:
    lines = pages.table_of_figures(result()).splitlines()
    assert "| `plan`, 10,000 files, 20 candidates, to Piranha | 2\N{MULTIPLICATION SIGN} |" in lines[2]
    assert lines[2].endswith("at most 1.5\N{MULTIPLICATION SIGN}: **missed** |")
    assert "| none: 1 of 20 files are as they were |" in lines[3]
    assert lines[-1].endswith("at most 150 MB: met |")


def test_the_table_of_commands_says_what_was_not_done() -> None:
    lines = pages.table_of_works(result()).splitlines()
    assert "| `codemod plan`, 10,000 files, 20 candidates | 2.00 | 1.00 | 50 | 60 |" in lines
    assert "| PolyglotPiranha, 100,000 files, 20 candidates | not done: 1 of 20 files are as they were | | | |" in lines


def test_a_page_takes_a_table_between_its_comments_and_keeps_the_rest() -> None:
    page = "before\n<!-- works -->\nold\n<!-- /works -->\nafter\n"
    assert pages.filled(page, "works", "| new |") == "before\n<!-- works -->\n| new |\n<!-- /works -->\nafter\n"
    with pytest.raises(ValueError, match="no place for figures"):
        pages.filled(page, "figures", "")


@pytest.mark.skipif(not pages.RESULTS.exists(), reason="nothing was measured yet: make benchmark")
def test_the_pages_of_the_project_say_what_was_measured() -> None:
    made = pages.made(json.loads(pages.RESULTS.read_text(encoding="utf-8")))
    assert {page: page.read_text(encoding="utf-8") for page in made} == made


def test_the_picture_stands_alone_and_says_in_words_what_it_shows() -> None:
    drawn = picture(
        [Bar("10 files", "codemod plan", 1.0), Bar("10 files", "Other", 2.0), Bar("20 files", "Other", None)], "<x>"
    )
    element = ElementTree.fromstring(drawn)
    ours, other, none = (
        float(bar.get("width", "")) for bar in element.iter() if bar.get("class") in {"ours", "theirs"}
    )
    assert (other, none) == (ours * 2, 0)
    assert element.get("aria-label", "").endswith(
        "10 files: codemod plan 1.00 s; 10 files: Other 2.00 s; 20 files: Other did not do it."
    )
    assert "prefers-color-scheme:dark" in drawn
    assert "href" not in drawn
