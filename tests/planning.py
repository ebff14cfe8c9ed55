"""A drawing of files (what goes, what comes, what the inventory says) → whether the plan does just that, planned twice.

::

    ? remove app.legacy.old -> DEFAULT      an item of the inventory; without one, is_new() is true
    @ app/run.py                            a file; "@ app/run.py gone" where the plan removes it
    - from app.legacy import old            a line that goes
    + x = 1                                 a line that comes
      y = 2                                 a line that stays
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from folding import Memory, text

from legacy_codemod import plan
from legacy_codemod.model import (
    DecoratorFlag,
    EnvFlag,
    EnvSubject,
    ExprFlag,
    Guards,
    Inventory,
    Item,
    NameFlag,
    NameSubject,
    PathSubject,
    Place,
    Plan,
    Request,
    SdkFlag,
    Subject,
)
from legacy_codemod.tree import tree_of
from legacy_codemod.verify import prove
from legacy_codemod.workspace import Workspace

NEW = ExprFlag("is_new()", True)


@dataclass(eq=False)
class Story:
    """Files before and after, and the items of the inventory by section."""

    before: dict[str, str] = field(default_factory=dict)
    after: dict[str, str] = field(default_factory=dict)
    items: dict[str, list[Item]] = field(default_factory=dict)


def drawn(drawing: str) -> Story:
    """Read a drawing."""
    story, path = Story(), ""
    for line in text(drawing).splitlines():
        mark, held = line[:1], line[2:]
        match mark:
            case "?":
                _item(story, held)
            case "@":
                path = held.removesuffix(" gone")
                story.before[path] = ""
                if path == held:
                    story.after[path] = ""
            case _:
                _line(story, path, (mark, held))
    if not story.items.keys() & {"flags", "remove"}:
        story.items["flags"] = [Item(NEW, Place("legacy-inventory.yaml", 1))]
    return story


def _line(story: Story, path: str, line: tuple[str, str]) -> None:
    mark, held = line
    assert mark in ("", " ", "-", "+"), f"no mark before {held!r}"
    if mark != "+":
        story.before[path] += f"{held}\n"
    if mark != "-" and path in story.after:
        story.after[path] += f"{held}\n"


def _item(story: Story, said: str) -> None:
    verb, _, rest = said.partition(" ")
    name, _, fallback = rest.partition(" -> ")
    subjects: dict[str, tuple[str, Subject]] = {
        "flag": ("flags", EnvFlag(*rest.partition("=")[::2])),
        "named": ("flags", NameFlag(rest, True)),
        "expr": ("flags", ExprFlag(rest, True)),
        "decorator": ("flags", DecoratorFlag(rest, True)),
        "sdk": ("flags", _sdk_flag(rest) if verb == "sdk" else NEW),
        "remove": ("remove", NameSubject(name, fallback)),
        "guarded": ("remove", NameSubject(name, fallback, Guards.DROP)),
        "path": ("remove", PathSubject(rest)),
        "env": ("remove", EnvSubject(rest)),
        "keep": ("keep", PathSubject(rest)),
        "wrap": ("wrap", PathSubject(rest)),
    }
    section, subject = subjects[verb]
    held = story.items.setdefault(section, [])
    held.append(Item(subject, Place("legacy-inventory.yaml", sum(map(len, story.items.values())) + 1)))


def _sdk_flag(said: str) -> SdkFlag:
    """``launchdarkly new-router "blue"``: a value that is true is not said."""
    name, key, value = (*said.split(), "True", "", "")[:3]
    return SdkFlag(name, key, ast.literal_eval(value or "True"))


def planned(story: Story, files: Mapping[str, str] | None = None) -> Plan:
    """The plan for the story's files (or for others); what it leaves must parse and compile."""
    held = story.before if files is None else files
    told = Inventory("legacy-inventory.yaml", **{section: tuple(items) for section, items in story.items.items()})
    tree = tree_of(Memory({path: content.encode() for path, content in held.items()}))
    made = plan.make(Workspace(Request(), told, tree, Path()))
    assert [problem.reason for problem in prove(made).problems] == []
    return made


def left(files: Mapping[str, str], made: Plan) -> dict[str, str]:
    """The files after the plan."""
    gone = {path for path, change in made.files.items() if change.after is None}
    new = {path: change.after.decode() for path, change in made.files.items() if change.after is not None}
    return {path: held for path, held in {**files, **new}.items() if path not in gone}


def check(drawing: str) -> None:
    """Plan what is drawn and compare byte for byte; a second plan must change nothing."""
    story = drawn(drawing)
    for path in (path for path in story.after if path.endswith(".py") and story.after[path] != story.before[path]):
        ast.parse(story.after[path])
    after = left(story.before, planned(story))
    assert after == story.after
    assert left(after, planned(story, after)) == after, "the second plan changes something"


def refusals(drawing: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """Place, reason and chain of each refusal; what is refused changes nothing."""
    story = drawn(drawing)
    made = planned(story)
    assert left(story.before, made) == story.before
    return [(str(r.place), r.reason, r.chain) for change in made.changes for r in change.refusals]


def findings(drawing: str) -> list[str]:
    """``file:line: reason`` of everything that was left alone."""
    return [f"{found.place}: {found.reason}" for change in planned(drawn(drawing)).changes for found in change.findings]


def chains(drawing: str) -> Iterable[tuple[str, ...]]:
    """The chain of reasons of every edit."""
    return [edit.why for change in planned(drawn(drawing)).changes for edit in change.edits]
