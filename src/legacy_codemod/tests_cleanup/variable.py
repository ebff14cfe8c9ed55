"""An environment variable that nothing reads any more into test files that do not set it."""

from __future__ import annotations

import ast
from collections.abc import Callable

from legacy_codemod.draft import Draft
from legacy_codemod.index.module import Module
from legacy_codemod.index.world import World
from legacy_codemod.model import Finding, Place
from legacy_codemod.testing import is_test
from legacy_codemod.tests_cleanup.drop import drop
from legacy_codemod.tests_cleanup.forms import settings
from legacy_codemod.tests_cleanup.forms.setting import EnvVar
from legacy_codemod.tests_cleanup.tidy import tidy
from legacy_codemod.truth import Why


def setting_lines(world: World, module: Module, env: str) -> set[int]:
    """The lines on which a test file names ``env`` to set or unset it, and for nothing else."""
    found = (s.entry or s.node for s in settings(world, module) if s.what == EnvVar(env))
    parts = (part for node in found for part in ast.walk(node))
    return {p.lineno for p in parts if env in (getattr(p, "arg", None), getattr(p, "value", None))}  # type: ignore[attr-defined]


def without_variable(draft: Draft, env: str, why: Why, is_kept: Callable[[str], bool]) -> Draft:
    """Drop what sets or unsets ``env`` in tests, whatever the value."""
    changed = {}
    findings: list[Finding] = []
    for path, _held in draft.world.mentioning([env]):
        module = draft.world.module(path) if is_test(path) and not is_kept(path) else None
        found = [s for s in settings(draft.world, module) if s.what == EnvVar(env)] if module else []
        if module is None or not found:
            continue
        piece, stays = drop(draft.world, module, found, why)
        for node in stays:
            place = Place(path, draft.line(path, getattr(node, "lineno", 1)))
            findings.append(Finding(place, f"sets {env}, which nothing reads any more, and cannot be cut cleanly"))
        if piece is not None:
            changed[path] = piece
    return tidy(draft.spliced(changed).noting(findings), draft.world, is_kept)
