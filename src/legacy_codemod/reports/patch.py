"""A verdict into one patch that ``git apply`` takes, and nothing else: every file from the base to the plan's end."""

from __future__ import annotations

from legacy_codemod.model import FileChange, Verdict
from legacy_codemod.reports.parts.binary import BINARY, delta, literal
from legacy_codemod.reports.parts.hunks import Hunk, hunks
from legacy_codemod.reports.parts.names import quoted
from legacy_codemod.reports.parts.page import Page
from legacy_codemod.reports.parts.secrets import holds_secrets
from legacy_codemod.sources.naming import blob_id
from legacy_codemod.sources.words import is_binary


def render(verdict: Verdict, page: Page) -> bytes:
    """The patch as bytes; empty where nothing would change."""
    plan = verdict.plan
    return b"".join(_file(file, page, plan.base) for file in plan.files.values())


def _file(file: FileChange, page: Page, base: str) -> bytes:
    old, new = quoted("a/", page.prefix + file.path), quoted("b/", page.prefix + file.path)
    head = b"diff --git %s %s\n" % (old, new) + _index(file, page, base)
    after = file.after or b""
    if is_binary(file.before) or is_binary(after):
        return head + BINARY + literal(after) + literal(file.before)  # the way back is for `git apply -R`
    if holds_secrets(file.path, file.before):
        return head + BINARY + delta(file.before, after)  # lines around a hunk, or a way back, would tell the values
    body = b"".join(_hunk(hunk) for hunk in hunks(file.before, after))
    if not body:
        return head  # an empty file that goes has no lines to show
    return head + b"--- %s\n+++ %s\n" % (_tabbed(old), b"/dev/null" if file.after is None else _tabbed(new)) + body


def _index(file: FileChange, page: Page, base: str) -> bytes:
    mode = "100755" if file.path in page.executable else "100644"
    before = blob_id(file.before, base)
    if file.after is None:
        return f"deleted file mode {mode}\nindex {before}..{'0' * len(before)}\n".encode()
    return f"index {before}..{blob_id(file.after, base)} {mode}\n".encode()


def _hunk(hunk: Hunk) -> bytes:
    return hunk.header.encode() + b"\n" + b"".join(_line(line.sign, line.text) for line in hunk.lines)


def _line(sign: str, text: bytes) -> bytes:
    whole = sign.encode() + text
    return whole if text.endswith(b"\n") else whole + b"\n\\ No newline at end of file\n"


def _tabbed(name: bytes) -> bytes:
    """A name with a space ends on a tab, so that nobody takes what follows for a date (git does the same)."""
    return name + b"\t" if b" " in name and not name.startswith(b'"') else name
