"""The checklist before the cutover: what can be tried is tried, and the rest waits for someone who attests it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from legacy_codemod.errors import WorkspaceError
from legacy_codemod.golive import smoke_script as service
from legacy_codemod.golive.checks import Check, Outcome, failed, judged, passed
from legacy_codemod.golive.fields import Fields
from legacy_codemod.golive.history import leaks
from legacy_codemod.golive.observed import models

ROWS: Final = {
    "resolve": "resolve gives a provider and a model",
    "next-step": "a route goes on to its next step when the first cannot serve",
    "policy-allowed": "the policies allow a model that may be used",
    "policy-blocked": "the policies block a model that may not be used",
    "error-fallback": "the app answers though its key is invalid",
    "ui": "the user interface renders with the resolved models",
    "doctor": "npx @restormel/doctor finds no blocking issue",
    "validate": "npx @restormel/validate finds no invalid key",
    "secrets": "no env file with values was ever committed",
    "dashboard": "the dashboard shows the requests of the app",
    "observed-model": "the logs name the model that was resolved, not a fixed label",
}
INVALID_KEY: Final = "rk_invalid_codemod_preflight"
_APP_SECONDS: Final = 120.0


@dataclass(frozen=True, slots=True)
class Wish:
    """What the checks need to know."""

    root: Path
    options: Mapping[str, str]  # as `smoke_script.OPTIONS` names them
    test_route: str = ""  # ID=PROVIDER/MODEL: the route, and the model of its second step
    app: str = ""  # the app's own entry point, for the shell
    expects: str = ""  # what it must print
    logs: tuple[str, ...] = ()  # relative to the root
    model_field: str = "model"
    fields: Fields = field(default_factory=Fields)
    attested: Mapping[str, str] = field(default_factory=dict)  # row and name


def checks(wish: Wish, ask: Callable[[str, str], str], now: datetime) -> Iterator[Check]:
    """Every row, in order; ``ask`` gives the name of whoever attests a row that nobody could try, or nothing."""
    for check in _tried(wish):
        if check.outcome is not Outcome.OPEN:
            yield check
            continue
        name = wish.attested.get(check.name) or ask(check.name, ROWS[check.name])
        if name:
            yield replace(check, outcome=Outcome.ATTESTED, said=f"attested by {name}, {now:%Y-%m-%d %H:%M} UTC")
        else:
            yield replace(check, said=f"not attested: {check.said}")


def _tried(wish: Wish) -> Iterator[Check]:
    options, model = wish.options, ""
    try:
        who = service.account(options["environment"], float(options["timeout"]))
    except service.CallError as error:
        for row in ("resolve", "next-step", "policy-allowed", "policy-blocked", "error-fallback"):
            yield failed(row, str(error))
    else:
        found, model = service.check_resolve(who, {"workload": options["workload"], "stage": options["stage"]})
        yield _named("resolve", found)
        yield _next_step(who, wish.test_route)
        yield _named("policy-allowed", service.check_policy(who, "", options["allowed"] or model, allowed=True))
        yield _named("policy-blocked", service.check_policy(who, "", options["blocked"], allowed=False))
        yield _error_fallback(who, wish)
    yield _open("ui", "open each page that shows or picks a model")
    for row in ("doctor", "validate"):
        yield _named(row, service.tool(row, options[row], where=str(wish.root)))
    yield _secrets(wish.root)
    yield _open("dashboard", "look at the requests of the last hour")
    yield _observed(wish, model)


def _next_step(who: service.Account, test_route: str) -> Check:
    route, sign, expected = test_route.partition("=")
    if not sign:
        return _open("next-step", "name a route whose first step cannot serve, with --test-route ID=PROVIDER/MODEL")
    try:
        found = service.resolve(who, routeId=route)
    except service.CallError as error:
        return failed("next-step", str(error))
    given = f"{found.provider}/{found.model}"
    good = given == expected
    return judged("next-step", f"{route} gives {given}, {'as expected' if good else f'expected {expected}'}", good=good)


def _error_fallback(who: service.Account, wish: Wish) -> Check:
    """First that the key is refused, then that the app lives with it."""
    row = "error-fallback"
    if not wish.app:
        return _open(row, "name a command that starts the app and asks it once, with --app COMMAND")
    try:
        service.resolve(replace(who, gateway_key=INVALID_KEY))
        return failed(row, "resolve takes an invalid key, so nothing can be shown")
    except service.CallError as error:
        if error.code != "unauthorized":
            return failed(row, f"resolve does not refuse an invalid key: {error}")
    own = dict(os.environ) | {"RESTORMEL_GATEWAY_KEY": INVALID_KEY}
    try:
        code, printed = service.run_command(["/bin/sh", "-c", wish.app], _APP_SECONDS, own, str(wish.root))
    except TimeoutError:
        return failed(row, f"the app took longer than {_APP_SECONDS:g} seconds")
    except OSError as error:
        return failed(row, f"the app cannot be started: {error.strerror}")
    if code:
        return failed(row, f"with an invalid key the app ended with exit code {code}")
    if wish.expects.encode() not in printed:
        return failed(row, "with an invalid key the app did not print what was expected")
    return passed(
        row, "with an invalid key the app ended with exit code 0" + (" and its answer" if wish.expects else "")
    )


def _secrets(root: Path) -> Check:
    try:
        found = leaks(root)
    except WorkspaceError as error:
        return failed("secrets", error.what)
    told = "; ".join(f"{leak.path} (since {leak.commit}): {', '.join(leak.names[:8])}" for leak in found[:5])
    more = f"; and {len(found) - 5} more files" if len(found) > 5 else ""
    if found:
        return failed("secrets", f"values are in the history, change them and treat them as known: {told}{more}")
    return passed("secrets", "no env file in the history of any branch or tag holds a value")


def _observed(wish: Wish, model: str) -> Check:
    row = "observed-model"
    if not wish.logs:
        return _open(row, "name logs, with --log")
    if not model:
        return failed(row, "resolve gave no model to look for")
    seen = models(wish.root, wish.logs, wish.fields, wish.model_field)
    told = ", ".join(f"{name} ({number})" for name, number in seen.most_common(5))
    if not seen:
        return failed(row, f"no record of the new path has a field {wish.model_field!r}")
    good = model in seen or model.partition("/")[2] in seen
    return judged(row, f"resolved {model}, the last day of the logs has {told}", good=good)


def _open(row: str, how: str) -> Check:
    return Check(row, Outcome.OPEN, f"{ROWS[row]} ({how})")


def _named(row: str, check: service.Check) -> Check:
    return judged(row, check.said, good=check.good)
