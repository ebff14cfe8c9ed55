"""What `codemod plan` takes beside other programs on the same trees: a file of numbers, and pages that show them.

``python -m benchmarks.plan`` makes the trees, installs the peers, runs all in turn and writes ``docs/benchmarks.json``,
from which ``benchmarks.pages`` makes the tables and the picture. ``--quick`` tries it out on small trees, in one round,
and writes no page.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path

from benchmarks import pages
from benchmarks.figures import Taken, figures
from benchmarks.pairs import Memory, Work, memory, rounds
from benchmarks.peers.installed import PACKAGES, install
from benchmarks.works import Scale, works

_QUICK = Scale(small=1_000, large=2_000, few=20, many=100, pieces=200)


def main() -> int:
    """Measure, print, and write; 1 where `codemod` did not do its work."""
    given = _options().parse_args()
    folder = given.folder.resolve()
    scale, times = (_QUICK, 1) if given.quick else (Scale(), given.rounds)
    peers = install(folder / "peers")
    for name in sorted({*PACKAGES, "rg"} - peers.keys()):
        print(f"{name} cannot be installed here; what it is needed for is left out")
    taken = _taken(works(folder, scale, peers), times, given.limit)
    result = {"measured": f"{date.today()}", "rounds": times, "machine": _machine(), "versions": dict(peers)}
    result |= {"scale": vars(scale), "works": {name: _row(each) for name, each in taken.items()}}
    result |= {"figures": [asdict(figure) for figure in figures(taken, scale)]}
    print(pages.table_of_figures(result), pages.table_of_works(result), sep="\n\n")
    output = folder / "quick.json" if given.quick else pages.RESULTS
    output.write_text(f"{json.dumps(result, indent=1)}\n", encoding="utf-8")
    if not given.quick:
        pages.write()
    return int(any(row.wrong for name, row in taken.items() if name.split()[0] in {"plan", "apply"}))


def _taken(named: Mapping[str, Work], times: int, limit: int) -> dict[str, Taken]:
    ran = rounds(named, times, limit, lambda line: print(line, file=sys.stderr, flush=True))
    taken = {name: Taken(runs, Memory(0, 0) if runs[0].wrong else memory(named[name])) for name, runs in ran.items()}
    for work in named.values():
        work.reset()
    return taken


def _options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    folder = Path(tempfile.gettempdir()) / "codemod-benchmarks"
    options.add_argument("--folder", type=Path, default=folder, help="where trees and peers are kept (%(default)s)")
    options.add_argument("--quick", action="store_true", help="small trees, one round")
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--limit", type=int, default=300, help="seconds of a processor that a process may take")
    return options


def _row(taken: Taken) -> Mapping[str, object]:
    runs = taken.runs
    return {
        "seconds": [round(run.seconds, 3) for run in runs],
        "cpu": [round(run.cpu, 3) for run in runs],
        "memory": {name: round(most) for name, most in asdict(taken.memory).items()},
        "wrong": taken.wrong,
    }


def _machine() -> Mapping[str, object]:
    git = subprocess.run(["git", "--version"], capture_output=True, text=True, check=True).stdout.split()[2]
    system = f"{platform.system()} {platform.machine()}"
    return {"processors": os.cpu_count(), "system": system, "python": platform.python_version(), "git": git}


if __name__ == "__main__":
    sys.exit(main())
