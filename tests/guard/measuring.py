"""A snippet of the corpus into what the guard finds in it."""

from __future__ import annotations

from pathlib import Path

from folding import Memory
from snippet import Snippet

from legacy_codemod.guard.glance.look import may_use
from legacy_codemod.guard.guard import Watch, judge
from legacy_codemod.guard.scopes import Scope
from legacy_codemod.guard.use import said
from legacy_codemod.guard.words import words
from legacy_codemod.model import Inventory


def found_in(snippet: Snippet, inventory: Inventory) -> set[tuple[int, str]]:
    """(line, item) of every use that a commit would be stopped for which brings ``snippet``."""
    beside = {path: text.encode() for path, text in snippet.beside.items()}
    after = Memory({**beside, snippet.path: snippet.text.encode()})
    named = [said(item) for item in (*inventory.flags, *inventory.remove)]
    outcome = judge(
        Watch(inventory, words(named)), Scope(after, Memory(beside), (snippet.path,), (), ""), Path("nowhere")
    )
    return {(failure.use.place.line, failure.use.name) for failure in outcome.failures}


def is_glanced_over(snippet: Snippet, inventory: Inventory, root: Path) -> bool:
    """Whether the quick look at the file, and at what it imports, takes it for clean; ``root`` is an empty folder."""
    for path, text in snippet.beside.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    sought = words(said(item) for item in (*inventory.flags, *inventory.remove))
    content = f"{snippet.path}\n{snippet.text}".encode()
    return sought is not None and not may_use(sought, content, (str(root), snippet.path))
