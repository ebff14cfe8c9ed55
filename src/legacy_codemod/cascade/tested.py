"""What only tests still use into the tests that go first, and what they keep."""

from __future__ import annotations

from legacy_codemod.cascade.alive import Alive
from legacy_codemod.cascade.idle import idle_statements
from legacy_codemod.cascade.question import Unused
from legacy_codemod.cascade.reasons import why_changed
from legacy_codemod.draft import Draft
from legacy_codemod.index.symbols import Symbol, definition
from legacy_codemod.index.tests import is_test_file
from legacy_codemod.index.uses import How, Use
from legacy_codemod.model import Finding, Place
from legacy_codemod.truth import Why


def idle_handlers(draft: Draft, now: Alive) -> dict[Symbol, Why]:
    """Handlers that do nothing any more, and go though nothing calls them: their tests go first."""
    return {
        symbol: (*why_changed(draft, module, statement), f"{symbol.last} does nothing")
        for module in draft.modules().values()
        if (earlier := draft.start.module(module.path)) is not None
        for symbol, _other, statement in idle_statements(earlier, module, now)
        if statement is definition(now.world, symbol)
    }


def untested(now: Alive, unused: list[Unused]) -> tuple[list[Unused], list[Finding]]:
    """Those that no test is left to use; a test that could not be cut keeps what it exercises."""
    free: list[Unused] = []
    findings: list[Finding] = []
    for one in unused:
        tests = [u for u in tests_of(now, one.symbol) if u.node not in {entry.node for entry in one.entries}]
        if is_test_file(now.world, one.symbol.path) or not tests:
            free.append(one)
        else:
            where = f"{tests[0].path}:{tests[0].line}"
            reason = f"{one.symbol.name} is used by nothing but a test ({where}) that cannot be cut cleanly"
            findings.append(Finding(Place(one.symbol.path, one.statements[0].lineno), reason))
    return free, findings


def tests_of(now: Alive, symbol: Symbol) -> list[Use]:
    """The uses of a definition in tests."""
    return [u for u in now.every(symbol) if is_test_file(now.world, u.path) and u.how not in (How.IMPORT, How.EXPORT)]
