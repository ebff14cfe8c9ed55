"""``codemod smoke``: the check after every deploy, and as a script to keep."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from legacy_codemod.errors import ExitCode

Environment = Annotated[str, typer.Option(metavar="ID", help="Default: RESTORMEL_ENVIRONMENT_ID.")]
Workload = Annotated[str, typer.Option(metavar="NAME", help="The workload to resolve.")]
Stage = Annotated[str, typer.Option(metavar="NAME", help="The stage to resolve.")]
Route = Annotated[str, typer.Option(metavar="ID", help="The route to resolve.")]
Allowed = Annotated[
    str, typer.Option(metavar="PROVIDER/MODEL", help="A model the policies allow; default: what resolve gives.")
]
Blocked = Annotated[
    str, typer.Option(metavar="PROVIDER/MODEL", envvar="SMOKE_BLOCKED_MODEL", help="A model the policies block.")
]
Timeout = Annotated[float, typer.Option(min=0.1, metavar="SECONDS", help="For each call.")]
Doctor = Annotated[str, typer.Option(metavar="COMMAND", help="Default: npx @restormel/doctor --format json.")]
Validate = Annotated[str, typer.Option(metavar="COMMAND", help="Default: npx @restormel/validate --format json.")]


def run(  # one parameter per option, as typer reads them
    environment: Environment = "",
    workload: Workload = "",
    stage: Stage = "",
    route: Route = "",
    allowed: Allowed = "",
    blocked: Blocked = "",
    timeout: Timeout = 10,
    doctor: Doctor = "",
    validate: Validate = "",
    write: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the test as a Python script instead of running it.")
    ] = None,
) -> int:
    """Ask Restormel Keys for a model and for two verdicts, and run its doctor and its validation.

    Keys come from RESTORMEL_GATEWAY_KEY and RESTORMEL_MANAGEMENT_KEY and are never printed; the project is
    RESTORMEL_PROJECT_ID. Exit 0 when all checks pass, 1 when one does not.
    """
    from legacy_codemod.cli.shell.output import save, say
    from legacy_codemod.cli.shell.verdicts import conclude, telling
    from legacy_codemod.golive import smoke

    options = {
        "environment": environment,
        "workload": workload,
        "stage": stage,
        "route": route,
        "allowed": allowed,
        "blocked": blocked,
        "timeout": f"{timeout:g}",
        "doctor": doctor,
        "validate": validate,
    }
    if write:
        save(smoke.script(options), write)
        write.chmod(write.stat().st_mode | 0o111)
        say(f"{write}: run it after every deploy, with Python alone; keys come from the environment")
        return ExitCode.OK
    good = all([check.passed for check in telling(smoke.checks(options))])  # noqa: C419 - every check is to be run
    conclude(good, "all checks pass", "not all checks pass")
    return ExitCode.OK if good else ExitCode.FOUND
