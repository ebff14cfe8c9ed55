"""A folder into the logs of the parallel run that docs/walkthrough.md tells of, as Docent would have written them.

``python proof/parallel_run.py FOLDER``. Each step of the rollout is a file; the same one every time.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

_MODELS = ("anthropic/claude-sonnet-4", "openai/gpt-4o-mini")
_PER_DAY = 400


@dataclass(frozen=True, slots=True)
class Step:
    """Whole days at one percentage; ``failing`` is the share of the resolve calls that fail and fall back."""

    name: str
    first: str
    days: int
    percent: int
    failing: float = 0.0


STEPS = (
    Step("staging", "2026-10-06", 1, 100),
    Step("5-percent", "2026-10-08", 5, 5),
    Step("25-percent", "2026-10-14", 2, 25, failing=0.3),
    Step("25-percent-again", "2026-10-17", 2, 25),
    Step("50-percent", "2026-10-20", 2, 50),
)


def write(folder: Path) -> None:
    """One file of JSON lines for each step."""
    for step in STEPS:
        lines = (json.dumps(record) for record in _records(step))
        (folder / f"docent-{step.first}-{step.name}.jsonl").write_text("".join(f"{line}\n" for line in lines))


def _records(step: Step) -> Iterator[dict[str, object]]:
    random = Random(step.name)
    count = _PER_DAY * step.days if step.name != "staging" else 12
    for number in range(count):
        at = datetime.fromisoformat(f"{step.first}T00:00:00+00:00") + timedelta(days=step.days) / count * number
        yield from _request(step, random, at, _lot(number, count))


def _lot(number: int, count: int) -> float:
    """From 0 to 1, evenly spread over the requests, so that a share of them is the one that was asked for."""
    return (number * 0.6180339887) % 1 if count > 12 else 0.0


def _request(step: Step, random: Random, at: datetime, lot: float) -> Iterator[dict[str, object]]:
    model = random.choice(_MODELS) if step.name != "staging" else _MODELS[0]
    new = lot < step.percent / 100
    if new and lot / (step.percent / 100) < step.failing:
        new = False
        yield _line(at, "error", "docent.resolve", "resolve failed") | {"code": "no_key_available", "status": 422}
    taken = round(random.uniform(30, 90) if new else random.uniform(1, 4), 1)
    source, logger = ("restormel", "docent.resolve") if new else ("legacy", "docent.ai_router.router")
    answer = {"source": source, "model": model, "workload": "chat", "elapsed_ms": taken}
    yield _line(at, "info", logger, "routing decision") | answer


def _line(at: datetime, level: str, logger: str, said: str) -> dict[str, object]:
    return {"ts": at.isoformat(timespec="milliseconds"), "level": level, "logger": logger, "msg": said}


if __name__ == "__main__":
    write(Path(sys.argv[1]))
