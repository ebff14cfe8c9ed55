"""What `codemod check` takes beside an empty Python and beside a text search: a table of ratios.

``python -m benchmarks.guard`` makes repositories of 10,000 and 100,000 files in a temporary folder, stages one file and
runs the guard as a hook runs it; then it searches the larger one as a whole, beside ``rg`` with the same names, once
where no file holds one and once where twenty mention one. ``--files 1000`` is for trying it out.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from itertools import islice, product
from pathlib import Path

from benchmarks.modules import IN_A_FOLDER, path_of
from benchmarks.pairs import Pair, Work, memory, paired
from benchmarks.trees import commit, git, make

EMPTY = [sys.executable, "-I", "-c", "pass"]
PARTS = ("LEGACY", "ROUTER", "MODEL", "GATEWAY", "REGION", "TIMEOUT", "BUDGET", "POLICY", "TENANT", "QUOTA")
NUMBERS = (5, 50, 500)


def main() -> int:
    """Print the table; 1 where a command did not do its work."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--files", type=int, nargs="+", default=[10_000, 100_000])
    options.add_argument("--runs", type=int, default=15)
    given = options.parse_args()
    print(f"{'what':64} {'ratio':>6} {'ms':>7} {'MB':>5}")
    with tempfile.TemporaryDirectory() as folder:
        for files in given.files:
            root = Path(folder) / str(files)
            make(root, files)
            wrong = _staged(root, files, given.runs)
        if shutil.which("rg") is None:
            print("rg is not installed: nothing to compare a whole search with")
            return 1
        return int(wrong or _whole(root, files, max(given.runs // 3, 3)))


def names(number: int) -> list[str]:
    """That many names of variables, the same ones each time."""
    return ["_".join(parts) for parts in islice(product(PARTS, repeat=3), number)]


def _staged(root: Path, files: int, runs: int) -> bool:
    _write_inventory(root, names(50))
    commit(root, "Say what is legacy")
    changed = root / path_of(0)
    changed.write_text(f"{changed.read_text(encoding='utf-8')}\nRATE = 3\n", encoding="utf-8")
    git(root, "add", "--all")
    pair = paired(["codemod", "check"], EMPTY, root, runs)
    _print(f"one file staged of {files:,}, beside python -I -c pass", pair, _memory(["codemod", "check"], root))
    commit(root, "Change one")
    return {run.code for run in pair.ours} != {0}


def _whole(root: Path, files: int, runs: int) -> bool:
    wrong = False
    for mentions, number in product((0, 20), NUMBERS):
        _write_inventory(root, names(number))
        (root.parent / "names").write_text("".join(f"{name}\n" for name in names(number)), encoding="utf-8")
        for each in range(mentions):
            file = root / path_of(each * IN_A_FOLDER)
            file.write_text(f"{file.read_text(encoding='utf-8')}\n# {names(5)[each % 5]} went\n", encoding="utf-8")
        git(root, "add", "--all")
        search = ["rg", "-l", "-w", "-F", "-f", str(root.parent / "names"), "shop"]
        pair = paired(["codemod", "check", "--all"], search, root, runs)
        held = _memory(["codemod", "check", "--all"], root)
        _print(f"all of {files:,}, {number} names, {mentions} mentions, beside rg", pair, held)
        wrong |= {run.code for run in pair.ours} != {0}
        wrong |= {run.code for run in pair.theirs} != {0 if mentions else 1}
    return wrong


def _write_inventory(root: Path, variables: list[str]) -> None:
    items = "".join(f"  - env: {name}\n" for name in variables)
    (root / "legacy-inventory.yaml").write_text(f"version: 1\nremove:\n{items}", encoding="utf-8")


def _memory(command: list[str], root: Path) -> float:
    return memory(Work(command, root, code=None)).largest


def _print(what: str, pair: Pair, held: float) -> None:
    print(f"{what:64} {pair.ratio:6.2f} {pair.seconds * 1000:7.0f} {held:5.0f}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
