"""Test files that lost something into the same files without what it left empty or unused."""

from __future__ import annotations

from legacy_codemod.draft import Draft
from legacy_codemod.index.world import World
from legacy_codemod.tests_cleanup.columns import without_unread_columns
from legacy_codemod.tests_cleanup.emptied import without_emptied
from legacy_codemod.tests_cleanup.helper_parameters import without_unread_helper_parameters
from legacy_codemod.tests_cleanup.idle_blocks import without_idle_blocks
from legacy_codemod.tests_cleanup.settled_columns import with_settled_columns
from legacy_codemod.tests_cleanup.since import IsKept
from legacy_codemod.tests_cleanup.unread import without_unread_parameters
from legacy_codemod.tests_cleanup.unrequested import without_unrequested

_STEPS = (
    without_emptied,
    without_idle_blocks,
    with_settled_columns,
    without_unread_columns,
    without_unread_parameters,
    without_unread_helper_parameters,
    without_unrequested,
)


def tidy(draft: Draft, before: World, is_kept: IsKept) -> Draft:
    """Take out emptied tests and fixtures, fixtures nothing requests any more, and parameters nothing reads any more.

    Only what was otherwise in ``before`` goes.
    """
    while True:
        later = draft
        for step in _STEPS:
            later = step(later, before, is_kept)
        if later.world is draft.world:
            return later
        draft = later
