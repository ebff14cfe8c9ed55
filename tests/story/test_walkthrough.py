"""docs/walkthrough.md shows what its commands print, and whatever is put there instead is noticed."""

from __future__ import annotations

import pytest

from proof.walkthrough import DOCUMENT, WrongError, chosen, difference, walked


def test_the_walkthrough_shows_what_its_commands_print() -> None:
    document = DOCUMENT.read_text(encoding="utf-8")
    found = difference(document, walked(document))
    assert not found, f"`python -m proof.walkthrough` writes this:\n{found}"


WRITTEN = """\
<!-- mask: pid \\d+ => pid 1 -->
<!-- day: 2026-10-05 -->
```console
$ git init --quiet docent && cd docent && touch "it is here"
$ printf 'one  \\ntwo'
something else
$ echo "pid $$" && false
$ cat <<'END'
> a
> b
> END
```
<!-- run: printf 'old\\n' > text -->
```diff
--- a/text
+++ b/text
@@ -1 +1 @@
-old
+new
```
<!-- show: first 1, "3", last 1 -->
```console
$ cat text
$ seq 1 9
```
```console
$ codemod inventory schema | head -1
$ codemod plan
```
"""
PRINTED = """\
<!-- mask: pid \\d+ => pid 1 -->
<!-- day: 2026-10-05 -->
```console
$ git init --quiet docent && cd docent && touch "it is here"
$ printf 'one  \\ntwo'
one
two
$ echo "pid $$" && false
pid 1
[exit 1]
$ cat <<'END'
> a
> b
> END
a
b
```
<!-- run: printf 'old\\n' > text -->
```diff
--- a/text
+++ b/text
@@ -1 +1 @@
-old
+new
```
<!-- show: first 1, "3", last 1 -->
```console
$ cat text
new
$ seq 1 9
1
…
3
…
9
```
```console
$ codemod inventory schema | head -1
{
[exit 0]
$ codemod plan
codemod: ~/docent has no commits yet
  Commit the code first, or plan from the files on disk with --worktree.
[exit 2]
```
"""


def test_below_each_command_is_put_what_it_prints() -> None:
    assert walked(WRITTEN) == PRINTED
    assert walked(PRINTED) == PRINTED


LINES = ["a", "b", "c", "d", "e"]
RULES = {
    "first 2": ["a", "b", "…"],
    "last 2": ["…", "d", "e"],
    '"c"': ["…", "c", "…"],
    '"b" 2': ["…", "b", "c", "d", "…"],
    '"b" to "d"': ["…", "b", "c", "d", "…"],
    'last 1, first 1, "b"': ["a", "b", "…", "e"],
    "first 9": LINES,
}


@pytest.mark.parametrize(("rule", "shown"), RULES.items(), ids=RULES)
def test_a_rule_says_which_lines_are_shown(rule: str, shown: list[str]) -> None:
    assert chosen(LINES, rule) == shown


@pytest.mark.parametrize("rule", ['"x"', '"c" to "a"', "the first", ""])
def test_a_rule_that_fits_nothing_is_wrong(rule: str) -> None:
    with pytest.raises(WrongError):
        chosen(LINES, rule)


def test_a_command_that_is_not_shown_must_not_fail() -> None:
    with pytest.raises(WrongError, match="exit 1 of a command that is not shown"):
        walked("<!-- run: false -->\n")
