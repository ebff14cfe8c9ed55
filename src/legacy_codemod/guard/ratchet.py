"""The uses before and after a change into those that it adds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from legacy_codemod.guard.use import Use


def added(before: Iterable[Use], after: Iterable[Use]) -> list[Use]:
    """The uses of ``after`` that ``before`` has no match for: a moved one, or one whose line was edited, is not new.

    Files are not told apart, so that code may move from one to another in one change.
    """
    earlier = list(before)
    same = Counter((use.name, use.what, use.text) for use in earlier)
    count = Counter(use.name for use in earlier)
    changed = []
    for use in after:
        key = (use.name, use.what, use.text)
        if same[key]:
            same[key] -= 1
            count[use.name] -= 1
        else:
            changed.append(use)
    found = []
    for use in changed:
        if count[use.name]:
            count[use.name] -= 1  # one that went, or was written otherwise
        else:
            found.append(use)
    return found
