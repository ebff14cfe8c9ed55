"""A small app and a test file as text → the test file after the clean-up, twice, and whether it still parses."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from textwrap import dedent

from folding import Memory

from legacy_codemod.draft import Draft
from legacy_codemod.fold.flags import compile_flag, find_symbol
from legacy_codemod.index.world import World
from legacy_codemod.model import EnvFlag, ExprFlag, Finding, NameFlag, Subject
from legacy_codemod.tests_cleanup.flag import clean_flag
from legacy_codemod.tests_cleanup.removed import without_tests_of
from legacy_codemod.tree import tree_of

Files = Mapping[str, str]
Clean = Callable[[Draft], Draft]
TEST = "tests/test_app.py"
GONE = "<gone>"

USE_NEW = EnvFlag("USE_NEW", "true")
PERCENT = EnvFlag("PERCENT", "100")
OFF = NameFlag("app.flags.PICKER", False)
SWITCH = ExprFlag('switch_is_active("new-router")', True)
CONFIG = ExprFlag('get_config("new-router", $$$)', 1)

APP = {
    "app/__init__.py": "",
    "app/flags.py": (
        "import os\n\nPICKER = False\nSWITCH = 'new-router'\n\n\ndef enabled():\n"
        "    return os.getenv('USE_NEW', 'false') == 'true'\n\n\n"
        "class Settings:\n    use_new = os.getenv('USE_NEW') == 'true'\n\n\nsettings = Settings()\n"
    ),
    "app/resolve.py": (
        "from app.flags import enabled\nfrom app.legacy import legacy_resolve\n\n\ndef resolve():\n"
        "    return 1 if enabled() else legacy_resolve()\n"
    ),
    "app/legacy.py": (
        "LIMIT = 3\n\n\ndef legacy_resolve():\n    return LIMIT\n\n\n"
        "class Router:\n    def walk(self):\n        return legacy_resolve()\n"
    ),
    "app/kinds.py": "from enum import Enum\n\n\nclass Kind(Enum):\n    OLD = 'old'\n    NEW = 'new'\n",
    "app/store.py": "from app.flags import SWITCH\n\n\ndef status():\n    return get_config(SWITCH, 0)\n",
}


def text(block: str) -> str:
    """An indented block of a table as the file it stands for."""
    return dedent(block).removeprefix("\n").rstrip(" ")


def drafted(files: Files, clean: Clean) -> Draft:
    """What ``clean`` makes of the app and ``files``."""
    world = World(tree_of(Memory({path: text(held).encode() for path, held in {**APP, **files}.items()})))
    return clean(Draft(world, world))


def outcome(files: Files, clean: Clean) -> dict[str, str]:
    """The given files afterwards; a second run must change nothing, and every file must parse."""
    tree = drafted(files, clean).world.tree
    left = {path: tree.read(path).decode() for path in files if path in tree.path_set}
    again = drafted(left, clean).world.tree
    assert {path: again.read(path).decode() for path in left} == left, "the second run changes something"
    for path, held in left.items():
        compile(held, path, "exec", ast.PyCF_ONLY_AST)
    return left | dict.fromkeys(files.keys() - left.keys(), GONE)


def of_flag(subject: Subject, is_kept: Callable[[str], bool] = lambda _path: False) -> Clean:
    """The clean-up that goes before the fold of a flag."""

    def clean(draft: Draft) -> Draft:
        flag = compile_flag(draft.world, subject)
        assert flag is not None
        return clean_flag(draft, flag, is_kept)

    return clean


def of_names(*names: str) -> Clean:
    """The clean-up that goes before definitions are removed."""

    def clean(draft: Draft) -> Draft:
        found = [find_symbol(draft.world, name) for name in names]
        doomed = {symbol: (f"{symbol.last} is removed",) for symbol in found if symbol is not None}
        assert len(doomed) == len(names)
        return without_tests_of(draft, doomed, lambda _path: False)

    return clean


def check(before: str, after: str, clean: Clean) -> None:
    """Compare one test file byte for byte."""
    check_files({TEST: before}, {TEST: after}, clean)


def check_files(before: Files, after: Files, clean: Clean) -> None:
    """Compare several files; those that ``after`` does not name stay as they are."""
    expected = {path: held if held == GONE else text(held) for path, held in {**before, **after}.items()}
    assert outcome(before, clean) == expected


def said(before: str, clean: Clean) -> list[tuple[int, str]]:
    """Lines and reasons of what was left alone."""
    findings: tuple[Finding, ...] = drafted({TEST: before}, clean).findings
    return [(finding.place.line, finding.reason) for finding in findings if finding.place.path == TEST]
