"""A project's functions, each removed by name, into whether the project still holds together: a table.

``python -m proof.removals CHECKOUT`` clones the checkout, draws functions and methods of it, and for each plans a
REMOVE item with a fallback, puts the files of the plan in place, and looks: what does not compile, what is without a
definition, what leads nowhere, and, with ``--python``, what no longer imports. It exits with 1 where something broke.
"""

from __future__ import annotations

import argparse
import ast
import difflib
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

from legacy_codemod import plan
from legacy_codemod.index.world import World, dotted_name
from legacy_codemod.model import FileChange, Inventory, Item, NameSubject, Place, Plan, Request
from legacy_codemod.sources import open_sources
from legacy_codemod.testing import is_test
from legacy_codemod.tree import tree_of
from legacy_codemod.verify import prove
from legacy_codemod.workspace import Workspace
from proof.importing import Importing
from proof.standing import Project, lost

PATIENCE = 60  # seconds of processor time for one plan
UNDEFINED = "F821,F822,F823"
UNUSED = "F401,F841"
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True, eq=False)
class Trial:
    """One clone that functions are taken out of, each on its own."""

    clone: Path
    before: Project
    said: Counter[str]  # what the linter says of it as it is
    importing: Importing | None

    def row(self, name: str, fallback: str) -> Row:
        """Plan the removal of ``name``, and look at what that makes of the project."""
        sources = open_sources(self.clone, worktree=False)
        item = Item(NameSubject(name, fallback), Place("inventory", 1))
        began = time.process_time()
        made = plan.make(Workspace(Request(), Inventory("inventory", remove=(item,)), tree_of(sources), self.clone))
        seconds = time.process_time() - began
        flaws = [f"does not compile: {problem.place} {problem.reason}" for problem in prove(made).problems]
        flaws += [f"took {seconds:.0f} seconds"] if seconds > PATIENCE else []
        unused: list[str] = []
        self._write({path: file.after for path, file in made.files.items()})
        try:
            if made.files and not flaws:
                broken, unused = self._look(made.files)
                flaws += broken
        finally:
            self._write({path: file.before for path, file in made.files.items()})
        return Row(name, made, seconds, tuple(flaws), tuple(unused))

    def _look(self, files: Mapping[str, FileChange]) -> tuple[list[str], list[str]]:
        python = {path: file.after for path, file in files.items() if path.endswith(".py")}
        changed = {path: None if after is None else ast.parse(after) for path, after in python.items()}
        broken = [f"leads nowhere: {reference}" for reference in lost(self.before, changed)]
        if self.importing:
            names = {name for name, paths in self.before.modules.items() if changed.keys() & paths}
            near = [p for p, found in self.before.references.items() if any(r.module in names for r in found)]
            broken += self.importing.newly_failing(path for path in near if changed.get(path, "") is not None)
        new = lint(self.clone) - self.said
        return broken + sorted(n for n in new if n[:4] in UNDEFINED), sorted(n for n in new if n[:4] in UNUSED)

    def _write(self, files: Mapping[str, bytes | None]) -> None:
        for path, content in files.items():
            target = self.clone / path
            if content is None:
                target.unlink()
            else:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)


@dataclass(frozen=True)
class Row:
    """What one removal came to."""

    name: str
    plan: Plan
    seconds: float
    flaws: tuple[str, ...]
    unused: tuple[str, ...]

    @property
    def outcome(self) -> str:
        """Whether it was refused, and why; else how many files changed."""
        for refusal in (r for change in self.plan.changes for r in change.refusals):
            return f"refused: {refusal.place} {refusal.reason}"
        return f"{len(self.plan.files)} files"

    def page(self) -> str:
        """The diff, under all that was said of it."""
        lines = [f"{self.name}: {self.outcome}", *(f"FLAW {flaw}" for flaw in self.flaws)]
        lines += [f"unused: {text}" for text in self.unused]
        for change in self.plan.changes:
            lines += [f"refusal: {r.place} {r.reason} {' <- '.join(r.chain)}" for r in change.refusals]
            lines += [f"finding: {f.place} {f.reason}" for f in change.findings]
            lines += [f"fallback: {f.place} {f.reason}" for f in change.fallbacks]
        for path, file in self.plan.files.items():
            old, new = (b.decode("utf-8", "replace").splitlines() for b in (file.before, file.after or b""))
            lines += difflib.unified_diff(old, new, path, path if file.after is not None else "gone", lineterm="")
        return "\n".join(lines) + "\n"


def drawn(project: Project, world: World, count: int, chance: Random) -> list[str]:
    """Functions and methods outside tests and migrations, by dotted name."""
    found: list[str] = []
    for path, tree in sorted(project.trees.items()):
        module = dotted_name(world, path)
        if is_test(path) or "migrations" in path or world.find(module) != path:
            continue
        scopes = [("", tree), *((f"{n.name}.", n) for n in tree.body if isinstance(n, ast.ClassDef))]
        for prefix, scope in scopes:
            names = [n.name for n in scope.body if isinstance(n, _FUNCTIONS) and not n.name.startswith("__")]
            found += [f"{module}.{prefix}{name}" for name in dict.fromkeys(names)]
    return chance.sample(found, min(count, len(found)))


def project_of(clone: Path, paths: Iterable[str]) -> Project:
    """The files of the clone that this Python can parse."""
    trees: dict[str, ast.Module] = {}
    for path in paths:
        if path.endswith(".py") and (clone / path).is_file():
            try:
                trees[path] = ast.parse((clone / path).read_bytes())
            except (SyntaxError, ValueError):
                continue
    return Project(trees)


def lint(clone: Path) -> Counter[str]:
    """What is undefined or unused in the clone, without the lines."""
    command = [
        sys.executable,
        "-m",
        "ruff",
        "check",
        "--isolated",
        "--no-cache",
        "--ignore-noqa",
        "--no-respect-gitignore",
    ]
    command += ["--select", f"{UNDEFINED},{UNUSED}", "--output-format", "json", "."]
    done = subprocess.run(command, cwd=clone, capture_output=True, text=True, check=False)
    return Counter(
        f"{said['code']} {Path(said['filename']).relative_to(clone.resolve())}: {said['message']}"
        for said in json.loads(done.stdout)
        if said["code"]
    )


def main() -> int:
    """Print the table."""
    options = argparse.ArgumentParser(prog="python -m proof.removals", description=__doc__)
    options.add_argument("checkout", type=Path)
    options.add_argument("--count", type=int, default=30)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--names", nargs="*", help="these functions, and none drawn")
    options.add_argument("--fallback", default="None", help="the expression that takes the place of a live call")
    options.add_argument(
        "--python", help="an interpreter that has what the project needs: its modules are imported too"
    )
    options.add_argument("--first", default="", help="what that interpreter runs before it imports")
    options.add_argument("--diffs", type=Path, help="a folder for what was said and changed, one file per function")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        clone = Path(folder, "clone")
        subprocess.run(["git", "clone", "--quiet", str(asked.checkout), str(clone)], check=True)
        world = World(tree_of(open_sources(clone, worktree=False)))
        before = project_of(clone, world.tree.paths)
        importing = None
        if asked.python:
            importing = Importing(clone, asked.python, asked.first, {p: dotted_name(world, p) for p in before.trees})
        trial = Trial(clone, before, lint(clone), importing)
        names = asked.names or drawn(before, world, asked.count, Random(asked.seed))
        say(f"{len(names)} functions" + ("" if asked.names else f", seed {asked.seed}"))
        rows = [told(trial.row(name, asked.fallback), number, asked.diffs) for number, name in enumerate(names, 1)]
    say(total(rows))
    return 1 if any(row.flaws for row in rows) else 0


def told(row: Row, number: int, folder: Path | None) -> Row:
    """Say what one removal came to."""
    say(f"{number:>3} {row.seconds:5.1f}s {row.name:70} {row.outcome[:100]}")
    for flaw in row.flaws:
        say(f"      FLAW {flaw}")
    for text in row.unused:
        say(f"      left unused {text}")
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{number:03}.diff").write_text(row.page())
    return row


def total(rows: Iterable[Row]) -> str:
    """The last line."""
    rows = list(rows)
    refused = sum(bool(row.plan.refused) for row in rows)
    files = sum(len(row.plan.files) for row in rows)
    flaws = sum(len(row.flaws) for row in rows)
    return f"{len(rows)} functions, {refused} refused, {files} files changed, {flaws} flaws"


def say(line: str) -> None:
    """One line of the table, at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
