"""What was asked into the answers: a line, a file, an item, a definition, in this order."""

from __future__ import annotations

import re
from difflib import get_close_matches

from legacy_codemod.errors import CodemodError
from legacy_codemod.explanation.answer import Answer
from legacy_codemod.explanation.items import changes_called, of_item, protected
from legacy_codemod.explanation.names import of_name
from legacy_codemod.explanation.places import of_file, of_line
from legacy_codemod.index.world import World
from legacy_codemod.model import Plan
from legacy_codemod.tree import Tree

_LINE = re.compile(r"(.+?):(\d+)(?::\d+)?")


def answers(plan: Plan, tree: Tree, asked: str) -> list[Answer]:
    """Everything that ``asked`` may mean; at least one answer.

    Raises:
        CodemodError: it means nothing here.
    """
    found = _LINE.fullmatch(asked)
    if found and found[1].removeprefix("./") in tree.path_set:
        return [_at_line(plan, tree, found[1].removeprefix("./"), int(found[2]))]
    given = [of_item(change) for change in changes_called(plan, asked)]
    path = asked.removeprefix("./")
    if path in tree.path_set:
        given.append(of_file(plan, path, _length(tree, path)))
    else:
        given += protected(plan.inventory, asked)
    if re.fullmatch(r"[\w.]+", asked):
        given += of_name(plan, World(tree), asked)
    if given:
        return given
    raise _unknown(plan, tree, asked)


def _at_line(plan: Plan, tree: Tree, path: str, line: int) -> Answer:
    length = _length(tree, path)
    if not 0 < line <= length:
        raise CodemodError(f"{path} has {length} lines", next_step=f"Ask for a line from 1 to {length}.")
    return of_line(plan, path, line)


def _length(tree: Tree, path: str) -> int:
    return len(tree.read(path).splitlines())


def _unknown(plan: Plan, tree: Tree, asked: str) -> CodemodError:
    known = [*(change.item.title for change in plan.changes), *tree.paths]
    near = get_close_matches(asked.partition(":")[0], known, 1)
    kinds = "Name a file, file:line, an item, a definition or a catalogue entry."
    meant = f"Did you mean `{near[0]}`?" if near else kinds
    return CodemodError(f"nothing here is called {asked}", next_step=meant)
