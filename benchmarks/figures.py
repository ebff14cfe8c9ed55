"""What the commands took into figures, each beside its goal."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.pairs import Memory, Run
from benchmarks.works import Scale


@dataclass(frozen=True)
class Taken:
    """All that is known of one command."""

    runs: Sequence[Run]
    memory: Memory

    @property
    def wrong(self) -> str:
        """Why it gives no figure, where it did not do its work."""
        return next((run.wrong for run in self.runs if run.wrong), "")

    @property
    def seconds(self) -> float:
        """The median."""
        return statistics.median(run.seconds for run in self.runs)


@dataclass(frozen=True)
class Figure:
    """A number with its unit, the least and the most of it over the rounds, and the goal that it is to stay below."""

    what: str
    unit: str
    goal: float | None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    wrong: str = ""


# ours, theirs, in words, and how many times of theirs ours may take
_RATIOS = (
    ("plan few", "piranha few", "`plan`, {small:,} files, {few} candidates, to Piranha", 1.5),
    ("plan large", "piranha large", "`plan`, {large:,} files, {few} candidates, to Piranha", 0.8),
    ("plan many", "piranha many", "`plan`, {small:,} files, {many} candidates, to Piranha", 1.5),
    ("plan many", "ast-grep many", "`plan`, {small:,} files, {many} candidates, to ast-grep and ruff", 0.25),
    ("plan few", "vulture few", "`plan`, {small:,} files, {few} candidates, to vulture", None),
    ("plan few", "rg few", "`plan`, {small:,} files, {few} candidates, to `rg -l` of the key", None),
    ("plan few", "search few", "`plan`, {small:,} files, {few} candidates, to one `git grep -l` of the key", None),
    ("plan large", "search large", "`plan`, {large:,} files, {few} candidates, to one `git grep -l` of the key", None),
    ("plan chain-30", "plan chain-1", "`plan` of a chain of 30 helpers to one of a single helper", 4.0),
    ("plan module", "parse module", "`plan` of one module of 2 MB to `cst.parse_module` of it", 1.5),
    ("apply many", "plan many", "`apply` to `plan`, {many} changed files", 1.3),
)


def figures(taken: Mapping[str, Taken], scale: Scale) -> Iterator[Figure]:
    """Each figure; one for which a command is missing or did not do its work has no value, and says why."""
    words = vars(scale)
    for ours, theirs, what, goal in _RATIOS:
        yield _ratio(taken, (ours, theirs), Figure(what.format(**words), "x", goal))
    yield _growth(taken, scale.large / scale.small, "plan large", "files, {small:,} to {large:,}".format(**words), 0.7)
    yield _growth(taken, scale.many / scale.few, "plan many", "candidates, {few} to {many}".format(**words), 1.0)
    few, large = taken["plan few"], taken["plan large"]
    seconds = Figure("`plan`, {small:,} files, {few} candidates".format(**words), "s", 1.0)
    yield _told(seconds, [few], [run.seconds for run in few.runs])
    memory = Figure("`plan`, {large:,} files, all of its processes together".format(**words), "MB", 150)
    yield _told(memory, [large], [large.memory.together])


def _ratio(taken: Mapping[str, Taken], names: tuple[str, str], figure: Figure) -> Figure:
    if missing := [name for name in names if name not in taken]:
        return Figure(figure.what, figure.unit, figure.goal, wrong=f"{missing[0].split()[0]} is not there")
    ours, theirs = (taken[name] for name in names)
    pairs = zip(ours.runs, theirs.runs, strict=False)  # one that failed has a single run
    return _told(figure, [ours, theirs], [a.seconds / b.seconds for a, b in pairs])


def _growth(taken: Mapping[str, Taken], by: float, name: str, what: str, goal: float) -> Figure:
    few, more = taken["plan few"], taken[name]
    exponents = [math.log(b.seconds / a.seconds, by) for a, b in zip(few.runs, more.runs, strict=False)]
    return _told(Figure(f"exponent by which `plan` grows with {what}", "", goal), [few, more], exponents)


def _told(figure: Figure, of: Sequence[Taken], values: Sequence[float]) -> Figure:
    wrong = next((each.wrong for each in of if each.wrong), "")
    if wrong:
        return Figure(figure.what, figure.unit, figure.goal, wrong=wrong)
    return Figure(figure.what, figure.unit, figure.goal, statistics.median(values), min(values), max(values))
