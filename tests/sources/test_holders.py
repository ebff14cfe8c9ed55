"""Which files of a tree hold a word."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from real_git import GitFolder

from legacy_codemod.sources import open_sources

HELD = {
    "a word is found": ("x = USE_X\n", ["USE_X"], {"USE_X"}),
    "part of a longer word is not": ("USE_XL MY_USE_X xUSE_X1\n", ["USE_X"], set()),
    "punctuation bounds a word": ("os.environ['USE_X'].a-b", ["USE_X", "a"], {"USE_X", "a"}),
    "case matters": ("use_x", ["USE_X"], set()),
    "each word is told apart": ("one two", ["one", "two", "three"], {"one", "two"}),
    "a word in a longer word of the list": ("a.flags.X", ["a.flags.X", "flags", "X"], {"a.flags.X", "flags", "X"}),
    "a word that begins like another": ("legacy_resolve2", ["legacy_resolve", "legacy_resolve2"], {"legacy_resolve2"}),
    "a longer neighbour does not hide the shorter word": ("a.bc", ["a", "a.b"], {"a"}),
    "a dot is a dot": ("appXflags", ["app.flags"], set()),
    "a dashed key": ("flag('new-checkout')", ["new-checkout", "new"], {"new-checkout", "new"}),
    "special characters mean themselves": ("f(a|b)[c]*^$+?{}\\", ["f(a|b)[c]*^$+?{}\\"], {"f(a|b)[c]*^$+?{}\\"}),
    "a word beyond ASCII": ("café = 1", ["café"], {"café"}),
    "a Latin-1 file": (b"# caf\xe9 USE_X\n", ["USE_X"], {"USE_X"}),
    "an empty word is nobody's": ("x", [""], set()),
    "no words": ("x", [], set()),
    "a word of two lines is nobody's": ("a\nb", ["a\nb"], set()),
    "a binary file is passed over": (b"\0USE_X", ["USE_X"], set()),
    "Windows line ends": ("USE_X\r\n", ["USE_X"], {"USE_X"}),
}  # fmt: skip


@pytest.fixture(params=["Perl patterns", "no Perl patterns", "no git grep"])
def this_git(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A git that was built without what the faster ways need."""
    refused = {"Perl patterns": "", "no Perl patterns": " -P ", "no git grep": " grep "}[request.param]
    if refused:
        script = f'#!/bin/sh\ncase " $* " in *"{refused}"*) echo "fatal: cannot" >&2; exit 128;; esac\n'
        (tmp_path / "bin").mkdir()
        (tmp_path / "bin/git").write_text(f'{script}exec {shutil.which("git")} "$@"\n')
        (tmp_path / "bin/git").chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")


@pytest.mark.usefixtures("this_git")
@pytest.mark.parametrize(("content", "words", "held"), HELD.values(), ids=HELD.keys())
def test_words(repository: GitFolder, content: str | bytes, words: list[str], held: set[str]) -> None:
    repository.commit({"a.txt": content, "other.txt": "nothing here\n"})
    for worktree in (False, True):
        assert open_sources(repository.root, worktree=worktree).holders(words) == {word: ["a.txt"] for word in held}


@pytest.mark.usefixtures("this_git")
def test_a_zero_byte_makes_no_python_file_binary(repository: GitFolder) -> None:
    repository.commit({"a.py": b"\0USE_X", "a.bin": b"\0USE_X"})
    for worktree in (False, True):
        assert open_sources(repository.root, worktree=worktree).holders(["USE_X"]) == {"USE_X": ["a.py"]}


@pytest.mark.parametrize("attribute", ["-diff", "binary", "diff=odd"])
def test_no_attribute_hides_a_file(repository: GitFolder, attribute: str) -> None:
    repository.git("config", "diff.odd.binary", "true")
    repository.commit({".gitattributes": f"*_pb2.py {attribute}\n", "x_pb2.py": "USE_X\n"})
    for worktree in (False, True):
        assert open_sources(repository.root, worktree=worktree).holders(["USE_X"]) == {"USE_X": ["x_pb2.py"]}


@pytest.mark.parametrize(
    "setting",
    ["grep.patternType=fixed", "grep.fullName=true", "grep.lineNumber=true", "color.ui=always", "core.quotePath=true"],
)
def test_no_setting_changes_the_answer(repository: GitFolder, setting: str) -> None:
    repository.commit({"sub/é.py": "USE_X\n"})
    repository.git("config", *setting.split("="))
    for worktree in (False, True):
        assert open_sources(repository.root / "sub", worktree=worktree).holders(["USE_X"]) == {"USE_X": ["é.py"]}


def test_thousands_of_words_are_one_search(repository: GitFolder) -> None:
    words = [f"legacy_{number}_name" for number in range(6000)]
    repository.commit({"a.py": "legacy_0_name legacy_5999_name\n", "b.py": "legacy_6000_name\n"})
    found = open_sources(repository.root, worktree=False).holders(words)
    assert found == {"legacy_0_name": ["a.py"], "legacy_5999_name": ["a.py"]}


def test_a_word_of_a_thousand_characters_is_a_word(repository: GitFolder) -> None:
    repository.commit({"a.py": "x" * 3000 + "\n"})
    words = ["x" * length for length in (1000, 3000)]
    assert open_sources(repository.root, worktree=False).holders(words) == {"x" * 3000: ["a.py"]}
