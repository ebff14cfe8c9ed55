"""`burn_down.series`: what is counted, in which commits, in histories of every shape."""

from __future__ import annotations

from pathlib import Path

import pytest
from histories import DAY, START, git, history

from legacy_codemod.burn_down.series import Limits, evenly, series
from legacy_codemod.model import EnvFlag, Inventory, Item, Place
from legacy_codemod.sources.past import Commit

INVENTORY = Inventory("legacy-inventory.yaml", flags=(Item(EnvFlag("USE_NEW", "true"), Place("i.yaml", 1)),))
READ = "x = env['USE_NEW']\n"


def lines(root: Path, **limits: int) -> list[int]:
    """The lines of each point, oldest first."""
    return [point.lines for point in series(root, INVENTORY, INVENTORY.path, Limits(**limits)).points]


HISTORIES = {
    "up and down": ([{"a.py": READ}, {"a.py": READ * 3, "b.py": READ}, {"a.py": "\n"}, {"b.py": None}], [1, 4, 1, 0]),
    "a line counts once, however often it says it": ([{"a.py": "USE_NEW USE_NEW\n"}], [1]),
    "a longer name is another one": ([{"a.py": "USE_NEWER\nMY_USE_NEW\nUSE_NEW-X\n"}], [1]),
    "files that stay are counted as they were": (
        [{"a.py": READ}, {"b.py": "x"}, {"c/d.txt": READ}],
        [1, 1, 2],
    ),
    "a file that moves": ([{"a.py": READ}, {"a.py": None, "b.py": READ}], [1, 1]),
    "nothing at all": ([{"a.py": "x = 1\n"}, {"a.py": "x = 2\n"}], [0, 0]),
    "what is no text": ([{"a.bin": f"\0{READ}"}], [0]),
    "the inventory itself": ([{"legacy-inventory.yaml": READ, "sub/legacy-inventory.yaml": READ}], [1]),
    "names that a pathspec would take for more": ([{"a*.py": READ, "ab.py": READ}, {"a*.py": "\n"}], [2, 1]),
    "names beyond ASCII": ([{"ü\n.py": READ}, {"ü\n.py": READ * 2}], [1, 2]),
}


@pytest.mark.parametrize(("commits", "counted"), HISTORIES.values(), ids=HISTORIES.keys())
def test_the_lines_of_each_commit(tmp_path: Path, commits: list[dict[str, str | None]], counted: list[int]) -> None:
    assert lines(history(tmp_path / "repo", commits)) == counted


def test_a_point_names_its_commit_its_time_and_its_files(tmp_path: Path) -> None:
    root = history(tmp_path / "repo", [{"a.py": READ * 2, "b.py": READ}])
    (point,) = series(root, INVENTORY, INVENTORY.path, Limits()).points
    assert (point.commit, point.time, point.lines, point.files) == (git(root, "rev-parse", "HEAD").strip(), START, 3, 2)


def test_a_change_of_many_files_is_counted_all_the_same(tmp_path: Path) -> None:
    many = {f"m{number}.py": READ for number in range(450)}
    assert lines(history(tmp_path / "repo", [{"a.py": READ}, many, dict.fromkeys(many)])) == [1, 451, 1]


def test_a_merge_is_one_commit_of_the_branch_that_took_it(tmp_path: Path) -> None:
    root = history(tmp_path / "repo", [{"a.py": READ}])
    git(root, "switch", "-q", "-c", "side")
    (root / "b.py").write_text(READ * 5)
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "side", at=START + DAY)
    git(root, "switch", "-q", "main")
    git(root, "merge", "-q", "--no-ff", "-m", "merge", "side", at=START + 2 * DAY)
    assert lines(root) == [1, 6]


def test_only_what_lies_below_the_root_counts_also_before_it_was_there(tmp_path: Path) -> None:
    root = history(tmp_path / "repo", [{"a.py": READ}, {"api/b.py": READ}, {"a.py": READ * 9, "api/c.py": READ}])
    assert lines(root / "api") == [0, 1, 2]


def test_a_shallow_clone_is_counted_as_far_as_it_goes(tmp_path: Path) -> None:
    root = history(tmp_path / "repo", [{"a.py": READ * number} for number in (1, 2, 3)])
    git(tmp_path, "clone", "-q", "--depth=2", f"file://{root}", "clone")
    found = series(tmp_path / "clone", INVENTORY, INVENTORY.path, Limits())
    assert [point.lines for point in found.points] == [2, 3]
    assert found.missing == "the clone is shallow: its history does not go back further"


def test_files_that_a_partial_clone_does_not_have_end_the_series(tmp_path: Path) -> None:
    root = history(tmp_path / "repo", [{"a.py": READ * number} for number in (1, 2, 3)])
    git(root, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "-q", "--filter=blob:none", f"file://{root}", "clone")
    found = series(tmp_path / "clone", INVENTORY, INVENTORY.path, Limits())
    assert [point.lines for point in found.points] == [3]
    assert "left out" in found.missing


def test_when_the_time_is_up_older_commits_are_left_out(tmp_path: Path) -> None:
    root = history(tmp_path / "repo", [{"a.py": READ * number} for number in (1, 2, 3)])
    ticking = iter([0, 1, 99])  # when it begins, and before each commit but the newest
    found = series(root, INVENTORY, INVENTORY.path, Limits(seconds=60, clock=lambda: next(ticking)))
    assert [point.lines for point in found.points] == [2, 3]
    assert found.missing.startswith("the time was up")


def test_what_is_not_committed_does_not_count_and_nothing_is_written(tmp_path: Path) -> None:
    root = history(tmp_path / "repo", [{"a.py": READ}])
    (root / "a.py").write_text("")
    before = sorted(path for path in root.rglob("*"))
    assert lines(root) == [1]
    assert sorted(path for path in root.rglob("*")) == before


@pytest.mark.parametrize(
    ("length", "most", "chosen"),
    [(3, 60, [0, 1, 2]), (5, 3, [0, 2, 4]), (100, 4, [0, 33, 66, 99]), (5, 1, [0]), (1, 60, [0])],
    ids=["all of a few", "every other", "both ends of many", "the newest", "the only one"],
)
def test_commits_are_chosen_evenly(length: int, most: int, chosen: list[int]) -> None:
    commits = [Commit(str(number), number) for number in range(length)]
    assert [commit.time for commit in evenly(commits, most)] == chosen
