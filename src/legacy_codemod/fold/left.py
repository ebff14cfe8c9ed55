"""A flag of an SDK into findings: where code and other files still name its key after the fold."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from legacy_codemod.config_formats import lines_naming
from legacy_codemod.draft import Draft
from legacy_codemod.fold.evaluate import Evaluator
from legacy_codemod.fold.flags import Flag
from legacy_codemod.fold.sdk import Sdk, asks, imports
from legacy_codemod.index.module import Module
from legacy_codemod.index.world import is_python
from legacy_codemod.model import UNKNOWN, Finding, Place
from legacy_codemod.shapes import Matcher
from legacy_codemod.testing import is_test

_OWN = re.compile(r"[._\-:/]|[a-z][A-Z]")  # a plain word may mean anything


def left_names(draft: Draft, flag: Flag) -> Draft:
    """The draft that says what still names the key; a line of which something was said already is passed over."""
    if flag.sdk is None:
        return draft
    said = {(f.place.path, f.place.line) for f in draft.findings}
    found = []
    for path in draft.world.tree.mentions(flag.words):
        if is_python(path):
            module = None if is_test(path) else draft.world.module(path)
            every = dict(_in_code(draft, flag.sdk, module)) if module else {}
        else:
            every = dict(_in_text(flag.sdk, draft.world.tree.read(path)))
        found += [Finding(Place(path, draft.line(path, line)), reason) for line, reason in sorted(every.items())]
    return draft.noting(f for f in found if (f.place.path, f.place.line) not in said)


def _in_code(draft: Draft, sdk: Sdk, module: Module) -> Iterator[tuple[int, str]]:
    if not (_OWN.search(sdk.key) or imports(module, sdk.entry)):
        return
    matcher = Matcher(draft.world, module, Evaluator(draft.world).literal)
    reason = f"still names {sdk.key}, in a way that {sdk.entry.name} does not read it: see what it does"
    yield from ((text.lineno, reason) for text in module.strings if text.value == sdk.key)
    for node in module.nodes:
        asked = asks(sdk, matcher, node) if isinstance(node, ast.Call) else None
        if isinstance(node, ast.Call) and asked is not None and asked.spelling.gives is UNKNOWN:
            yield node.lineno, f"reads {sdk.key}, but the inventory's value does not say what this gives: it stays"


def _in_text(sdk: Sdk, content: bytes) -> Iterator[tuple[int, str]]:
    named = re.compile(rf"(?<![\w-]){re.escape(sdk.key)}(?![\w-])")
    text = content.decode("utf-8", "replace").split("\n")
    for line in lines_naming(content, sdk.key) if _OWN.search(sdk.key) else ():
        if named.search(text[line - 1]):
            yield line, f"names {sdk.key}, and is left as it is"
