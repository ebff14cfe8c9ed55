"""The story of Docent: its git repository, its result by hand, and the words it retires."""

from __future__ import annotations

from pathlib import Path

from story import STORIES, Story

from legacy_codemod.model import EnvFlag, EnvSubject, ExprFlag, Inventory, NameFlag, NameSubject

DOCENT = Story(STORIES / "keeps-the-error-fallback-when-restormel-took-over")
# What a person wrote down in Phase 0 stays as it was written.
RECORDS = ("legacy-inventory.yaml", "docs/restormel-integration")


def story_repository(tmp_path: Path) -> Path:
    """Docent's only commit, the same hash each time."""
    return DOCENT.repository(tmp_path / "docent", "Docent 2.7.0, two weeks after the cutover")


def finished_by_hand(tmp_path: Path) -> Path:
    """The result that the story expects, as a plain folder."""
    return DOCENT.copied("after", tmp_path / "finished")


def retired_words(told: Inventory) -> set[str]:
    """Words that may not be left in code or config: flags, removed names, removed environment variables."""
    return {_word(item.subject) for item in (*told.flags, *told.remove)} - {""}


def _word(subject: object) -> str:
    match subject:
        case EnvFlag(env=name) | EnvSubject(env=name):
            return name
        case NameFlag(name=name) | NameSubject(name=name):
            return name.rpartition(".")[2]
        case ExprFlag(expr=expr):
            return expr.split('"')[1]
        case _:
            return ""
