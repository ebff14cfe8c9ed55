"""Every wrong document gives one error: its place, the offending text and a next step, the first in file order."""

from __future__ import annotations

from pathlib import Path

import pytest
import wrong_conflicts
import wrong_entries
import wrong_file
import wrong_names
import wrong_order
import wrong_sections
import wrong_snippets

from legacy_codemod.errors import ExitCode, InventoryError
from legacy_codemod.inventory import load, read

TABLES = (
    wrong_file.ROWS,
    wrong_entries.ROWS,
    wrong_names.ROWS,
    wrong_snippets.ROWS,
    wrong_sections.ROWS,
    wrong_conflicts.ROWS,
    wrong_order.ROWS,
)
ROWS = {sentence: row for table in TABLES for sentence, row in table.items()}


@pytest.mark.parametrize(("document", "what", "next_step"), ROWS.values(), ids=ROWS)
def test_is_refused(document: str | bytes, what: str, next_step: str) -> None:
    with pytest.raises(InventoryError) as refused:
        load(document, "legacy-inventory.yaml")
    assert str(refused.value) == f"legacy-inventory.yaml:{what}\n  {next_step}"
    assert refused.value.exit_code is ExitCode.USAGE


def test_no_two_tables_use_one_sentence() -> None:
    assert len(ROWS) == sum(len(table) for table in TABLES)


def test_more_than_a_mebibyte_is_refused() -> None:
    with pytest.raises(
        InventoryError, match=r"^i.yaml:1: the inventory is larger than 1 MiB\n  list folders and globs"
    ):
        load("version: 1\n#" + "x" * (1 << 20), "i.yaml")


def test_no_more_of_a_large_file_is_read_than_it_takes_to_refuse_it(tmp_path: Path) -> None:
    (tmp_path / "i.yaml").write_bytes(b"version: 1\n#" + b"x" * (1 << 21))
    with pytest.raises(InventoryError, match=r"^i.yaml:1: the inventory is larger than 1 MiB"):
        read(tmp_path / "i.yaml", tmp_path)


def test_a_lone_surrogate_is_refused() -> None:
    with pytest.raises(InventoryError, match=r"^i.yaml:2:3: the byte 0xED is not UTF-8\n  save the file as UTF-8$"):
        load("version: 1\n# \udce9\n", "i.yaml")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InventoryError, match=r"^no inventory at docs/inventory.yaml\n  write one, or name another"):
        read(tmp_path / "docs" / "inventory.yaml", tmp_path)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(InventoryError, match=r"^\. cannot be read: Is a directory\n  name a readable file"):
        read(tmp_path, tmp_path)


def test_a_path_that_no_file_can_have_is_no_traceback(tmp_path: Path) -> None:
    with pytest.raises(InventoryError, match="cannot be read: "):
        read(tmp_path / "a\0b", tmp_path)


def test_errors_name_a_file_by_its_path_from_the_root(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "inventory.yaml").write_text("version: 2\n")
    with pytest.raises(InventoryError, match=r"^docs/inventory.yaml:1:10: `2` is no version"):
        read(tmp_path / "docs" / "inventory.yaml", tmp_path)


def test_errors_name_a_file_outside_of_the_root_as_it_was_given(tmp_path: Path) -> None:
    outside = tmp_path / "inventory.yaml"
    outside.write_text("version: 2\n")
    with pytest.raises(InventoryError) as refused:
        read(outside, tmp_path / "root")
    assert str(refused.value).startswith(f"{outside}:1:10: ")
