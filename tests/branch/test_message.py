"""Commit messages and branch names."""

from __future__ import annotations

import pytest
from plans import change

from legacy_codemod.branch import default_name
from legacy_codemod.branch.message import message
from legacy_codemod.model import (
    Change,
    DecoratorFlag,
    Edit,
    EnvFlag,
    EnvSubject,
    ExprFlag,
    FileChange,
    Finding,
    Inventory,
    Item,
    NameFlag,
    NameSubject,
    PathSubject,
    Place,
    SdkFlag,
    Subject,
)

FULL = """\
Remove app.resolve.legacy_resolve

custom fallback chain

Replaced by: routes (phase 3)

- app/old.py: deleted
- app/resolve.py: function is removed; import is unused (2 times)
- docs/a.md: changed

Error paths that stay, on the declared fallback:
- app/resolve.py:41: returns app.defaults.DEFAULT_DECISION

1 finding was left alone; `codemod plan` lists it.

Retired: remove app.resolve.legacy_resolve
Inventory: legacy-inventory.yaml
"""


def test_the_whole_message() -> None:
    unused = ("USE_X is true", "legacy_resolve is unused", "import is unused")
    made = Change(
        Item(
            NameSubject("app.resolve.legacy_resolve"),
            Place("i.yaml", 3),
            "custom fallback\n chain ",
            "routes (phase 3)",
        ),
        files=(
            FileChange("app/old.py", b"x", None),
            FileChange("app/resolve.py", b"x", b"y"),
            FileChange("docs/a.md", b"x", b"y"),
            FileChange("docs/same.md", b"x", b"x"),
        ),
        edits=(
            Edit("app/resolve.py", 9, 30, ("named in the inventory", "function is removed")),
            Edit("app/resolve.py", 1, 1, unused),
            Edit("app/resolve.py", 2, 2, unused),
        ),
        findings=(Finding(Place("docs/b.md", 1), "names it"),),
        fallbacks=(Finding(Place("app/resolve.py", 41), "returns app.defaults.DEFAULT_DECISION"),),
    )
    assert message(made, "legacy-inventory.yaml") == FULL


SUBJECTS: dict[str, tuple[Subject, str]] = {
    "a flag": (EnvFlag("USE_X", "true"), 'Fold flag USE_X = "true"'),
    "an unset flag": (EnvFlag("USE_X", None), "Fold flag USE_X = unset"),
    "a path": (PathSubject("app/old/"), "Remove app/old/"),
    "an env var": (EnvSubject("DEFAULT_MODEL"), "Remove env DEFAULT_MODEL"),
    "an expression of two lines": (ExprFlag("f(\n  x\n)", True), "Fold flag f( x ) = True"),
    "a long expression loses its end": (
        ExprFlag("$P.has_feature(Feature.NEW_ROUTER, tenant=$A, region=$B, something=$C)", True),
        "Fold flag $P.has_feature(Feature.NEW_ROUTER, tenant=$A, region=$B, some…",
    ),
    "a long path loses its beginning": (
        PathSubject("services/backend/application/integrations/providers/routing/legacy/ai_router.py"),
        "Remove …/application/integrations/providers/routing/legacy/ai_router.py",
    ),
    "a long word stays in part": (PathSubject("x" * 100), "Remove …" + "x" * 64),
    "a name that is not UTF-8": (PathSubject("caf\udce9.py"), "Remove caf\\udce9.py"),
}


@pytest.mark.parametrize(("subject", "line"), SUBJECTS.values(), ids=SUBJECTS.keys())
def test_the_subject_line(subject: Subject, line: str) -> None:
    text = message(change(subject, {"a.py": (b"x", b"y")}), "i.yaml")
    assert text.splitlines()[0] == line
    assert len(line) <= 72
    text.encode("utf-8")


def test_what_the_subject_line_lost_is_in_the_body() -> None:
    text = message(change(PathSubject("x/" * 50), {"a.py": (b"x", b"y")}), "i.yaml")
    assert f"Remove {'x/' * 50}." in " ".join(text.split())


def test_a_long_list_of_files_is_cut() -> None:
    text = message(change(EnvFlag("X", "1"), {f"f{number}.py": (b"x", b"y") for number in range(100)}), "i.yaml")
    assert "- and 60 more files\n" in text


def test_an_absolute_path_of_the_inventory_stays_at_home() -> None:
    assert message(change(EnvFlag("X", "1"), {}), "/home/ada/app/i.yaml").endswith("\nInventory: i.yaml\n")


NAMES: dict[str, tuple[tuple[Subject, ...], tuple[Subject, ...], str]] = {
    "the first flag": ((EnvFlag("USE_RESTORMEL_KEYS", "true"), EnvFlag("P", "1")), (), "retire-use-restormel-keys"),
    "a dotted flag": ((NameFlag("app.flags.NEW_CHECKOUT", True),), (), "retire-new-checkout"),
    "a key": ((SdkFlag("waffle", "new-router", True),), (), "retire-new-router"),
    "an expression": ((ExprFlag("$P.has(Feature.X)", True),), (), "retire-p-has-feature-x"),
    "a decorator": ((DecoratorFlag('required("new")', True),), (), "retire-required-new"),
    "no flag": ((), (PathSubject("app/ai_router.py"), EnvSubject("X")), "retire-app-ai-router-py"),
    "a removed name": ((), (NameSubject("a.b.legacy_resolve"),), "retire-legacy-resolve"),
    "a removed env var": ((), (EnvSubject("DEFAULT_MODEL"),), "retire-default-model"),
    "nothing": ((), (), "retire-legacy"),
    "no letter": ((ExprFlag("$$$", True),), (), "retire-legacy"),
    "a long name": ((EnvFlag("A" * 100, "1"),), (), "retire-" + "a" * 43),
    "a cut at a dash": ((EnvFlag("A" * 42 + "_B", "1"),), (), "retire-" + "a" * 42),
}


@pytest.mark.parametrize(("flags", "remove", "name"), NAMES.values(), ids=NAMES.keys())
def test_the_branch_is_named_after_what_it_retires(
    flags: tuple[Subject, ...], remove: tuple[Subject, ...], name: str
) -> None:
    def items(subjects: tuple[Subject, ...]) -> tuple[Item, ...]:
        return tuple(Item(subject, Place("i.yaml", 1)) for subject in subjects)

    assert default_name(Inventory("i.yaml", flags=items(flags), remove=items(remove))) == f"codemod/{name}"
