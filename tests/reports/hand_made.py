"""Verdicts made by hand, as the engine would hand them to a report."""

from __future__ import annotations

from legacy_codemod.model import (
    Change,
    Edit,
    EnvFlag,
    FileChange,
    Finding,
    Inventory,
    Item,
    PathSubject,
    Place,
    Plan,
    Refusal,
    Verdict,
)

BASE = "c0ffee" * 6 + "c0ff"
INVENTORY = "legacy-inventory.yaml"


def verdict_of(*files: FileChange, edits: tuple[Edit, ...] = (), base: str = BASE) -> Verdict:
    """A verdict of one item that changes ``files``."""
    item = Item(EnvFlag("USE_NEW", "true"), Place(INVENTORY, 3))
    return Verdict(Plan(Inventory(INVENTORY), base, (Change(item, files, edits),)))


def full() -> Verdict:
    """Something of everything: two items that change files, one refused, one with nothing to do, and findings."""
    refusal = Refusal(Place("app/admin.py", 12), "live code still calls it", ("app.admin.page", "app.main.app"))
    refused = Change(Item(PathSubject("app/models.py"), Place(INVENTORY, 9)), refusals=(refusal,))
    idle = Change(Item(PathSubject("app/gone.py"), Place(INVENTORY, 11)))
    broken = Finding(Place("scripts/old.py", 3), "cannot be parsed, so it was skipped")
    return Verdict(Plan(Inventory(INVENTORY), BASE, (_folded(), _removed(), refused, idle), (broken,)))


def _folded() -> Change:
    before = (
        b"import os\n\n\ndef resolve(user):\n    if os.environ.get('USE_NEW') == 'true':\n"
        b"        return new(user)\n    return legacy(user)\n"
    )
    why = ("USE_NEW is true", "branch unreachable")
    return Change(
        Item(EnvFlag("USE_NEW", "true"), Place(INVENTORY, 3), note="on since November"),
        (FileChange("app/resolve.py", before, b"def resolve(user):\n    return new(user)\n"),),
        (Edit("app/resolve.py", 1, 1, (*why, "import unused")), Edit("app/resolve.py", 5, 7, why)),
        findings=(Finding(Place("run.sh", 4), "a shell line uses USE_NEW, so it stays"),),
        fallbacks=(Finding(Place("app/resolve.py", 6), "ends on app.defaults.DECISION"),),
    )


def _removed() -> Change:
    item = Item(PathSubject("app/router.py"), Place(INVENTORY, 7), note="custom chain", replaced_by="routes (phase 3)")
    lines = b"".join(b"line_%d = %d\n" % (number, number) for number in range(40))
    edit = Edit("app/router.py", 1, 40, ("the inventory removes app/router.py",))
    return Change(item, (FileChange("app/router.py", lines, None),), (edit,))
