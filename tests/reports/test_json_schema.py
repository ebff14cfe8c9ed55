"""The schema of `--format json`: what it says of each key, and that hand-made documents are as it says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hand_made import full, verdict_of
from jsonschema import Draft202012Validator

from legacy_codemod.model import Verdict
from legacy_codemod.reports import schema_text
from legacy_codemod.reports.json import VERSION, render
from legacy_codemod.reports.parts.page import Page

SCHEMA = json.loads(schema_text())


def parts(schema: dict[str, Any], name: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every key that the schema describes, by its name below its object."""
    for key, part in schema.get("properties", {}).items():
        yield f"{name}.{key}", part
    for key, part in schema.get("$defs", {}).items():
        yield key, part
        yield from parts(part, key)


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_it_is_of_the_version_that_is_written() -> None:
    assert SCHEMA["properties"]["version"]["const"] == VERSION


@pytest.mark.parametrize(("name", "part"), list(parts(SCHEMA)), ids=[name for name, _ in parts(SCHEMA)])
def test_every_key_is_described(name: str, part: dict[str, Any]) -> None:
    assert part["description"].endswith("."), name


@pytest.mark.parametrize(
    "verdict", [full(), verdict_of(base=""), verdict_of(base="a" * 64)], ids=["everything", "on disk", "SHA-256"]
)
def test_a_document_is_as_it_says(verdict: Verdict) -> None:
    document = json.loads(render(verdict, Page()))
    assert [error.message for error in Draft202012Validator(closed(SCHEMA)).iter_errors(document)] == []


@pytest.mark.parametrize(
    ("key", "value"),
    [("version", 2), ("base", "main"), ("files", [{"path": "a.py"}]), ("findings", [{"path": "a.py", "line": 0}])],
)
def test_it_can_tell_wrong_from_right(key: str, value: object) -> None:
    document = json.loads(render(full(), Page())) | {key: value}
    assert not Draft202012Validator(SCHEMA).is_valid(document)


def closed(schema: Any) -> Any:
    """The schema with no key allowed that it does not name, so that nothing is written undescribed."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    within = {key: closed(part) for key, part in schema.items()}
    return within | ({"additionalProperties": False} if schema.get("type") == "object" else {})
