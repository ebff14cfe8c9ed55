"""The story tells the truth: both suites pass, nothing retired is left, and what has to stay has stayed."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from docent_story import DOCENT, RECORDS, retired_words, story_repository
from story import INVENTORY, files, passed

from legacy_codemod.model import PathSubject


def holding(folder: Path, word: str) -> list[str]:
    """Files outside the records that hold ``word``, as ``git grep`` finds them."""
    records = [f":!{record}" for record in RECORDS]
    grep = ["git", "grep", "--no-index", "-l", "-w", "-F", "-e", word, "--", ".", *records]
    done = subprocess.run(grep, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return done.stdout.splitlines()


def handlers(folder: Path) -> dict[str, list[list[str]]]:
    """Per function that catches a resolve error: its handlers in order, each with the calls that log."""
    found = {}
    for path in sorted((folder / "docent").rglob("*.py")):
        for function in functions(path):
            caught = [[ast.unparse(h.type or ast.Constant(None)), *logged(h)] for h in handlers_in(function)]
            if any("Error" in handler[0] for handler in caught):
                found[f"{path.relative_to(folder).as_posix()}:{function.name}"] = caught
    return found


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(path.read_bytes(), str(path))
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def handlers_in(function: ast.AST) -> Iterator[ast.ExceptHandler]:
    return (node for node in ast.walk(function) if isinstance(node, ast.ExceptHandler))


def logged(handler: ast.ExceptHandler) -> list[str]:
    calls = (node for node in ast.walk(handler) if isinstance(node, ast.Call))
    return [ast.unparse(call) for call in calls if ast.unparse(call.func).startswith("log.")]


def test_the_app_passes_its_own_tests_before(before: Path) -> None:
    assert passed(before) > 140


def test_the_app_passes_its_own_tests_afterwards(finished: Path) -> None:
    assert passed(finished) > 100


def test_the_repository_is_the_same_each_time(tmp_path: Path, before: Path) -> None:
    def head(root: Path) -> str:
        return subprocess.run(["git", "rev-parse", "HEAD"], cwd=root, capture_output=True, check=True).stdout.decode()

    assert head(story_repository(tmp_path / "again")) == head(before)


def test_the_repository_holds_every_file_hidden_ones_too(before: Path) -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=before, capture_output=True, text=True, check=True).stdout
    assert {".env.example", ".github/workflows/ci.yml", INVENTORY} <= set(listed.splitlines())
    assert set(listed.splitlines()) == set(files(before))


def test_it_is_a_service_and_not_a_snippet(before: Path) -> None:
    python = {path: content for path, content in files(before).items() if path.endswith(".py")}
    assert len(python) > 25
    assert sum(content.count(b"\n") for content in python.values()) > 1500


@pytest.mark.parametrize("word", sorted(retired_words(DOCENT.told)))
def test_a_retired_word_is_there_before_and_nowhere_afterwards(before: Path, finished: Path, word: str) -> None:
    assert holding(before, word)
    assert holding(finished, word) == []


def test_what_is_kept_is_byte_identical(before: Path, finished: Path) -> None:
    was, now = files(before), files(finished)
    for item in DOCENT.told.keep:
        if isinstance(item.subject, PathSubject):
            kept = {path for path in was if path.startswith(item.subject.path)}
            assert kept, item.title
            assert {path: now.get(path) for path in kept} == {path: was[path] for path in kept}


def test_nothing_is_new_and_every_file_parses(before: Path, finished: Path) -> None:
    now = files(finished)
    assert now.keys() <= files(before).keys()
    for path in now:
        if path.endswith(".py"):
            compile(now[path], path, "exec")


def test_every_error_path_is_still_there_with_its_logging(before: Path, finished: Path) -> None:
    was, now = handlers(before), handlers(finished)
    kept = {name: caught for name, caught in was.items() if "ai_router" not in name and "flags.py" not in name}
    assert kept == now
    assert len(now["docent/resolve.py:resolve_provider"]) == len(now["docent/resolve.py:resolve_provider_async"]) == 3


def test_the_result_is_the_one_made_by_hand(finished: Path) -> None:
    expected = files(DOCENT.folder / "after")
    assert {path: content for path, content in files(finished).items() if path != INVENTORY} == expected
