"""A program with the flags' values set, and the folded program: the same traces, results and errors.

``CODEMOD_EXAMPLES=10000 python -m pytest tests/differential`` draws more programs, from a seed of its own each time.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from random import Random

import pytest
from drawn_world import FILES
from folding import settled
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from programs import programs
from traced_run import outcome

from legacy_codemod.model import EnvFlag, ExprFlag, NameFlag, Subject

EXAMPLES = int(os.environ.get("CODEMOD_EXAMPLES", "0"))
SETTINGS = settings(  # without shrinking: a failure shows its program, and is short of minutes
    max_examples=EXAMPLES or 250,
    derandomize=not EXAMPLES,
    database=None,
    deadline=None,
    report_multiple_bugs=False,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
SUBJECTS: tuple[Subject, ...] = (
    EnvFlag("USE_NEW", "true"),
    EnvFlag("ROLLOUT", "100"),
    EnvFlag("MODE", ""),
    EnvFlag("GONE", None),
    NameFlag("flags.FORCED", value=True),
    ExprFlag('feature("new")', value=True),
    ExprFlag('pick("new", on=$A, off=$B)', becomes="$A"),
)


@pytest.fixture(autouse=True, scope="module")
def flags_are_set() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for subject in SUBJECTS:
            if isinstance(subject, EnvFlag):
                patch.delenv(subject.env, raising=False)
                if subject.value is not None:
                    patch.setenv(subject.env, subject.value)
        yield


@pytest.fixture(scope="module")
def runner() -> Iterator[asyncio.Runner]:
    with asyncio.Runner() as runner:
        yield runner


@given(programs(), st.randoms(use_true_random=True))
@SETTINGS
def test_a_folded_program_does_what_it_did(runner: asyncio.Runner, source: str, chance: Random) -> None:
    # in their own order: what one flag leaves may be what a later one waits for, as in an inventory
    subjects = sorted(chance.sample(SUBJECTS, chance.randint(1, 3)), key=SUBJECTS.index)
    before = {**FILES, "app.py": source}
    got = settled({path: text.encode() for path, text in before.items()}, *subjects)
    after = {path: content.decode() for path, content in got.items()}
    for argument in (0, 2):
        assert outcome(after, argument, runner) == outcome(before, argument, runner), (subjects, after["app.py"])
