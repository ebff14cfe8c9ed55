"""Text of nested brackets (JSON with comments, TOML, HCL) → its entries with their exact offsets.

A reader of what stands where, not of what it means: what is not understood has no key, and so is never cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_DEEPEST = 200
_CLOSES = {"{": "}", "[": "]", "(": ")"}
_LONG = r'"""(?:\\.|(?!""")[^\\])*"""+|' r"'''(?:(?!''').)*'''+"
_PLAIN = r'"(?:\\.|[^"\\\n])*"'
_TEMPLATE = r'"(?:\\.|\$\{[^}"]*(?:"[^"\n]*"[^}"]*)*\}|\$(?!\{)|[^"\\\n$])*"'  # "${f("a")}"
_HEREDOC = r"<<-?(?P<mark>\w+)[^\n]*\n.*?^[ \t]*(?P=mark)[ \t]*$"


@dataclass(frozen=True, slots=True)
class Syntax:
    """How a language of brackets writes comments, and between which brackets a new line begins a new entry."""

    comments: tuple[str, ...]
    lines_in: frozenset[str]  # "" is the file itself
    strings: str


JSON = Syntax(("//", "/*"), frozenset(), _PLAIN)
TOML = Syntax(("#",), frozenset({""}), f"{_LONG}|{_PLAIN}|'[^'\\n]*'")
HCL = Syntax(("#", "//", "/*"), frozenset({"", "{"}), f"{_HEREDOC}|{_TEMPLATE}")


@dataclass(eq=False, slots=True)
class Entry:
    """A member, an item, a block or a table's head: ``text[start:end]``; ``comma`` is where the one after it stands."""

    start: int
    parent: Entry | None
    depth: int = 0
    group: int = 0  # in which pair of brackets of the parent it stands
    end: int = 0
    comma: int = -1
    words: list[str] = field(default_factory=list)  # what stands before the first = or : or bracket, or all of it
    assign: int = -1  # where = or : stands
    value: list[str] = field(default_factory=list)  # words and strings after it, outside brackets
    opener: str = ""  # the first bracket that opens in it, and where
    inner: int = -1
    brackets: int = 0  # how many open in it, one after the other
    children: list[Entry] = field(default_factory=list)

    @property
    def keys(self) -> tuple[str, ...]:
        """The dotted key without quotes; empty for an item of a list."""
        return tuple(unquoted(word) for word in self.words if word != ".") if self.assign >= 0 else ()

    @property
    def holder(self) -> Entry | None:
        """The nearest entry around this one that has a key or is a block."""
        above = self.parent
        while above is not None and not above.words:
            above = above.parent
        return above


class _UnbalancedError(Exception):
    """The brackets or quotes of the text do not match, or go deeper than anyone writes."""


def unquoted(word: str) -> str:
    """A string without its quotes; any other word as it is."""
    return word[1:-1] if len(word) > 1 and word[0] in "\"'" and word[0] == word[-1] else word


def entries(text: str, syntax: Syntax) -> list[Entry]:
    """The entries of the file in order, each with its children; none where the brackets do not match."""
    try:
        return _read(_tokens(text, syntax), syntax, "", None)
    except _UnbalancedError:
        return []


def lines_of_strings(text: str, syntax: Syntax) -> set[int]:
    """Lines, from 0, that begin inside a string; what looks like a comment there is none."""
    found: set[int] = set()
    for token in _tokens(text, syntax):
        if "\n" in token.group() and token.group() != "\n":
            first = text.count("\n", 0, token.start())
            found.update(range(first + 1, first + 1 + token.group().count("\n")))
    return found


def walk(found: list[Entry]) -> Iterator[Entry]:
    """Every entry, outer ones first."""
    for entry in found:
        yield entry
        yield from walk(entry.children)


def _tokens(text: str, syntax: Syntax) -> Iterator[re.Match[str]]:
    comment = "|".join(r"/\*.*?\*/" if c == "/*" else re.escape(c) + r"[^\n]*" for c in syntax.comments)
    return re.compile(
        rf"(?P<comment>{comment})|(?P<string>{syntax.strings})|(?P<line>\n)|(?P<open>[\[{{(])"
        rf"|(?P<close>[\]}})])|(?P<comma>,)|(?P<assign>[=:])|(?P<word>[\w-]+|[^\s\w])",
        re.DOTALL | re.MULTILINE,
    ).finditer(text)


def _read(tokens: Iterator[re.Match[str]], syntax: Syntax, opener: str, parent: Entry | None) -> list[Entry]:
    found: list[Entry] = []
    now: Entry | None = None
    if parent is not None and parent.depth > _DEEPEST:
        raise _UnbalancedError
    for token in tokens:
        kind = "string" if token.lastgroup == "mark" else str(token.lastgroup)
        if kind == "comment":
            continue
        if kind == "close":
            if token.group() != _CLOSES.get(opener):
                raise _UnbalancedError
            if parent is not None:
                parent.end = token.end()
            return found
        if kind in ("line", "comma"):
            if kind == "comma" and now is not None:
                now.comma = token.start()
            now = None if kind == "comma" or opener in syntax.lines_in else now
            continue
        if token.group() == '"':
            raise _UnbalancedError
        if now is None:
            now = _entry(token.start(), parent)
            found.append(now)
        _take(now, token, kind)
        if kind == "open":
            now.brackets += 1
            inside = _read(tokens, syntax, token.group(), now)
            now.children += inside
        else:
            now.end = token.end()
    if opener:
        raise _UnbalancedError
    return found


def _entry(start: int, parent: Entry | None) -> Entry:
    return Entry(start, parent, parent.depth + 1, parent.brackets) if parent else Entry(start, None)


def _take(now: Entry, token: re.Match[str], kind: str) -> None:
    if kind == "open" and not now.opener:
        now.opener, now.inner = token.group(), token.start()
    elif kind == "assign" and now.assign < 0 and not now.opener:
        now.assign = token.start()
    elif kind in ("word", "string") and now.assign < 0 and not now.opener:
        now.words.append(token.group())
    elif kind in ("word", "string"):
        now.value.append(token.group())
