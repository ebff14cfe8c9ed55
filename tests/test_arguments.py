"""What of a command line is plain, and what of it is left to the program that reads every option."""

from __future__ import annotations

import pytest

from legacy_codemod.arguments import plainly

OPTIONS = {"--root": "root", "--output": "output", "-o": "output"}
SWITCHES = {"--quiet": "quiet", "-q": "quiet", "--loud": "quiet"}
READ = {
    "nothing": ([], ({}, [])),
    "an option and its value": (["--root", "a"], ({"root": "a"}, [])),
    "both in one": (["--root=a"], ({"root": "a"}, [])),
    "a value with a sign of its own": (["--root=a=b"], ({"root": "a=b"}, [])),
    "a value that looks like an option": (["--root", "-q"], ({"root": "-q"}, [])),
    "a short option": (["-o", "a"], ({"output": "a"}, [])),
    "an option twice": (["-o", "a", "--output=b"], ({"output": "b"}, [])),
    "a switch": (["-q"], ({"quiet": "-q"}, [])),
    "a switch and its contrary": (["-q", "--loud"], ({"quiet": "--loud"}, [])),
    "what stands beside": (["a", "-q", "b"], ({"quiet": "-q"}, ["a", "b"])),
    "all behind two dashes": (["--", "-q", ""], ({}, ["-q", ""])),
}
UNREAD = {
    "an option that is not known": ["--rot", "a"],
    "one that is cut short": ["--roo", "a"],
    "one without a value": ["--root"],
    "one whose value is empty": ["--root", ""],
    "the same in one": ["--root="],
    "a switch with a value": ["--quiet=yes"],
    "several switches in one": ["-qq"],
    "a short option and its value in one": ["-oa"],
    "the same with a sign": ["-o=a"],
    "a dash": ["-"],
    "an empty argument": [""],
    "help": ["--help"],
}


@pytest.mark.parametrize(("arguments", "read"), READ.values(), ids=READ)
def test_what_is_plain_is_read(arguments: list[str], read: tuple[dict[str, str], list[str]]) -> None:
    assert plainly(arguments, OPTIONS, SWITCHES) == read


@pytest.mark.parametrize("arguments", UNREAD.values(), ids=UNREAD)
def test_whatever_else_is_not(arguments: list[str]) -> None:
    assert plainly(arguments, OPTIONS, SWITCHES) is None
