"""A plan into the verdict: every changed file parses and compiles, and names nothing that it no longer has."""

from __future__ import annotations

import warnings
from collections.abc import Iterator

from legacy_codemod.index.module import Module, parse
from legacy_codemod.index.world import UNREADABLE, is_python
from legacy_codemod.model import Change, FileChange, Finding, Place, Plan, Verdict
from legacy_codemod.soundness import newly_unbound, unbound


def prove(plan: Plan) -> Verdict:
    """Check each change of ``plan`` by itself, since each is a commit of its own."""
    problems = [p for change in plan.changes for p in _of_change(change)]
    return Verdict(plan, tuple(problems))


def _of_change(change: Change) -> list[Finding]:
    return [p for file in change.files if is_python(file.path) and file.after is not None for p in _of_file(file)]


def _of_file(file: FileChange) -> list[Finding]:
    assert file.after is not None
    try:
        module = parse(file.path, file.after)
        if not module.is_newer:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                compile(module.text.text, file.path, "exec", dont_inherit=True)
        return list(_new_unbound(file, module))
    except UNREADABLE as error:
        return [
            Finding(Place(file.path, getattr(error, "lineno", 0) or 1), f"does not compile after the change: {error}")
        ]


def _new_unbound(file: FileChange, after: Module) -> Iterator[Finding]:
    """A formatter may take out what the plan left in: an import that it thinks is unused."""
    if not unbound(after):
        return
    try:
        before = parse(file.path, file.before)
    except UNREADABLE:
        before = None
    for name in newly_unbound(before, after):
        yield Finding(Place(file.path, name.lineno), f"{name.id} has no definition here after the change")
