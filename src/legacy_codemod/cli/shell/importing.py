"""A Phase 0 document into the inventory beside it, and what came of it into lines."""

from __future__ import annotations

from pathlib import Path

from legacy_codemod.cli.shell.failures import warn
from legacy_codemod.cli.shell.ledger import remark
from legacy_codemod.cli.shell.output import save, say
from legacy_codemod.errors import CodemodError, ExitCode, InventoryError
from legacy_codemod.index.world import World
from legacy_codemod.inventory import called, load
from legacy_codemod.inventory.decoding import decode
from legacy_codemod.model import Finding, Inventory, Request
from legacy_codemod.phase_zero.merge import merged, new_items
from legacy_codemod.phase_zero.minutes import Decided, read
from legacy_codemod.reports.parts.words import count
from legacy_codemod.sources import open_sources
from legacy_codemod.tree import tree_of


def import_document(asked: Request, document: Path, target: Path) -> ExitCode:
    """Add what ``document`` decides to ``target``; with an error in it nothing is written.

    Raises:
        CodemodError: the document cannot be read, or ``target`` cannot be written.
    """
    world = World(tree_of(open_sources(Path(asked.root), worktree=True)))
    minutes = read(world, _text(document), str(document))
    for error in sorted(minutes.errors, key=lambda e: (e.place.line, e.place.column) if e.place else (0, 0)):
        warn(f"codemod: {error}")
    if minutes.errors:
        return ExitCode.FOUND
    content = target.read_bytes() if target.exists() else b""
    name = called(target, Path(asked.root))
    try:
        there = load(content, name) if content.strip() else Inventory(name)
        fresh, clashes = new_items(minutes.decided, there)
        after = merged(content, name, fresh)
    except InventoryError as error:
        warn(f"codemod: {error}")
        return ExitCode.FOUND
    if fresh:
        save(after, target)
    _tell(name, fresh, [*minutes.findings, *clashes])
    if not minutes.decided:
        warn(f"codemod: {document} decides nothing\n  A line reads `REMOVE  app/ai_router.py — custom fallback chain`.")
        return ExitCode.FOUND
    return ExitCode.OK


def _text(document: Path) -> str:
    try:
        content = document.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise CodemodError(f"{document} cannot be read: {reason}", next_step="Name the Phase 0 document.") from None
    return decode(content, str(document)).replace("\r\n", "\n")


def _tell(name: str, fresh: list[Decided], findings: list[Finding]) -> None:
    counts = ", ".join(
        f"{number} to {section}"
        for section in ("remove", "keep", "wrap")
        if (number := sum(decided.decision == section for decided in fresh))
    )
    say(f"{name}: added {counts}" if fresh else f"{name}: nothing to add, all of it is there")
    for finding in sorted(findings):
        remark(f"{finding.place.exact}: {finding.reason}", 2)
    if findings:
        say(f"{count(len(findings), 'place')} left to you: what is not certain is not imported")
