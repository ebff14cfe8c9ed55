"""A decisions file into what a reviewer keeps, checked against the inventory and the tree it is about.

::

    {"version": 1, "keep": [
      {"item": "remove env DEFAULT_MODEL", "place": "inventory.yaml:9"},
      {"item": "remove app/old/", "place": "inventory.yaml:7", "file": "app/old/a.py", "blob": "9a…", "lines": [[4, 9]]}
    ]}
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path, PurePath

from legacy_codemod.errors import CodemodError
from legacy_codemod.model import Decision, Inventory, Item
from legacy_codemod.sources.naming import blob_id
from legacy_codemod.tree import Tree

VERSION = 1
_AGAIN = "Review the plan again: codemod plan --format html -o review.html"
_COPY = "Copy the file from the page of `codemod plan --format html` once more."
_WHOLE, _PART = {"item", "place"}, {"item", "place", "file", "blob"}


def read(file: Path, inventory: Inventory, tree: Tree) -> tuple[Decision, ...]:
    """What ``file`` keeps of the plan for ``inventory`` on ``tree``.

    Raises:
        CodemodError: it cannot be read, names an item or a file that is not there, or the file was another one then.
    """

    def wrong(what: str, next_step: str = _COPY) -> CodemodError:
        return CodemodError(f"{file}: {what}", next_step=next_step)

    document = _document(file, wrong)
    if not isinstance(document, dict) or set(document) != {"version", "keep"} or not isinstance(document["keep"], list):
        raise wrong("it does not hold `version` and a list `keep`, and nothing else")
    if document["version"] != VERSION:
        raise wrong(f"it is of version {document['version']!r}, and this codemod reads version {VERSION}")
    kept = tuple(_decision(entry, number, wrong) for number, entry in enumerate(document["keep"], start=1))
    for decision in kept:
        _check(decision, inventory, tree, wrong)
    return tuple(dict.fromkeys(kept))


def is_about(decision: Decision, item: Item) -> bool:
    """Whether ``decision`` names ``item``: by its title, and by its line in an inventory of the same name."""
    place, line = decision.place.rpartition(":")[::2]
    same_file = PurePath(place).name == PurePath(item.place.path).name
    return decision.title == item.title and same_file and line == str(item.place.line)


def _document(file: Path, wrong: Callable[..., CodemodError]) -> object:
    try:
        return json.loads(file.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        raise wrong("there is no such file", "Name the file that you saved from the review with --decisions.") from None
    except OSError as error:
        raise wrong(f"it cannot be read: {error.strerror}") from None
    except json.JSONDecodeError as error:
        raise wrong(f"it is not JSON: {error.msg} in line {error.lineno}") from None
    except (UnicodeDecodeError, RecursionError):
        raise wrong("it is not JSON") from None


def _decision(entry: object, number: int, wrong: Callable[..., CodemodError]) -> Decision:
    if not isinstance(entry, dict) or set(entry) - {"lines"} not in (_WHOLE, _PART):
        raise wrong(f"entry {number} of `keep` must hold item and place, and for a file also file, blob and lines")
    texts = {key: value for key, value in entry.items() if key != "lines"}
    if not all(isinstance(value, str) and value for value in texts.values()):
        raise wrong(f"entry {number} of `keep` must hold texts")
    lines = entry.get("lines", [])
    if not isinstance(lines, list) or not all(map(_is_span, lines)):
        raise wrong(f"`lines` of entry {number} of `keep` must be pairs of a first and a last line")
    spans = tuple((first, last) for first, last in lines)
    return Decision(entry["item"], entry["place"], entry.get("file", ""), entry.get("blob", ""), spans)


def _is_span(pair: object) -> bool:
    return isinstance(pair, list) and len(pair) == 2 and all(type(line) is int and line >= 0 for line in pair)


def _check(decision: Decision, inventory: Inventory, tree: Tree, wrong: Callable[..., CodemodError]) -> None:
    items = (*inventory.flags, *inventory.remove)
    if not any(is_about(decision, item) for item in items):
        moved = next((item for item in items if item.title == decision.title), None)
        now = f"it stands at {moved.place} now" if moved else "the inventory has no such item"
        raise wrong(f"the plan has changed: {decision.title} ({decision.place}): {now}", _AGAIN)
    if decision.path and decision.path not in tree.path_set:
        raise wrong(f"the plan has changed: {decision.path} is not there any more", _AGAIN)
    if decision.path and blob_id(tree.read(decision.path), tree.sources.base) != decision.blob:
        raise wrong(f"the plan has changed: {decision.path} is not what it was when it was reviewed", _AGAIN)
