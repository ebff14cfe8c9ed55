"""Every format on files that are unusual: line ends, marks, bytes that are no text, names that begin alike."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from legacy_codemod.config_formats import cut_as, formats

EXAMPLES = Path(__file__).parents[2] / "codemods" / "config_formats"
NAME = "DEFAULT_MODEL"
BOM = b"\xef\xbb\xbf"

SHAPES: dict[str, Callable[[bytes], bytes]] = {
    "carriage returns": lambda content: content.replace(b"\n", b"\r\n"),
    "a mark at the start": lambda content: BOM + content,
    "bytes that are no text in every value": lambda content: re.sub(rb"INFO|gpt-4o", b"\xff\xfe\x85", content),
    "words in another script in every value": lambda content: content.replace(b"INFO", "wörter漢字".encode()),
}


def example(form: str, side: str) -> bytes:
    return next((EXAMPLES / form).glob(f"{side}.*")).read_bytes()


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
@pytest.mark.parametrize("form", formats())
def test_what_a_file_is_like_stays_as_it_is(form: str, shape: Callable[[bytes], bytes]) -> None:
    assert cut_as(form, shape(example(form, "before")), NAME).content == shape(example(form, "after"))


@pytest.mark.parametrize("form", formats())
def test_a_last_line_without_an_end_is_no_other_line(form: str) -> None:
    found = cut_as(form, example(form, "before").removesuffix(b"\n"), NAME).content
    assert found.removesuffix(b"\n") == example(form, "after").removesuffix(b"\n")


@pytest.mark.parametrize("other", [f"{NAME}_UI", f"OLD_{NAME}", NAME[:-1]], ids=["longer", "after another", "shorter"])
@pytest.mark.parametrize("form", formats())
def test_a_name_that_begins_or_ends_alike_is_another_variable(form: str, other: str) -> None:
    content = example(form, "before").replace(NAME.encode(), other.encode())
    found = cut_as(form, content, NAME)
    assert (found.content, found.edits, found.uses, found.mentions) == (content, (), (), ())


@pytest.mark.parametrize("form", formats())
def test_a_line_that_goes_is_gone_whole_and_every_other_line_is_there_in_its_place(form: str) -> None:
    before, after = (example(form, side).splitlines() for side in ("before", "after"))
    touched = {n for first, last in cut_as(form, example(form, "before"), NAME).edits for n in range(first, last + 1)}
    kept = [line for n, line in enumerate(before, 1) if n not in touched]
    left = iter(after)
    assert all(line in left for line in kept)


RESEMBLING = {
    "nothing": b"",
    "an empty line": b"\n",
    "bytes": b"\0\1",
    "brackets that do not close": b"{{{{",
    "brackets that nobody counts": b"{" * 3000,
    "quotes that do not close": b"\"'\n}",
    "a template that does not close": b'"' + b"${a}" * 40,
    "dashes": b"- \n -\n  -",
    "a head over lines": b"[a\nb]",
    "a document that does not end": b"<<EOF\n",
}


@pytest.mark.parametrize("content", RESEMBLING.values(), ids=RESEMBLING)
@pytest.mark.parametrize("form", formats())
def test_a_file_that_merely_resembles_a_format_is_left(form: str, content: bytes) -> None:
    assert cut_as(form, content, NAME).content == content
