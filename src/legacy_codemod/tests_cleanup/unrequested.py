"""Fixtures that nothing requests any more into the draft without them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from legacy_codemod.draft import Draft
from legacy_codemod.index.module import Module
from legacy_codemod.index.world import World, is_python
from legacy_codemod.testing import is_test
from legacy_codemod.tests_cleanup import functions as parts
from legacy_codemod.tests_cleanup.marks import Mark
from legacy_codemod.tests_cleanup.since import IsKept
from legacy_codemod.tests_cleanup.spoiled import without


def without_unrequested(draft: Draft, before: World, is_kept: IsKept) -> Draft:
    """Fixtures that something requested where the step began and that nothing requests any more."""
    marks: list[Mark] = []
    for name in sorted(_lost_requests(draft, before, is_kept)):
        for path, _held in before.mentioning([name]):
            earlier, later = before.module(path), draft.world.module(path)
            for function in parts.functions(later) if earlier and later and is_test(path) and not is_kept(path) else ():
                if (
                    parts.is_fixture(function)
                    and parts.fixture_name(function) == name
                    and not parts.is_autouse(function)
                ):
                    symbol = parts.symbol_of(later, function)  # type: ignore[arg-type]
                    then, now = parts.requests(before, symbol, name), parts.requests(draft.world, symbol, name)
                    if any(True for _ in then) and not any(True for _ in now):
                        marks.append(Mark(later, function, (f"fixture {name} unused",)))  # type: ignore[arg-type]
    return without(draft, marks, is_kept)


def _lost_requests(draft: Draft, before: World, is_kept: IsKept) -> set[str]:
    """Names that some file requests less often than before; fixtures of any other name are as they were."""
    lost: set[str] = set()
    for path, content in draft.world.tree.changed.items():
        earlier = before.module(path) if is_python(path) and is_test(path) and not is_kept(path) else None
        if earlier is not None and before.tree.changed.get(path, b"") is not content:
            later = draft.world.module(path)
            lost |= (Counter(_requested(earlier)) - Counter(_requested(later) if later else ())).keys()
    return lost - {"self", "cls"}


def _requested(module: Module) -> Iterator[str]:
    for function in parts.functions(module):
        if parts.is_test_function(function) or parts.is_fixture(function):
            yield from (a.arg for a in parts.parameters(function))
    for text in module.strings:
        call = module.scopes.parents.get(text)
        if isinstance(text.value, str) and getattr(getattr(call, "func", None), "attr", "") == "usefixtures":
            yield text.value
