"""The standard library's own modules, planted with a flag and folded, into what their own tests say: a table.

``python -m proof.standard_library`` copies each module, plants conditions on an environment variable into it, and runs
its suite (``test.test_…`` of the running CPython) with the planted and then with the folded copy first on the path.
Then it folds an unrelated flag over every file of the library, of which none may change.
It exits with 1 where anything differs.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import sysconfig
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from random import Random

from legacy_codemod.model import EnvFlag
from proof.memory import folded
from proof.planting import FLAG, planted

LIBRARY = Path(sysconfig.get_path("stdlib"))
MODULES = """
bisect calendar cmd code colorsys configparser copy csv difflib fileinput fnmatch fractions graphlib heapq html json
optparse pprint quopri random reprlib sched shlex statistics string textwrap timeit
""".split()  # noqa: SIM905  a page of words reads better than a list of strings
PLANTED = EnvFlag(FLAG, "1")
OWN = "own_"
UNRELATED = EnvFlag("X_PROOF_UNRELATED", "1")
SUFFIX = b'\nif __import__("os").environ["X_PROOF_UNRELATED"] == "1":\n    pass\n'
_RAN = re.compile(r"^Ran (\d+) tests?", re.MULTILINE)
_VERDICT = re.compile(r"^(OK|FAILED)\b.*", re.MULTILINE)


@dataclass(frozen=True)
class Row:
    """What one module's suite said."""

    module: str
    places: int
    left: int  # reads of the flag after the fold
    before: str
    after: str
    same_again: bool  # a second fold changes nothing

    @property
    def holds(self) -> bool:
        """Whether the suite passes as it did."""
        return self.before == self.after and self.before.endswith("OK") and self.same_again


def module_row(name: str, seed: int) -> Row:
    """Plant, run, fold, run."""
    chance = Random(f"{name} {seed}")
    sources = {path: (LIBRARY / path).read_bytes() for path in _files(name)}
    drawn = {path: planted(source, chance) for path, source in sources.items()}
    before = {path: source for path, (source, _) in drawn.items()}
    suite = _suite(name)
    after = _folded(before, suite)
    again = _folded(after, suite)
    return Row(
        name,
        sum(places for _, places in drawn.values()),
        sum(source.count(FLAG.encode()) for source in after.values()),
        suite_says(name, before),
        suite_says(name, after),
        again == after,
    )


def _folded(files: Mapping[str, bytes], suite: Mapping[str, bytes]) -> dict[str, bytes]:
    """The module's files, folded with the suite beside them: what that sets or calls the fold has to know of."""
    after, _ = folded({**suite, **{OWN + path: source for path, source in files.items()}}, PLANTED)
    return {path: after[OWN + path] for path in files}


def _suite(name: str) -> dict[str, bytes]:
    """The files of a suite, under names that are not those of tests, since tests may set what they like.

    For the fold the module has a name of its own: it takes the standard library's names for the installed one.
    """
    found = find_spec(f"test.test_{name}")
    origin = Path(found.origin if found and found.origin else "")
    paths = sorted(origin.parent.rglob("*.py")) if origin.name == "__init__.py" else [origin]
    word, own = re.compile(rb"\b" + name.encode() + rb"\b"), (OWN + name).encode()
    return {f"suite_{number}.py": word.sub(own, path.read_bytes()) for number, path in enumerate(paths)}


def _files(name: str) -> list[str]:
    package = LIBRARY / name
    if package.is_dir():
        return [path.relative_to(LIBRARY).as_posix() for path in sorted(package.rglob("*.py"))]
    return [f"{name}.py"]


def suite_says(name: str, files: Mapping[str, bytes]) -> str:
    """How many tests ran with ``files`` first on the path, and OK or what failed."""
    with tempfile.TemporaryDirectory() as folder:
        for path, source in files.items():
            target = Path(folder, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source)
        environment = {**os.environ, "PYTHONPATH": folder, FLAG: "1", "PYTHONDONTWRITEBYTECODE": "1"}
        command = [sys.executable, "-W", "ignore", "-m", "unittest", f"test.test_{name}"]
        done = subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True, timeout=900)
    ran, said = _RAN.search(done.stderr), _VERDICT.findall(done.stderr)
    if not ran or not said:
        return f"no result: {done.stderr.strip().splitlines()[-1:]}"
    return f"{ran[1]} {said[-1]}"


def unrelated(path: Path) -> str:
    """What an unrelated flag does to one file: its own bytes stay, alone and above a condition on that flag."""
    source = path.read_bytes()
    name = path.relative_to(LIBRARY).as_posix()
    try:
        after, parsed = folded({name: source}, UNRELATED)
        if not parsed:
            return "not Python of this version"
        if after[name] != source:
            return "CHANGED"
        after, parsed = folded({name: source + SUFFIX}, UNRELATED)
        return "untouched" if not parsed or after[name].startswith(source.rstrip()) else "CHANGED below"
    except Exception as error:
        return f"CRASHED {type(error).__name__}"


def library_files() -> Iterator[Path]:
    """Every Python file of the standard library, its own tests included."""
    yield from (path for path in sorted(LIBRARY.rglob("*.py")) if "site-packages" not in path.parts)


def main() -> int:
    """Print both tables."""
    options = argparse.ArgumentParser(prog="python -m proof.standard_library", description=__doc__)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--modules", nargs="*", default=MODULES)
    options.add_argument("--skip-library", action="store_true", help="only the planted modules")
    asked = options.parse_args()
    good = True
    say(f"{'module':14}{'planted':>8}{'left':>6}  {'suite with the planted module':32}{'with the folded one':32}")
    for name in asked.modules:
        if find_spec(f"test.test_{name}") is None:
            say(f"{name:14}its suite is not installed")
            continue
        row = module_row(name, asked.seed)
        good &= row.holds
        note = "" if row.holds else "DIFFERS"
        say(f"{name:14}{row.places:>8}{row.left:>6}  {row.before:32}{row.after:32}{note}")
    if not asked.skip_library:
        counts: Counter[str] = Counter()
        for path in library_files():
            counts[said := unrelated(path)] += 1
            if said[0] == "C":
                say(f"{path.relative_to(LIBRARY)}: {said}")
        say("unrelated flag: " + ", ".join(f"{count} {said}" for said, count in sorted(counts.items())))
        good &= not any(said[0] == "C" for said in counts)
    return 0 if good else 1


def say(line: str) -> None:
    """One line of the table, at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
