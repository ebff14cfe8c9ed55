"""`codemod rollout` as users start it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from running import Said

Codemod = Callable[..., Said]
LINE = '{{"ts": "2026-11-05T12:00:00Z", "source": "{}", "resolve_ms": 40}}\n'
COMMON = ("rollout", "app.jsonl", "--since=2026-11-05")


@pytest.mark.parametrize(
    ("new", "code", "end"),
    [
        (250, 0, "✓ verdict        25 % looks as it should: 50 % may be taken\n"),
        (400, 1, "✗ verdict        stay at 25 %\n"),
    ],
    ids=["as it should be", "too much on the new path"],
)
def test_the_next_step_may_be_taken_or_not(codemod: Codemod, work: Path, new: int, code: int, end: str) -> None:
    (work / "app.jsonl").write_text(LINE.format("restormel") * new + LINE.format("legacy") * (1000 - new))
    said = codemod(*COMMON, RESTORMEL_ROLLOUT_PERCENT="25")
    assert (said.code, said.err) == (code, "")
    assert said.out.endswith(end)
    assert codemod(*COMMON, "--percent=25").out == said.out


def test_what_is_not_given_is_asked_for(codemod: Codemod, work: Path) -> None:
    assert work.exists()
    assert codemod("rollout", "app.jsonl").err.startswith(
        "codemod: the percentage and its first whole day are needed\n"
    )
    assert codemod(*COMMON, "--percent=25").err.startswith(f"codemod: no log was found below {work}\n")
    assert codemod(*COMMON, "--percent=250").code == 2
