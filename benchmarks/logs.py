"""What `codemod burn-in` takes beside `grep -c` on the same log: a ratio within one run.

``python -m benchmarks.logs`` writes a log of 1 GB of JSON lines into a temporary folder, reads it with both in turn,
and prints the ratio of the whole processes by the clock, and the memory of ours. ``--bytes 100000000`` is for a trial.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

from benchmarks.pairs import Pair, Work, memory, paired

DAYS = 20
_MODELS = ("anthropic/claude-sonnet-4", "openai/gpt-4o-mini", "google/gemini-2.5-pro")


def main() -> int:
    """Print the table; 1 where a command did not do its work."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--bytes", type=int, default=1_000_000_000)
    options.add_argument("--runs", type=int, default=5)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "app.jsonl"
        since = date.today() - timedelta(DAYS)
        write(log, given.bytes, since)
        ours = [sys.executable, "-m", "legacy_codemod", "burn-in", "app.jsonl", f"--since={since}"]
        ours += ["--latency=elapsed_ms", "--latency-of=msg=routing decision"]
        print(f"{'what':56} {'ratio':>6} {'ms':>7} {'grep':>7} {'MB':>5}")
        # a pattern that is nowhere: where grep's output goes to /dev/null, it stops at the first match
        pair = paired(ours, ["grep", "-c", '"source": "legacy"', "app.jsonl"], Path(folder), given.runs)
        held = memory(Work(ours, Path(folder))).together
        _print(f"{given.bytes:,} bytes beside grep -c", pair, held)
        wrong = {run.code for run in pair.ours} != {0} or {run.code for run in pair.theirs} != {1}
    return int(wrong)


def write(log: Path, size: int, since: date) -> None:
    """Two records for each request, as a service writes them, the same ones each time."""
    random = Random(1)
    begin, step = datetime.combine(since, datetime.min.time()), timedelta(DAYS) / (size / 215)
    written = number = 0
    with log.open("wb") as file:
        while written < size:
            lines = b"".join(_record(random, begin + step * each, each) for each in range(number, number + 1000))
            written += file.write(lines)
            number += 1000


def _record(random: Random, at: datetime, number: int) -> bytes:
    head = {"ts": at.isoformat(timespec="milliseconds") + "+00:00", "level": "info"}
    if number % 2:
        said = {
            "logger": "app.resolve",
            "msg": "routing decision",
            "source": "restormel",
            "model": random.choice(_MODELS),
        }
        more: dict[str, object] = {"workload": "chat", "elapsed_ms": round(random.lognormvariate(3.8, 0.4), 1)}
    else:
        said = {"logger": "app.notes", "msg": "answered", "tenant": "northwind", "source": "restormel"}
        more = {"model": random.choice(_MODELS), "request_id": f"{random.getrandbits(128):032x}"}
    return json.dumps(head | said | more).encode() + b"\n"


def _print(what: str, pair: Pair, held: float) -> None:
    grep = sorted(run.seconds for run in pair.theirs)[len(pair.theirs) // 2]
    print(f"{what:56} {pair.ratio:6.2f} {pair.seconds * 1000:7.0f} {grep * 1000:7.0f} {held:5.0f}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
