"""Comments into whether they name the flag, so that they go with it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator

from legacy_codemod.fold.evaluate import Evaluator
from legacy_codemod.fold.flags import Flag
from legacy_codemod.index.module import Module
from legacy_codemod.index.symbols import last_name
from legacy_codemod.model import DecoratorFlag, ExprFlag
from legacy_codemod.truth import settled


def names_flag(comment: str, flag: Flag, others: Iterable[str] = ()) -> bool:
    """Whether ``comment`` says the flag, or one of ``others``, which are names that hold it."""
    return any(_says(comment, name) for name in (*names_of(flag), *others))


def holders(ask: Evaluator, module: Module, test: ast.expr) -> Iterator[str]:
    """The names in ``test`` that the flag settles."""
    for part in ast.walk(test):
        if isinstance(part, (ast.Name, ast.Attribute)) and settled(ask.value(module, part)):
            yield part.id if isinstance(part, ast.Name) else part.attr
        elif isinstance(part, ast.Call) and settled(ask.value(module, part)):
            yield last_name(part.func)


def names_of(flag: Flag) -> frozenset[str]:
    """What the flag is called: of an expression, the texts that it holds."""
    if flag.sdk is not None:
        return frozenset({flag.sdk.key})
    if isinstance(flag.subject, (ExprFlag, DecoratorFlag)):
        return frozenset(text for _, shape in flag.shapes for text in shape.strings) or flag.words
    return flag.words


def _says(comment: str, name: str) -> bool:
    """A plain word may mean anything: it counts in quotes, or as a call."""
    if re.fullmatch("[a-z]*", name):
        return bool(name) and bool(re.search(rf"""["'`]{name}["'`]|\b{name}\(""", comment))
    return bool(re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", comment))
