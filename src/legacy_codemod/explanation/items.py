"""An item of the inventory into the answer: what it takes, by its chains of reasons, and what it leaves alone."""

from __future__ import annotations

from legacy_codemod.explanation.answer import Answer, Fate, Step
from legacy_codemod.model import Change, Edit, Inventory, Item, Plan, SdkFlag


def changes_called(plan: Plan, asked: str) -> list[Change]:
    """The items that are called so: by title, or by the name, path, variable or key that the inventory writes."""
    return [change for change in plan.changes if asked in names(change.item)]


def names(item: Item) -> list[str]:
    """What an item is called: its title, and the name, path, variable or key that the inventory writes."""
    return [item.title, *_written(item)]


def protected(inventory: Inventory, asked: str) -> list[Answer]:
    """What the inventory itself says of a folder, a name or a variable that it keeps or wraps."""
    said = {"keep": "under KEEP nothing of it changes", "wrap": "under WRAP only the legacy branch inside goes"}
    return [
        Answer(f"{section} {asked}  ({item.place})", Fate.KEPT, f"{rule} ({item.note})" if item.note else rule)
        for section, rule in said.items()
        for item in getattr(inventory, section)
        if {asked, f"{asked}/"} & set(_written(item))
    ]


def _written(item: Item) -> list[str]:
    subject = item.subject
    if isinstance(subject, SdkFlag):
        return [subject.key, f"{subject.sdk}:{subject.key}"]
    keys = ("env", "name", "expr", "decorator", "path")
    return [str(getattr(subject, key)) for key in keys if hasattr(subject, key)]


def of_item(change: Change) -> Answer:
    """The answer about one item."""
    about = f"{change.item.title}  ({change.item.place})"
    if change.refusals:
        said = "the item is refused, and nothing of it changes"
        return Answer(about, Fate.REFUSED, said, refusals=change.refusals, notes=change.findings)
    if not change.files:
        return Answer(about, Fate.KEPT, "there is nothing to do for it", notes=change.findings)
    gone = sum(file.after is None for file in change.files)
    notes = (*change.fallbacks, *change.findings)
    said = _said(len(change.files) - gone, gone)
    return Answer(about, Fate.REMOVED, said, tuple(map(step, change.edits)), notes=notes)


def _said(changed: int, gone: int) -> str:
    done = ([f"changes {_files(changed)}"] if changed else []) + ([f"removes {_files(gone)}"] if gone else [])
    return f"it {' and '.join(done)}"


def _files(number: int) -> str:
    return f"{number} file" if number == 1 else f"{number} files"


def step(edit: Edit) -> Step:
    """The edit as a step of an answer."""
    lines = f"{edit.start}" if edit.start == edit.end else f"{edit.start}-{edit.end}"
    return Step(f"{edit.path}:{lines}", edit.why)
