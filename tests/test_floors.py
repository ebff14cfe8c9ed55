"""The floors of the house: a file imports only from floors below its own, and each library stays where it belongs."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = "legacy_codemod"
SOURCE = Path(__file__).parents[1] / "src" / PACKAGE
# each floor is made of steps: a step may lean on those to its left, never on its neighbours
FLOORS = (
    ("model tries alignment arguments", "errors"),
    ("catalogue commands", "sdk_entries env_readers", "inventory sources"),
    ("tree", "untracked decisions", "workspace"),
    ("truth testing", "layout", "index config_formats", "shapes draft prune displays", "env_reads", "config_lines"),
    ("fallback",),
    ("fold", "tests_cleanup", "cascade", "removal", "tasks coupled foreseen changes", "keeping"),
    ("soundness", "kept", "plan verify", "settled"),
    ("guard explanation burn_down", "reports branch golive hook", "phase_zero inspection stocktaking"),
    ("cli", "__main__"),
)
STEP = {
    part: (floor, step)
    for floor, steps in enumerate(FLOORS)
    for step, parts in enumerate(steps)
    for part in parts.split()
}
NOWHERE = (len(FLOORS), 0)
# where each library may appear: the names of files or folders of the package
HOMES = {
    "yaml": {"inventory", "catalogue", "sdk_entries"},
    "git": {"sources", "branch"},
    "rich": {"reports", "cli"},
    "typer": {"cli"},
    "libcst": {"index"},
}
FILES = sorted(SOURCE.rglob("*.py"))


def part_of(file: Path) -> str:
    """The name by which the floors call ``file``: its first folder below the package, or itself."""
    return file.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports(tree: ast.AST) -> Iterator[str]:
    """The dotted names of everything that ``tree`` imports, at its top or inside a function."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=str(module), level=0, names=names):
                yield from (f"{module}.{alias.name}" for alias in names)
            case ast.ImportFrom():
                yield "."


def too_high(part: str, imported: str) -> bool:
    """Whether a file of ``part`` may not import the dotted name ``imported`` of our own package."""
    other = imported.removeprefix(f"{PACKAGE}.").split(".")[0]
    if other in {"__doc__", "__version__"}:
        return False
    return other != part and STEP.get(other, NOWHERE) >= STEP[part]


def misplaced(part: str, imported: str) -> bool:
    """Whether a file of ``part`` imports a library that belongs elsewhere."""
    homes = HOMES.get(imported.split(".")[0])
    if homes is None:
        return imported.split(".")[0] not in {*sys.stdlib_module_names, PACKAGE}
    return part not in homes


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(SOURCE)))
def test_a_file_imports_only_from_floors_below_its_own(file: Path) -> None:
    part = part_of(file)
    if part == "__init__":
        assert set(imports(ast.parse(file.read_bytes()))) <= {"__future__.annotations"}
        return
    assert part in STEP, f"{part} stands on no floor: give it one here and in docs/architecture.md"
    names = set(imports(ast.parse(file.read_bytes())))
    assert [name for name in names if name.startswith(f"{PACKAGE}.") and too_high(part, name)] == []
    assert [name for name in names if not name.startswith(f"{PACKAGE}.") and misplaced(part, name)] == []


def test_each_part_that_a_floor_names_is_there() -> None:
    assert {part_of(file) for file in FILES} - {"__init__"} == set(STEP)


def test_the_map_has_each_part_on_its_floor() -> None:
    picture = (SOURCE.parents[1] / "docs/architecture.md").read_text(encoding="utf-8")
    rows = picture.partition("## The house")[2].splitlines()
    for floor, steps in enumerate(FLOORS):
        (row,) = (row for row in rows if row.startswith(f"| {floor} | `"))
        assert set(re.findall(r"`(\w+)`", row.split("|")[2])) == {part for step in steps for part in step.split()}


@pytest.mark.parametrize(
    ("part", "imported", "wrong"),
    [
        ("fold", "legacy_codemod.model.Edit", False),
        ("fold", "legacy_codemod.fold.branches.cut", False),
        ("fold", "legacy_codemod.cascade.sweep", True),
        ("model", "legacy_codemod.errors.CodemodError", True),
        ("truth", "legacy_codemod.plan", True),
        ("reports", "legacy_codemod.branch.build", True),
        ("cli", "legacy_codemod.reports.renderer", False),
        ("plan", "legacy_codemod.something_new", True),
    ],
)
def test_the_rule_for_floors_can_tell_wrong_from_right(part: str, imported: str, wrong: bool) -> None:
    assert too_high(part, imported) is wrong


@pytest.mark.parametrize(
    ("part", "imported", "wrong"),
    [
        ("reports", "rich.console.Console", False),
        ("plan", "rich.console.Console", True),
        ("sources", "yaml", True),
        ("index", "libcst.parse_module", False),
        ("fold", "libcst.parse_module", True),
        ("verify", "libcst", True),
        ("workspace", "git.Repo", True),
        ("model", "pydantic", True),
        ("model", "dataclasses.dataclass", False),
    ],
)
def test_the_rule_for_libraries_can_tell_wrong_from_right(part: str, imported: str, wrong: bool) -> None:
    assert misplaced(part, imported) is wrong


@pytest.mark.parametrize(
    ("option", "unloaded"),
    [("--version", {*HOMES, "click"}), ("--help", {"yaml", "git", "rich", "libcst"})],
)
def test_what_needs_no_engine_loads_none(option: str, unloaded: set[str]) -> None:
    start = f"import sys; sys.argv = ['codemod', '{option}']; from {PACKAGE}.__main__ import main; main()"
    shown = [sys.executable, "-c", f"{start}; print(); print(*sys.modules)"]
    printed = subprocess.run(shown, capture_output=True, text=True, check=True).stdout
    assert not unloaded & set(printed.splitlines()[-1].split())


def test_no_package_imports_by_relative_dots_or_a_star() -> None:
    dotted = [
        file
        for file in FILES
        if {".", "*"} & {name.rsplit(".", 1)[-1] for name in imports(ast.parse(file.read_bytes()))}
    ]
    assert dotted == []
