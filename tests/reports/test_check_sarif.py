"""`reports.check.sarif`: SARIF 2.1.0 by its schema, and what code scanning makes of it."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft4Validator
from outcomes import INVENTORY, ODD, at, full
from sarif import official_schema

from legacy_codemod.guard.outcome import Outcome
from legacy_codemod.reports.check.sarif import render
from legacy_codemod.reports.parts.page import Page


@pytest.fixture(scope="module")
def schema() -> Draft4Validator:
    """The schema of the standard."""
    return official_schema()


@pytest.mark.parametrize("outcome", [full(), at(ODD), Outcome(INVENTORY)], ids=["everything", "an odd name", "nothing"])
def test_the_document_is_what_the_standard_says(schema: Draft4Validator, outcome: Outcome) -> None:
    document = json.loads(render(outcome, Page(prefix="the api/")))
    assert [error.message for error in schema.iter_errors(document)] == []


def test_the_schema_can_tell_wrong_from_right(schema: Draft4Validator) -> None:
    document = json.loads(render(full(), Page()))
    document["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    assert not schema.is_valid(document)


def run(outcome: Outcome, prefix: str = "") -> dict[str, object]:
    (only,) = json.loads(render(outcome, Page(prefix=prefix)))["runs"]
    return only


def test_nothing_found_closes_what_was_reported_before() -> None:
    found = run(Outcome(INVENTORY))
    assert (found["results"], found["tool"]["driver"]["rules"]) == ([], [])


def test_a_use_is_a_result() -> None:
    (result,) = run(at("app/a.py"), "api/")["results"]
    assert list(result.pop("partialFingerprints")) == ["codemodCheck/v1"]
    where = {"uri": "api/app/a.py", "uriBaseId": "%SRCROOT%"}
    assert result == {
        "ruleIndex": 0,
        "ruleId": "env:USE_X",
        "level": "error",
        "message": {"text": "reads the variable USE_X; to be retired (legacy-inventory.yaml:3): no new uses"},
        "locations": [{"physicalLocation": {"artifactLocation": where, "region": {"startLine": 7, "startColumn": 4}}}],
    }


def test_an_item_is_a_rule_and_each_result_points_at_its_own() -> None:
    found = run(full())
    rules = found["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [
        "env:USE_X",
        "sdk:django-waffle:new, 100%: router",
        "env:OLD_KEY",
        "path:app/router.py",
        "unreadable-file",
        "allowance-without-reason",
        "unused-allowance",
    ]
    assert [rules[result["ruleIndex"]]["id"] for result in found["results"]] == [
        result["ruleId"] for result in found["results"]
    ]
    assert [result["level"] for result in found["results"]] == ["error"] * 6 + ["warning"] * 2


def test_a_rule_says_what_the_inventory_says() -> None:
    assert run(full())["tool"]["driver"]["rules"][2] == {
        "id": "env:OLD_KEY",
        "shortDescription": {"text": "Legacy name OLD_KEY"},
        "fullDescription": {"text": OF_THE_VARIABLE},
        "help": {"text": OF_THE_VARIABLE},
        "defaultConfiguration": {"level": "error"},
    }


OF_THE_VARIABLE = (
    "The inventory says so in legacy-inventory.yaml:9: remove env OLD_KEY. Note: one key for all. "
    "Use instead: NEW_KEY. To allow one line, write on it: codemod: allow[OLD_KEY] reason"
)


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a b.py", "a%20b.py"),
        ("50%.py", "50%25.py"),
        ("c:/d.py", "c%3A/d.py"),
        ("a\nb?#.py", "a%0Ab%3F%23.py"),
        ("caf\udce9.py", "caf%E9.py"),
        ("café.py", "caf%C3%A9.py"),
    ],
    ids=["a space", "a percent sign", "a scheme", "marks of a URI", "bytes that are no UTF-8", "another letter"],
)
def test_the_name_of_a_file_is_a_uri(path: str, uri: str) -> None:
    (result,) = run(at(path))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri
