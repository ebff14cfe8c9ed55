"""`reports.patch`: whatever the file, `git apply` makes of the patch exactly the bytes that the plan says."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hand_made import verdict_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legacy_codemod.model import FileChange
from legacy_codemod.reports.parts.page import Page
from legacy_codemod.reports.patch import render

Git = Callable[..., bytes]
TWENTY = [b"line %d\n" % number for number in range(20)]

CONTENTS = {
    "a line in the middle goes": (b"".join(TWENTY), b"".join(TWENTY[:9] + TWENTY[10:])),
    "the first line goes": (b"".join(TWENTY), b"".join(TWENTY[1:])),
    "the last line goes": (b"".join(TWENTY), b"".join(TWENTY[:-1])),
    "two far places make two hunks": (b"".join(TWENTY), b"".join([TWENTY[0], *TWENTY[2:17], b"new\n", *TWENTY[18:]])),
    "two near places make one hunk": (b"".join(TWENTY), b"".join([*TWENTY[:8], *TWENTY[9:12], *TWENTY[13:]])),
    "a block loses its indentation": (b"if x:\n    a()\n    b()\n", b"a()\nb()\n"),
    "lines end on CRLF": (b"a\r\nb\r\nc\r\n", b"a\r\nc\r\n"),
    "lines end in both ways": (b"a\r\nb\nc\r\n", b"a\r\nc\r\n"),
    "a lone CR is no newline": (b"a\rb\nc\n", b"a\rb\n"),
    "no final newline before": (b"a\nb", b"a\nb\n"),
    "no final newline after": (b"a\nb\n", b"a\nb"),
    "no final newline on both sides": (b"a\nb", b"a\nc"),
    "no final newline in the context": (b"a\nb\nc", b"b\nc"),
    "a form feed and a line separator": ("a\x0cb\u2028c\nd\n".encode(), b"d\n"),
    "the file becomes empty": (b"a\n", b""),
    "the file was empty": (b"", b"a\n"),
    "latin-1 and a BOM": (b"\xef\xbb\xbfa\n\xe9\nb\n", b"\xef\xbb\xbfa\n\xe9\n"),
    "a zero byte": (b"\0\1" * 300, b"\0\1" * 299),
    "a binary file becomes empty": (b"\0abc", b""),
    "lines that look like a patch": (b"--- a/x\n+++ b/x\n@@ -1 +1 @@\n-x\n", b"--- a/x\n@@ -1 +1 @@\n-x\n"),
    "the file goes": (b"a\nb\n", None),
    "the file goes without a final newline": (b"a\nb", None),
    "an empty file goes": (b"", None),
    "a binary file goes": (b"\x89PNG\0" * 40, None),
}
NAMES = {
    "a plain name": b"app.py",
    "a folder": b"a/b/c.py",
    "spaces": b"two words/and more.py",
    "a space at the end": b"end ",
    "a newline": b"new\nline.py",
    "a tab": b"tab\there.py",
    "quotes": b'say "hi".py',
    "a backslash": b"back\\slash.py",
    "a leading dash": b"-n.py",
    "an escape sequence": b"\x1b[31mred.py",
    "letters beyond ASCII": "größe/ファイル.py".encode(),
    "bytes that are no UTF-8": b"caf\xe9.py",
    "the word of a header": b"b/b b/b",
}


def committed(git: Git, root: Path, name: bytes, content: bytes) -> str:
    """Commit one file (in a folder of its own repository) and give its path as a plan has it."""
    git("init", "-q")
    git("config", "core.autocrlf", "false")
    file = Path(os.fsdecode(os.fsencode(root) + b"/" + name))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    git("add", "-A")
    git("commit", "-q", "-m", "before")
    return name.decode("utf-8", "surrogateescape")


def applied(git: Git, root: Path, patch: bytes, *options: str) -> dict[bytes, bytes]:
    """Apply ``patch`` to tree and index, and read back every file."""
    git("apply", "--check", *options, stdin=patch)
    git("apply", "--index", *options, stdin=patch)
    names = [name for name in git("ls-files", "-z").split(b"\0") if name]
    return {name: Path(os.fsdecode(os.fsencode(root) + b"/" + name)).read_bytes() for name in names}


@pytest.mark.parametrize(("before", "after"), CONTENTS.values(), ids=CONTENTS.keys())
def test_git_takes_every_kind_of_content(git: Git, tmp_path: Path, before: bytes, after: bytes | None) -> None:
    path = committed(git, tmp_path / "repo", b"a.py", before)
    patch = render(verdict_of(FileChange(path, before, after)), Page())
    assert applied(git, tmp_path / "repo", patch) == ({} if after is None else {b"a.py": after})
    assert applied(git, tmp_path / "repo", patch, "-R") == {b"a.py": before}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
@pytest.mark.parametrize("after", [b"b\n", None], ids=["changed", "removed"])
def test_git_takes_every_kind_of_name(git: Git, tmp_path: Path, name: bytes, after: bytes | None) -> None:
    path = committed(git, tmp_path / "repo", name, b"a\nb\n")
    patch = render(verdict_of(FileChange(path, b"a\nb\n", after)), Page())
    assert applied(git, tmp_path / "repo", patch) == ({} if after is None else {name: after})
    assert b"\x1b" not in patch


@pytest.mark.parametrize("after", [b"b\n", None], ids=["changed", "removed"])
def test_an_executable_file_stays_one_and_goes_as_one(git: Git, tmp_path: Path, after: bytes | None) -> None:
    (tmp_path / "repo" / "run.sh").touch(0o755)
    committed(git, tmp_path / "repo", b"run.sh", b"a\nb\n")
    page = Page(executable=frozenset({"run.sh"}))
    applied(git, tmp_path / "repo", render(verdict_of(FileChange("run.sh", b"a\nb\n", after)), page))
    assert git("ls-files", "-s")[:6] == (b"" if after is None else b"100755")


def test_a_root_below_the_repository_counts_from_the_repository(git: Git, tmp_path: Path) -> None:
    committed(git, tmp_path / "repo", b"services/api/app.py", b"a\nb\n")
    patch = render(verdict_of(FileChange("app.py", b"a\nb\n", b"a\n")), Page(prefix="services/api/"))
    assert applied(git, tmp_path / "repo", patch) == {b"services/api/app.py": b"a\n"}


def test_a_repository_of_sha256_takes_binary_patches_too(git: Git, tmp_path: Path) -> None:
    git("init", "-q", "--object-format=sha256")
    committed(git, tmp_path / "repo", b"logo.png", b"\0a")
    base = git("rev-parse", "HEAD").decode().strip()
    patch = render(verdict_of(FileChange("logo.png", b"\0a", b"\0b"), base=base), Page())
    assert applied(git, tmp_path / "repo", patch) == {b"logo.png": b"\0b"}


SECRETS = [b"KEY_%d=s3cret-%d\n" % (number, number) for number in range(9000)]


@pytest.mark.parametrize(
    "after",
    [b"".join(SECRETS[:7000] + SECRETS[7001:]), b"".join([b"NEW=1\n" * 40, *SECRETS[1:]]), b"", None],
    ids=["a line goes", "lines come in", "all lines go", "the file goes"],
)
def test_no_value_of_an_env_file_is_in_the_patch(git: Git, tmp_path: Path, after: bytes | None) -> None:
    before = b"".join(SECRETS)
    path = committed(git, tmp_path / "repo", b"deploy/.env", before)
    patch = render(verdict_of(FileChange(path, before, after)), Page())
    assert len(patch) < 600  # nine thousand values would be some kilobytes, however they are packed
    assert applied(git, tmp_path / "repo", patch) == ({} if after is None else {b"deploy/.env": after})


@pytest.mark.parametrize("name", [b"app.py", b"two words.py", b"caf\xe9.py"], ids=["plain", "a space", "quoted"])
@pytest.mark.parametrize("after", [b"a\nc", b"", None], ids=["no final newline", "emptied", "removed"])
def test_the_patch_is_what_git_itself_would_say(git: Git, tmp_path: Path, name: bytes, after: bytes | None) -> None:
    path = committed(git, tmp_path / "repo", name, b"a\nb\n")
    patch = render(verdict_of(FileChange(path, b"a\nb\n", after)), Page())
    applied(git, tmp_path / "repo", patch)
    assert git("diff", "--full-index", "--no-renames", "HEAD") == patch


def test_a_plan_that_changes_nothing_is_an_empty_patch() -> None:
    assert render(verdict_of(), Page()) == b""


LINES = st.lists(st.sampled_from([b"a\n", b"b\n", b"    a\n", b"\n", b"c\r\n"]), max_size=40)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pairs=st.lists(st.tuples(LINES, LINES, st.sampled_from([b"", b"end"])), min_size=1, max_size=12))
def test_git_makes_the_planned_bytes_of_any_lines(
    git: Git, tmp_path: Path, pairs: list[tuple[list[bytes], list[bytes], bytes]]
) -> None:
    files = [
        FileChange(f"{at}.py", b"".join(before) + end, b"".join(after) + end)
        for at, (before, after, end) in enumerate(pairs)
    ]
    git("init", "-q")
    for file in files:
        (tmp_path / "repo" / file.path).write_bytes(file.before)
    git(
        "-c",
        "core.autocrlf=false",
        "apply",
        "--allow-empty",
        "--whitespace=nowarn",
        stdin=render(verdict_of(*files), Page()),
    )
    assert [(tmp_path / "repo" / file.path).read_bytes() for file in files] == [file.after for file in files]
