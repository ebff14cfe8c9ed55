"""A flag's definition that went into the environment variables that it asked for, by any reader."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from legacy_codemod.draft import Draft
from legacy_codemod.fold.evaluate import Evaluator
from legacy_codemod.fold.given import Given
from legacy_codemod.index.module import Module
from legacy_codemod.index.world import is_python

_VARIABLE = re.compile(r"_?[A-Z][A-Z0-9]*_[A-Z0-9_]+")


def asked_variables(draft: Draft, given: Given | None) -> list[str]:
    """Names of variables in what gave the flag its value and is gone; something else may still read them."""
    ask = Evaluator(draft.start)
    found: dict[str, None] = {}
    for edit in draft.edits:
        module = draft.start.module(edit.path) if is_python(edit.path) else None
        if given and module and edit.why[-1] == f"{given.name} unused":
            found.update(dict.fromkeys(_named(ask, module, range(edit.start, edit.end + 1))))
    return list(found)


def _named(ask: Evaluator, module: Module, lines: range) -> Iterator[str]:
    for node in module.nodes:
        if isinstance(node, (ast.Constant, ast.Name, ast.Attribute)) and node.lineno in lines:
            text = node.value if isinstance(node, ast.Constant) else ask.literal(module, node)
            if isinstance(text, str) and _VARIABLE.fullmatch(text):
                yield text
