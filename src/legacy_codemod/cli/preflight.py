"""``codemod preflight``: the checklist before the cutover, and its record."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from legacy_codemod.cli.shell.log_settings import look
from legacy_codemod.cli.shell.options import Root
from legacy_codemod.cli.shell.settings import request
from legacy_codemod.cli.smoke import Allowed, Blocked, Doctor, Environment, Stage, Timeout, Validate, Workload
from legacy_codemod.errors import ExitCode


def run(  # one parameter per option, as typer reads them
    root: Root = None,
    environment: Environment = "",
    workload: Workload = "",
    stage: Stage = "",
    allowed: Allowed = "",
    blocked: Blocked = "",
    timeout: Timeout = 10,
    doctor: Doctor = "",
    validate: Validate = "",
    test_route: Annotated[
        str, typer.Option(metavar="ID=PROVIDER/MODEL", help="A route whose first step cannot serve, and its second.")
    ] = "",
    app: Annotated[
        str, typer.Option(metavar="COMMAND", help="Starts the app and asks it once; run with an invalid key.")
    ] = "",
    expects: Annotated[str, typer.Option(metavar="TEXT", help="What that command must print.")] = "",
    logs: Annotated[list[str], typer.Option("--log", metavar="GLOB", help="The app's logs, to see its models.")] = [],  # noqa: B006
    model_field: Annotated[str, typer.Option(metavar="NAME", help="The log field that names the model.")] = "model",
    attest: Annotated[
        list[str], typer.Option(metavar="ROW=NAME", help="NAME attests a row that cannot be tried.")
    ] = [],  # noqa: B006 - typer reads it
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write a dated record, in Markdown.")
    ] = None,
) -> int:
    """Go through the checklist before the cutover: try what can be tried, ask for the rest.

    Keys come from RESTORMEL_GATEWAY_KEY and RESTORMEL_MANAGEMENT_KEY and are never printed. On a terminal the rows
    that nobody can try are asked for. Exit 0 when every row passes or is attested, 1 when not.
    """
    from legacy_codemod.cli.shell.attesting import ask, attested, commit
    from legacy_codemod.cli.shell.output import save
    from legacy_codemod.cli.shell.period import found
    from legacy_codemod.cli.shell.verdicts import conclude, telling
    from legacy_codemod.golive import preflight, smoke
    from legacy_codemod.golive.preflight_record import record

    asked, now = request(root, None), datetime.now(UTC)
    names = ("environment", "workload", "stage", "allowed", "blocked", "doctor", "validate")
    values = (environment, workload, stage, allowed, blocked, doctor, validate)
    options = smoke.complete(dict(zip(names, values, strict=True)) | {"timeout": f"{timeout:g}"})
    folder = Path(asked.root)
    wish = preflight.Wish(
        root=folder,
        options=options,
        test_route=test_route,
        app=app,
        expects=expects,
        logs=found(tuple(logs), folder) if logs else (),
        model_field=model_field,
        fields=look(root).fields,
        attested=attested(attest),
    )
    checks = list(telling(preflight.checks(wish, ask, now)))
    good = all(check.passed for check in checks)
    if output:
        save(record(checks, now, commit(folder)), output)
    conclude(good, "ready for the cutover", "not ready for the cutover")
    return ExitCode.OK if good else ExitCode.FOUND
