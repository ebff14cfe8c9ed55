"""Each entry of the catalogue against its own example: ``before.py`` becomes ``after.py``, ``untouched.py`` stays."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
import yaml
from folding import Memory

from legacy_codemod import plan
from legacy_codemod.env_readers import env_readers
from legacy_codemod.model import EnvFlag, Inventory, Item, Place, Request, SdkFlag
from legacy_codemod.sdk_entries import KINDS, FlagSdk, flag_sdk, sdk_names
from legacy_codemod.tree import tree_of
from legacy_codemod.workspace import Workspace

CATALOGUE = Path(__file__).parents[1] / "codemods"
FLAG = Item(EnvFlag("USE_NEW_ROUTER", "true"), Place("legacy-inventory.yaml", 3))


def after(example: bytes, flag: Item = FLAG) -> bytes | None:
    """What a plan makes of a file with the example in it."""
    workspace = Workspace(
        Request(), Inventory("legacy-inventory.yaml", flags=(flag,)), tree_of(Memory({"app.py": example})), Path()
    )
    files = plan.make(workspace).files
    return files["app.py"].after if files else example


def examples(kind: str) -> list[Path]:
    return sorted((CATALOGUE / kind).iterdir())


@pytest.mark.parametrize("entry", examples("env_readers"), ids=lambda entry: entry.name)
def test_an_env_reader_folds_its_example_and_leaves_the_other(entry: Path) -> None:
    before, expected, untouched = ((entry / f"{name}.py").read_bytes() for name in ("before", "after", "untouched"))
    assert after(before) == expected
    assert after(expected) == expected
    assert after(untouched) == untouched


def test_every_folder_of_the_catalogue_is_an_entry() -> None:
    assert [reader.name for reader in env_readers()] == [entry.name for entry in examples("env_readers")]


@pytest.mark.parametrize("entry", examples("flag_sdks"), ids=lambda entry: entry.name)
def test_a_flag_sdk_folds_its_example_and_leaves_the_other(entry: Path) -> None:
    before, expected, untouched = ((entry / f"{name}.py").read_bytes() for name in ("before", "after", "untouched"))
    known = flag_sdk(entry.name)
    assert known is not None
    example = known.example
    flag = Item(SdkFlag(entry.name, "new-router", example), Place("legacy-inventory.yaml", 3))
    assert after(before, flag) == expected
    assert after(expected, flag) == expected
    assert after(untouched, flag) == untouched


def test_every_folder_of_the_flag_sdks_is_an_entry() -> None:
    assert list(sdk_names()) == [entry.name for entry in examples("flag_sdks")]


@pytest.mark.parametrize("name", sdk_names())
def test_an_entry_says_only_what_the_engine_knows(name: str) -> None:
    known = flag_sdk(name)
    assert known is not None
    said = yaml.safe_load((CATALOGUE / "flag_sdks" / name / "entry.yaml").read_text(encoding="utf-8"))
    assert set(said) <= {field.name for field in fields(FlagSdk)} - {"name"}
    assert set(known.reads) <= set(KINDS)
    assert set(known.decorators) <= {"when_true", "when_false"}
    assert known.imports
    assert known.package
