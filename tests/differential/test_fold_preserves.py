"""A program with the flag's value set, and the folded program: the same traces, results and errors."""

from __future__ import annotations

import contextlib
import inspect
import warnings
from collections.abc import Iterator
from itertools import islice

import pytest
from folding import USE_NEW, folded
from hypothesis import HealthCheck, Phase, given, settings
from programs import programs

VALUES = (True, False, 0, 3, "", "text", None, [], [1], True)
SETTINGS = settings(  # without shrinking: a failure shows its program, and is short of minutes
    max_examples=300,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@contextlib.contextmanager
def _quiet(swallow: object) -> Iterator[None]:
    with contextlib.suppress(ValueError) if swallow else contextlib.nullcontext():
        yield


def _outcome(source: str, argument: object) -> tuple[object, ...]:
    """What a run of the program leaves: its nature, its trace, and its result or error."""
    trace: list[object] = []

    def t(number: int) -> object:
        trace.append(number)
        return VALUES[number % len(VALUES)]

    def tick() -> bool:
        trace.append("tick")
        return trace.count("tick") < 6

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a drawn program may say `assert (a, b)`
        code = compile(source, "app.py", "exec")
    names: dict[str, object] = {"t": t, "tick": tick, "quiet": _quiet}
    exec(code, names)
    run = names["run"]
    assert inspect.isfunction(run)
    try:
        got = run(argument)
        result = repr(list(islice(got, 50)) if inspect.isgenerator(got) else got)
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    return inspect.isgeneratorfunction(run), trace, result


@pytest.fixture(autouse=True, scope="module")
def flag_is_on() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("USE_NEW", "true")
        yield


@given(programs())
@SETTINGS
def test_a_folded_program_does_what_it_did(source: str) -> None:
    after = folded({"app.py": source.encode()}, USE_NEW)["app.py"].decode()
    for argument in (0, 2):
        assert _outcome(after, argument) == _outcome(source, argument), after
