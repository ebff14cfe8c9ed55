"""Files that a removal emptied into the list of those that go."""

from __future__ import annotations

import ast

from legacy_codemod.cascade.mentions import mentions_of
from legacy_codemod.draft import Draft
from legacy_codemod.index.importers import imported
from legacy_codemod.index.named_by import namings
from legacy_codemod.index.texts import is_prose
from legacy_codemod.index.world import World
from legacy_codemod.model import Finding, Place


def emptied_files(draft: Draft) -> list[str]:
    """Files in which nothing is left that does or defines something, and which nothing imports or starts."""
    return [path for path in _emptied(draft) if not _started(draft, path)]


def started_files(draft: Draft) -> list[Finding]:
    """Emptied scripts that stay, for something starts them."""
    found = ((path, _started(draft, path)) for path in _emptied(draft))
    reason = "nothing is left in this file, but it was run as a script and"
    return [Finding(Place(path, 1), f"{reason} {named.place} names it, so it stays") for path, named in found if named]


def _emptied(draft: Draft) -> list[str]:
    return [
        path for path in sorted(_candidates(draft)) if _is_empty(draft.world, path) and not imported(draft.world, path)
    ]


def _started(draft: Draft, path: str) -> Finding | None:
    """Where a file that is no Python, such as a ``Makefile``, runs a file, or names one that did something when run."""
    if ran := next((naming for naming in namings(draft.world, path) if naming.runs), None):
        return ran.finding(path)
    module = draft.start.module(path)
    tests = [node.test for node in module.tree.body if isinstance(node, ast.If)] if module else []
    if not any(isinstance(part, ast.Name) and part.id == "__name__" for test in tests for part in ast.walk(test)):
        return None
    return next((f for f in mentions_of(draft.world, [path]) if not is_prose(f.place.path)), None)


def _candidates(draft: Draft) -> set[str]:
    found = set()
    for path in draft.changed():
        if not path.endswith(".py"):
            continue
        if path in draft.world.tree.path_set and not _is_empty(draft.start, path):
            found.add(path)
        package = path.rpartition("/")[0] + "/__init__.py"
        if (
            path not in draft.world.tree.path_set
            and package in draft.world.tree.path_set
            and _is_alone(draft.world, package)
        ):
            found.add(package)
    return found


def _is_alone(world: World, package: str) -> bool:
    folder = package.removesuffix("__init__.py")
    return not any(path.startswith(folder) and path != package for path in world.tree.paths)


def _is_empty(world: World, path: str) -> bool:
    module = world.module(path)
    if module is None or (module.is_package and not _is_alone(world, path)):
        return False
    return all(_is_nothing(statement) for statement in module.tree.body)


def _is_nothing(node: ast.stmt) -> bool:
    match node:
        case ast.Import() | ast.ImportFrom() | ast.Pass() | ast.Expr(value=ast.Constant()):
            return True
        case ast.Assign(targets=[ast.Name(id="__all__")], value=ast.List(elts=[]) | ast.Tuple(elts=[])):
            return True
        case ast.Assign(targets=[ast.Name(id="logger" | "log" | "LOG" | "LOGGER")]):
            return True
        case ast.If(test=ast.Name(id="TYPE_CHECKING"), body=body, orelse=[]):
            return all(map(_is_nothing, body))
    return False
