"""``codemod burn-in``: the evidence on which the gate of ``apply`` opens."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from legacy_codemod.cli.shell.log_settings import Given, Latency, LatencyOf, Legacy, New, Source, Time, day, look
from legacy_codemod.cli.shell.options import InventoryFile, Root
from legacy_codemod.cli.shell.settings import inventory_file, request
from legacy_codemod.errors import ExitCode


def _format(name: str) -> str:
    if name not in ("text", "html", "json"):
        raise typer.BadParameter(f"{name!r} is not one of html, json, text.")
    return name


def run(  # one parameter per option, as typer reads them
    logs: Annotated[
        list[str] | None, typer.Argument(metavar="[LOG]...", help="Logs instead of the inventory's; - is stdin.")
    ] = None,
    command: Annotated[
        str, typer.Option(metavar="COMMAND", help='Counts elsewhere and prints {"legacy": 0, "total": 12345}.')
    ] = "",
    root: Root = None,
    inventory: InventoryFile = None,
    since: Annotated[str, typer.Option(metavar="DAY", help="Count from this day, not from flag_on_since.")] = "",
    release_tag: Annotated[str, typer.Option(metavar="TAG", help="Count from the day of this git tag's commit.")] = "",
    deployed_at: Annotated[
        list[str], typer.Option(metavar="TIME", help="Excuse legacy records just after this deployment.")
    ] = [],  # noqa: B006 - typer reads it
    window: Annotated[int | None, typer.Option(metavar="MINUTES", min=0, help="For how long; default: 30.")] = None,
    gap: Annotated[int | None, typer.Option(metavar="DAYS", min=0, help="So many days may be without records.")] = None,
    source: Source = "",
    legacy: Legacy = [],  # noqa: B006
    new: New = [],  # noqa: B006
    time: Time = [],  # noqa: B006
    latency: Latency = [],  # noqa: B006
    latency_of: LatencyOf = [],  # noqa: B006
    shape: Annotated[
        str, typer.Option("--format", callback=_format, metavar="html|json|text", help="What to write.")
    ] = "text",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to a file instead of stdout.")
    ] = None,
) -> int:
    """Show how long the flag has been on and which path the logs say the traffic took.

    Exit 0 when that is enough for apply, 1 when it is not yet.
    """
    from legacy_codemod.cli.shell.gate import evidence
    from legacy_codemod.cli.shell.period import Evidenced, period, tagged

    asked = request(root, inventory)
    begin = day(since) if since else tagged(Path(asked.root), release_tag) if release_tag else None
    given = Given(
        source=source,
        legacy=tuple(legacy),
        new=tuple(new),
        times=tuple(time),
        latency=tuple(latency),
        latency_of=tuple(latency_of),
        deployed_at=tuple(deployed_at),
        window=window,
        gap=gap,
        since=begin,
    )
    read = period(inventory_file(asked), Path(asked.root), Evidenced(tuple(logs or ()), command), begin)
    found = evidence(read, Path(asked.root), date.today(), look(root, given))
    from legacy_codemod.cli.shell.told import tell_evidence

    tell_evidence(found, shape, output)
    return ExitCode.OK if found.passed else ExitCode.FOUND
