"""Plans to look at: one with something of everything, and one with as many hunks as anyone may have."""

from __future__ import annotations

from legacy_codemod.burn_down.series import Point, Series
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

INVENTORY = "legacy-inventory.yaml"
HOSTILE = "app/</script><img src=x onerror=alert(1)>\n\x1b[31m\u202e\udce9 <b>.py"


def full() -> Verdict:
    """Items that change files in several ways, one refused, one with nothing to do, and findings."""
    changes = (_folded(), _removed(), _refused(), Change(Item(PathSubject("gone.py"), Place(INVENTORY, 11))))
    broken = Finding(Place("scripts/old.py", 3), "cannot be parsed, so it was skipped")
    return Verdict(Plan(Inventory(INVENTORY), "c0ffee" * 6 + "c0ff", changes, (broken,)))


def grown() -> Series:
    """A history of nine commits in which the names came, and some of them went."""
    counts = (0, 2, 2, 9, 14, 21, 20, 12, 7)
    points = (
        Point(f"{at:040x}", 1_767_225_600 + at * 864_000, lines, min(lines, 5)) for at, lines in enumerate(counts)
    )
    return Series(("OLD_KEY", "USE_NEW"), tuple(points), 400)


def many(items: int, files: int, each: int) -> Verdict:
    """``items`` times ``files`` times ``each`` hunks."""
    changes = tuple(_big(item, files, each) for item in range(items))
    return Verdict(Plan(Inventory(INVENTORY), "", changes))


def _folded() -> Change:
    old = [b"line_%d = %d\n" % (number, number) for number in range(60)]
    new = [*old[:9], b"line_9 = 'other'\n", *old[10:40], *old[42:]]
    why = ("USE_NEW is true", "branch unreachable")
    edits = (
        Edit("app/resolve.py", 10, 10, why),
        Edit("app/resolve.py", 41, 42, (*why, "legacy unused", "import unused")),
        Edit("tests/test_app.py", 2, 2, why),
        Edit(HOSTILE, 1, 1, (*why, "<b>unused</b>")),
        Edit("deploy/.env", 2, 2, (*why, "config line unused")),
    )
    files = (
        FileChange("app/resolve.py", b"".join(old), b"".join(new)),
        FileChange("deploy/.env", b"A=s3cret\nUSE_NEW=true\n", b"A=s3cret\n"),
        FileChange("tests/test_app.py", b"a\nb\nc\n", b"a\nc\n"),
        FileChange(HOSTILE, b"<script>alert(1)</script>\nx\n", b"x"),
    )
    said = (Finding(Place("run.sh", 4), "a shell line uses USE_NEW, so it stays"),)
    stays = (Finding(Place("app/resolve.py", 6), "ends on app.defaults.DECISION"),)
    item = Item(EnvFlag("USE_NEW", "true"), Place(INVENTORY, 3), note="on since November")
    return Change(item, files, edits, findings=said, fallbacks=stays)


def _removed() -> Change:
    lines = b"".join(b"line_%d = %d\n" % (number, number) for number in range(500))
    edit = Edit("app/router.py", 1, 500, ("app/router.py is REMOVE",))
    item = Item(PathSubject("app/router.py"), Place(INVENTORY, 7), replaced_by="routes (phase 3)")
    return Change(item, (FileChange("app/router.py", lines, None),), (edit,))


def _refused() -> Change:
    refusal = Refusal(Place("app/admin.py", 12), "live code still calls it", ("app.admin.page", "app.main.app"))
    return Change(Item(PathSubject("app/models.py"), Place(INVENTORY, 9)), refusals=(refusal,))


def _big(item: int, files: int, each: int) -> Change:
    around = [f"value_{number} = compute({number}, other='some text')" for number in range(14)]
    old = [line for at in range(each) for line in (*around, f"if USE_NEW_{item}:", f"    new_{at}()")]
    new = [line for at in range(each) for line in (*around, f"new_{at}()")]
    held = [("\n".join(lines) + "\n").encode() for lines in (old, new)]
    paths = [f"app/part_{item}/file_{file}.py" for file in range(files)]
    why = (f"USE_NEW_{item} is true", "branch unreachable")
    edits = tuple(Edit(path, 16 * at + 15, 16 * at + 16, why) for path in paths for at in range(each))
    place = Place(INVENTORY, item + 3)
    return Change(Item(EnvFlag(f"USE_NEW_{item}", "true"), place), tuple(FileChange(p, *held) for p in paths), edits)
