"""Answers of the guard made by hand, as it would hand them to a report."""

from __future__ import annotations

from dataclasses import replace

from legacy_codemod.guard.allowances import Allowance
from legacy_codemod.guard.history import Retired
from legacy_codemod.guard.outcome import Failure, Outcome
from legacy_codemod.guard.use import MENTION, Use
from legacy_codemod.model import EnvFlag, EnvSubject, Finding, Item, PathSubject, Place, SdkFlag

INVENTORY = "legacy-inventory.yaml"
FLAG = Item(EnvFlag("USE_X", "true"), Place(INVENTORY, 3))
KEY = Item(SdkFlag("django-waffle", "new, 100%: router", value=True), Place(INVENTORY, 5))
VARIABLE = Item(EnvSubject("OLD_KEY"), Place(INVENTORY, 9), note="one key for all", replaced_by="NEW_KEY")
ROUTER = Item(PathSubject("app/router.py"), Place(INVENTORY, 12))
GONE = Retired("ab12cd3", "2026-11-25")

READ = Failure(Use(Place("app/a.py", 7, 4), FLAG, "reads the variable USE_X", 'if os.getenv("USE_X") == "50%":'))
ASKED = Failure(Use(Place("app/a.py", 9, 4), KEY, "asks for the flag new, 100%: router", "flag_is_active(…)"))
SET = Failure(Use(Place(".env.example", 2, 1), VARIABLE, "sets or uses the variable OLD_KEY"), GONE)
THERE = Failure(Use(Place("app/router.py", 1, 1), ROUTER, "is there again: app/router.py was removed"), GONE)
MENTIONED = Failure(Use(Place("README.md", 4, 2), FLAG, MENTION, "USE_X turns it on"))


def full() -> Outcome:
    """Something of everything."""
    return Outcome(
        INVENTORY,
        (READ, ASKED, SET, THERE, MENTIONED),
        bare=(Allowance("app/a.py", 7, "USE_X", ""),),
        unused=(Allowance("app/b.py", 1, "OLD_KEY", "until May"),),
        unreadable=(Finding(Place("app/c.py", 1), "holds a legacy name, and Python cannot parse it"),),
        remaining=3,
    )


def at(path: str, line: int = 7) -> Outcome:
    """One failure, in that place."""
    return Outcome(INVENTORY, (moved(READ, Place(path, line, 4)),))


def moved(failure: Failure, place: Place) -> Failure:
    return replace(failure, use=replace(failure.use, place=place))


ODD = "a b/50%,:\n\r\x1b[31m caf\udce9 ü.py"
EVERY = ("github", "gitlab", "json", "sarif", "text")
