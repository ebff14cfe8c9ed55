"""Files of a small repository into what running them leaves: natures, trace, results and errors."""

from __future__ import annotations

import asyncio
import contextlib
import inspect
import re
import sys
import warnings
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass, field
from itertools import islice
from types import ModuleType
from typing import Any

VALUES = (True, False, 0, 3, "", "text", None, [], [1], True)
_ADDRESS = re.compile(r"0x[0-9a-f]+")
_NATURES = (
    inspect.isgeneratorfunction,
    inspect.iscoroutinefunction,
    inspect.isasyncgenfunction,
)


class EndlessError(Exception):
    """A drawn program that goes on for too long is stopped at the same point before and after."""


@dataclass(eq=False)
class Stage:
    """What a drawn program calls; each call leaves a line in ``trace``."""

    trace: list[str] = field(default_factory=list)

    def t(self, number: int = 0, *given: object, **named: object) -> Any:
        """Something that happens, and one of the values there are."""
        self.note("t", number, given, named)
        return copy(VALUES[number % len(VALUES)]) if isinstance(number, int) else number

    def tick(self) -> bool:
        """Lets loops end."""
        self.note("tick")
        return self.trace.count("('tick',)") < 6

    def fails(self, number: int) -> None:
        """Raises for some numbers."""
        self.note("fails", number)
        if number % 3 == 0:
            raise ValueError(number)
        if number % 3 == 1:
            raise KeyError(number)

    def mark(self, given: object) -> Callable[[object], object]:
        """A decorator."""
        self.note("mark", given)
        return lambda function: function

    def stamp(self, given: object) -> Callable[[object], object]:
        """Another decorator."""
        self.note("stamp", given)
        return lambda function: function

    def note(self, *what: object) -> None:
        """One line of the trace."""
        if len(self.trace) > 300:
            raise EndlessError
        self.trace.append(shown(what))

    @contextlib.contextmanager
    def quiet(self, swallow: object) -> Iterator[int]:
        """Swallows errors where it is told to."""
        self.note("enter", bool(swallow))
        with contextlib.suppress(ValueError) if swallow else contextlib.nullcontext():
            yield 5
        self.note("exit")

    @contextlib.asynccontextmanager
    async def aquiet(self, swallow: object) -> AsyncIterator[int]:
        """The same, awaited."""
        with self.quiet(swallow) as value:
            yield value

    async def a(self, number: int, *given: object) -> Any:
        """What ``t`` does, awaited."""
        await asyncio.sleep(0)
        return self.t(number, *given)

    async def many(self, count: int) -> AsyncIterator[int]:
        """Numbers from 0, awaited."""
        for number in range(count):
            self.note("many", number)
            yield number

    @property
    def names(self) -> dict[str, object]:
        """What every drawn file finds in its namespace."""
        own = ("t", "tick", "fails", "mark", "stamp", "quiet", "aquiet", "a", "many")
        return {name: getattr(self, name) for name in own} | {"taken": lambda drawn: list(islice(drawn, 5))}


def shown(value: object) -> str:
    """``repr`` without addresses and the names of lambdas."""
    return _ADDRESS.sub("", repr(value))


def outcome(files: Mapping[str, str], argument: object, runner: asyncio.Runner) -> tuple[object, ...]:
    """Import ``files`` one after another and call the ``run`` of the last one."""
    stage = Stage()
    natures: list[object] = []
    before = dict(sys.modules)
    try:
        app = [_loaded(path, source, stage) for path, source in files.items()][-1]
        natures = _natures(app)
        result = shown(_called(vars(app)["run"], argument, runner))
    except Exception as error:
        result = f"{type(error).__name__}: {_ADDRESS.sub('', str(error))}"
    finally:
        for path in files:
            sys.modules.pop(path.removesuffix(".py"), None)
        sys.modules.update(before)
    return natures, stage.trace, result


def _loaded(path: str, source: str, stage: Stage) -> ModuleType:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a drawn program may say `assert (a, b)`
        code = compile(source, path, "exec", dont_inherit=True)  # annotations are evaluated
    module = ModuleType(path.removesuffix(".py"))
    vars(module).update(stage.names)
    sys.modules[module.__name__] = module
    exec(code, vars(module))
    return module


def _natures(module: ModuleType) -> list[object]:
    found = []
    for owner in (module, *(value for value in vars(module).values() if isinstance(value, type))):
        for name, value in sorted(vars(owner).items()):
            if inspect.isfunction(value) and value.__module__ == module.__name__:
                found.append((name, [nature(value) for nature in _NATURES], value.__defaults__, value.__doc__))
    return [shown(entry) for entry in found]


def _called(run: Callable[[object], Any], argument: object, runner: asyncio.Runner) -> object:
    got = run(argument)
    if inspect.isgenerator(got):
        return list(islice(got, 50))
    if inspect.iscoroutine(got):
        return runner.run(got)
    return runner.run(_gathered(got)) if inspect.isasyncgen(got) else got


async def _gathered(source: AsyncIterator[object]) -> list[object]:
    found: list[object] = []
    async with contextlib.aclosing(source) as items:  # type: ignore[type-var]
        async for item in items:
            found.append(item)
            if len(found) == 50:
                break
    return found
