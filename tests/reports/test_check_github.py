"""`reports.check.github`: workflow commands, byte for byte."""

from __future__ import annotations

import re
from urllib.parse import unquote

from outcomes import INVENTORY, ODD, at, full

from legacy_codemod.guard.outcome import Outcome
from legacy_codemod.reports.check.github import render
from legacy_codemod.reports.parts.page import Page

COMMANDS = """\
::error file=app/a.py,line=7,col=4,title=legacy name USE_X::app/a.py:7:4: reads the variable USE_X; \
to be retired (legacy-inventory.yaml:3): no new uses%0Aif os.getenv("USE_X") == "50%25":%0A\
to let this line through, write on it: codemod: allow[USE_X] reason
::error file=app/a.py,line=9,col=4,title=legacy name new%2C 100%25%3A router::app/a.py:9:4: \
asks for the flag new, 100%25: router; to be retired (legacy-inventory.yaml:5): no new uses%0Aflag_is_active(…)%0A\
to let this line through, write on it: codemod: allow[new, 100%25: router] reason
::error file=.env.example,line=2,col=1,title=legacy name OLD_KEY::.env.example:2:1: \
sets or uses the variable OLD_KEY; retired on 2026-11-25 by ab12cd3; instead: NEW_KEY%0A\
to let this line through, write on it: codemod: allow[OLD_KEY] reason
::error file=app/router.py,line=1,col=1,title=legacy name app/router.py::app/router.py:1:1: \
is there again: app/router.py was removed; retired on 2026-11-25 by ab12cd3%0A\
to let this line through, write on it: codemod: allow[app/router.py] reason
::error file=README.md,line=4,col=2,title=legacy name USE_X::README.md:4:2: mentions it; \
to be retired (legacy-inventory.yaml:3): no new uses%0AUSE_X turns it on%0A\
to let this line through, write on it: codemod: allow[USE_X] reason
::error file=app/c.py,line=1,title=codemod%3A unreadable file::app/c.py:1: \
holds a legacy name, and Python cannot parse it
::warning file=app/a.py,line=7,title=codemod%3A allowance without reason::app/a.py:7: \
allow[USE_X] has no reason, so it allows nothing
::warning file=app/b.py,line=1,title=codemod%3A unused allowance::app/b.py:1: \
allow[OLD_KEY] allows nothing that is there: take it out
"""


def test_each_thing_is_one_command() -> None:
    assert render(full(), Page()).decode() == COMMANDS


def test_files_are_named_from_the_top_of_the_repository() -> None:
    written = render(at("app/a.py"), Page(prefix="services/api/")).decode()
    assert written.startswith("::error file=services/api/app/a.py,line=7,")
    assert "::services/api/app/a.py:7:4: reads " in written


def test_no_name_can_end_its_command_or_begin_another() -> None:
    written = render(at(ODD), Page()).decode()
    assert written.count("\n") == 1
    found = re.fullmatch(r"::error file=([^,:\n]*),line=7,col=4,title=legacy name USE_X::(.*)\n", written)
    assert found is not None
    assert unquote(found[1]) == "a b/50%,:\n\r\\x1b[31m caf\\xe9 ü.py"
    assert "::" not in unquote(found[1])


def test_no_line_of_code_can_begin_a_command() -> None:
    evil = Outcome(INVENTORY, at("::set-output name=a::b.py").failures)
    assert [line[:8] for line in render(evil, Page()).decode().splitlines()] == ["::error "]
