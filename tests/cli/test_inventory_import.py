"""``codemod inventory import`` in a repository: what is written, what is told, and the exit code."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from shutil import copyfile

from real_git import GitFolder
from running import Said

STORY = Path(__file__).parents[2] / "fixtures/keeps-the-error-fallback-when-restormel-took-over"
PHASE_ZERO = STORY / "before/docs/restormel-integration/00-routing-inventory.md"


def settle(work: Path, files: dict[str, str]) -> None:
    GitFolder(work).git("init", "--quiet")
    GitFolder(work).write({"app/old.py": "", **files})
    GitFolder(work).git("add", "--all")


def test_a_document_becomes_an_inventory_and_a_second_time_changes_nothing(
    codemod: Callable[..., Said], work: Path
) -> None:
    settle(work, {"phase0.md": "# Phase 0\n\n- REMOVE `app/old.py` — the old router\n- REMOVE the rest\n"})
    first = codemod("inventory", "import", "phase0.md")
    assert (first.code, first.err) == (0, "")
    assert first.out == (
        "legacy-inventory.yaml: added 1 to remove\n"
        "  phase0.md:4:3: `REMOVE the rest` begins with a decision and names nothing: left out\n"
        "1 place left to you: what is not certain is not imported\n"
    )
    written = (work / "legacy-inventory.yaml").read_bytes()
    assert written == b"version: 1\n\nremove:\n  - path: app/old.py\n    note: the old router\n"
    second = codemod("inventory", "import", "phase0.md")
    assert second.out.startswith("legacy-inventory.yaml: nothing to add, all of it is there\n")
    assert (work / "legacy-inventory.yaml").read_bytes() == written


def test_a_document_with_an_error_in_it_changes_nothing(codemod: Callable[..., Said], work: Path) -> None:
    settle(work, {"phase0.md": "KEEP app/new.py\nREMOV app/old.py\n"})
    said = codemod("inventory", "import", "phase0.md")
    assert (said.code, said.out) == (1, "")
    assert said.err == "codemod: phase0.md:2:1: `REMOV` is no decision\n  did you mean REMOVE?\n"
    assert not (work / "legacy-inventory.yaml").exists()


def test_a_document_that_decides_nothing_is_told(codemod: Callable[..., Said], work: Path) -> None:
    settle(work, {"phase0.md": "# Phase 0\n\nTo be written.\n"})
    said = codemod("inventory", "import", "phase0.md")
    assert said.code == 1
    assert said.err.startswith("codemod: phase0.md decides nothing\n")


def test_a_document_that_is_not_there_is_told(codemod: Callable[..., Said], work: Path) -> None:
    settle(work, {})
    said = codemod("inventory", "import", "phase0.md")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("codemod: phase0.md cannot be read: ")


def test_the_document_of_the_story_adds_nothing_to_its_inventory(codemod: Callable[..., Said], work: Path) -> None:
    settle(work, {})
    copyfile(STORY / "inventory.yaml", work / "ours.yaml")
    said = codemod("inventory", "import", str(PHASE_ZERO), "-o", "ours.yaml")
    assert said.code == 0
    assert "REMOVE here, and `flags` in ours.yaml:11: left as it is there" in said.out
    assert (work / "ours.yaml").read_bytes() == (STORY / "inventory.yaml").read_bytes()
