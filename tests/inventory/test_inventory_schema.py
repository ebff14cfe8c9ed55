"""The loader and the schema agree about every document that a schema can judge."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import test_inventory_good as good
import test_inventory_wrong as wrong
import yaml
from jsonschema import Draft202012Validator

from legacy_codemod.inventory import schema_text

VALIDATOR = Draft202012Validator(json.loads(schema_text()))
STORIES = Path(__file__).parents[2] / "fixtures"

ACCEPTED = (
    {"the whole contract": good.WHOLE}
    | good.TOGETHER
    | {f"flag: {name}": f"version: 1\nflags:\n  - {entry}\n" for name, (entry, _) in good.FLAGS.items()}
    | {f"remove: {name}": f"version: 1\nremove:\n  - {entry}\n" for name, (entry, _) in good.REMOVED.items()}
)
# A schema sees values and not their spelling, no Python, no calendar, and no two entries at once.
BEYOND_A_SCHEMA = {
    *wrong.wrong_conflicts.ROWS,
    "an sdk that the catalogue does not know, and a near one",
    "an sdk that is written with other letters",
    "an sdk by the name of its package",
    "a key twice",
    "a section twice",
    "a version with a point",
    "a tag",
    "a merge key",
    "UTF-16",
    "a flag with a date",
    "a flag with an ambiguous word",
    "a flag with the word no",
    "a flag with the word off",
    "a flag with minutes",
    "a flag with a grouped number",
    "a flag with a hexadecimal number",
    "a flag with an octal number",
    "a flag with infinity",
    "a flag with a number beyond floats",
    "a whole number beyond reason",
    "a note with an escape sequence",
    "an env value with a control character",
    "a name with a keyword",
    "a path with spaces around it",
    "a date that the calendar lacks",
    *wrong.wrong_snippets.ROWS,
} - {
    "an expr that is empty",
    "an expr without value or becomes",
    "an expr with value and becomes",
    "a becomes beside a name",
    "a fallback that is empty",
    "a decorator with its at sign",
}


class PlainDates(yaml.SafeLoader):
    """Editors follow YAML 1.2, where a date is a text."""


PlainDates.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in resolvers if not tag.endswith("timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def is_valid(document: str | bytes) -> bool:
    try:
        return bool(VALIDATOR.is_valid(yaml.load(document, Loader=PlainDates)))
    except (yaml.YAMLError, TypeError):
        return False


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(json.loads(schema_text()))


@pytest.mark.parametrize("document", ACCEPTED.values(), ids=ACCEPTED)
def test_the_schema_accepts_what_the_loader_accepts(document: str) -> None:
    VALIDATOR.validate(yaml.load(document.removeprefix("\ufeff"), Loader=PlainDates))


@pytest.mark.parametrize(("sentence", "document"), [(name, row[0]) for name, row in wrong.ROWS.items()], ids=wrong.ROWS)
def test_the_schema_refuses_what_a_schema_can(sentence: str, document: str | bytes) -> None:
    assert is_valid(document) is (sentence in BEYOND_A_SCHEMA)


@pytest.mark.parametrize("story", sorted(STORIES.glob("*/inventory.yaml")), ids=lambda path: path.parent.name)
def test_the_inventory_of_a_story_is_valid(story: Path) -> None:
    VALIDATOR.validate(yaml.load(story.read_bytes(), Loader=PlainDates))


def test_every_key_is_described() -> None:
    schema = json.loads(schema_text())
    places = [schema, *schema["$defs"].values()]
    keys = [(name, key) for place in places for name, key in place.get("properties", {}).items()]
    silent = [name for name, key in keys if "description" not in key and "$ref" not in key]
    assert len(keys) > 40
    assert not silent
