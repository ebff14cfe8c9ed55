"""``codemod rollout``: whether the traffic looks as the percentage says, and the next step may be taken."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from legacy_codemod.cli.shell.log_settings import Given, Latency, LatencyOf, Legacy, New, Source, Time, day, look
from legacy_codemod.cli.shell.options import InventoryFile, Root
from legacy_codemod.cli.shell.settings import inventory_file, request
from legacy_codemod.errors import CodemodError, ExitCode


def run(  # one parameter per option, as typer reads them
    logs: Annotated[
        list[str] | None, typer.Argument(metavar="[LOG]...", help="Logs instead of the inventory's; - is stdin.")
    ] = None,
    percent: Annotated[
        float | None,
        typer.Option(min=0, max=100, envvar="RESTORMEL_ROLLOUT_PERCENT", help="What the rollout stands at."),
    ] = None,
    since: Annotated[str, typer.Option(metavar="DAY", help="The first whole day at that percentage.")] = "",
    root: Root = None,
    inventory: InventoryFile = None,
    confidence: Annotated[
        float, typer.Option(min=50, max=99.999, metavar="PERCENT", help="Of the interval around the share.")
    ] = 99,
    enough: Annotated[int, typer.Option(min=1, metavar="RECORDS", help="Of each path; fewer tell nothing.")] = 100,
    slow: Annotated[float, typer.Option(min=0, metavar="MS", help="The latency that p95 may not exceed.")] = 200,
    source: Source = "",
    legacy: Legacy = [],  # noqa: B006 - typer reads it
    new: New = [],  # noqa: B006
    time: Time = [],  # noqa: B006
    latency: Latency = [],  # noqa: B006
    latency_of: LatencyOf = [],  # noqa: B006
) -> int:
    """Compare the logs with the rollout's percentage, and the new path with the legacy path.

    Exit 0 when the next step (5, 25, 50, 100) may be taken, 1 when not.
    """
    from legacy_codemod.cli.shell.period import Evidenced, files, period
    from legacy_codemod.cli.shell.steps import step
    from legacy_codemod.cli.shell.verdicts import conclude, tell
    from legacy_codemod.golive.logs import tally
    from legacy_codemod.golive.rollout import Step, judge
    from legacy_codemod.golive.scan import Terms

    if percent is None or not since:
        raise CodemodError(
            "the percentage and its first whole day are needed",
            next_step="Give --percent (or RESTORMEL_ROLLOUT_PERCENT) and --since 2026-11-01.",
        )
    asked = request(root, inventory)
    given = Given(
        source=source,
        legacy=tuple(legacy),
        new=tuple(new),
        times=tuple(time),
        latency=tuple(latency),
        latency_of=tuple(latency_of),
    )
    wanted, begin = look(root, given), day(since)
    read = period(inventory_file(asked), Path(asked.root), Evidenced(tuple(logs or ())), begin)
    with step("reading the logs"):
        found = tally(Path(asked.root), files(read, Path(asked.root)), Terms(wanted.fields, begin))
    stage = Step(percent, confidence / 100, enough, slow)
    checks = judge(found, stage)
    tell(checks)
    good = all(check.passed for check in checks)
    onward = f"{stage.next} % may be taken" if stage.next else "the burn-in may begin"
    conclude(good, f"{percent:g} % looks as it should: {onward}", f"stay at {percent:g} %")
    return ExitCode.OK if good else ExitCode.FOUND
