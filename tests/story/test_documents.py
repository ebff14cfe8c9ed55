"""Each folder of ``fixtures/``: what is planned for it, as JSON by our schema and as SARIF by that of the standard."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator
from sarif import fixed, official_schema, path_of, results
from story import STORIES, Story

from legacy_codemod import plan, verify, workspace
from legacy_codemod.model import Request, Verdict
from legacy_codemod.reports import renderer, schema_text
from legacy_codemod.reports.parts.page import Page

NAMES = sorted(folder.name for folder in STORIES.iterdir() if folder.is_dir())


@pytest.fixture(scope="module", params=NAMES)
def verdict(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Verdict:
    root = Story(STORIES / request.param).repository(tmp_path_factory.mktemp("story") / "app")
    return verify.prove(plan.make(workspace.open(Request(root=str(root)))))


def test_the_json_is_as_its_schema_says(verdict: Verdict) -> None:
    document = json.loads(renderer("json")(verdict, Page()))
    assert document["items"]
    assert [error.message for error in Draft202012Validator(json.loads(schema_text())).iter_errors(document)] == []


def test_the_sarif_is_as_the_standard_says(verdict: Verdict) -> None:
    document = json.loads(renderer("sarif")(verdict, Page()))
    assert [error.message for error in official_schema().iter_errors(document)] == []


@pytest.mark.parametrize("by_lines", [False, True], ids=["by bytes", "by lines"])
def test_the_fixes_of_the_sarif_make_the_result_of_the_plan(verdict: Verdict, by_lines: bool) -> None:
    document = renderer("sarif")(verdict, Page())
    files = verdict.plan.files
    unfixed = [each for each in results(document) if each["level"] == "warning" and "fixes" not in each]
    untold = {path_of(each["locations"][0]["physicalLocation"]["artifactLocation"]) for each in unfixed}
    before = {path: file.before for path, file in files.items()}
    wanted = {path: file.before if path in untold else file.after or b"" for path, file in files.items()}
    assert fixed(document, before, by_lines=by_lines) == wanted
