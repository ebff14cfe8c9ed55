#!/usr/bin/env python3
"""Restormel Keys after a deploy → one line per check, exit code 0 only where all pass; Python 3.10 is all it needs.

resolve gives a model, a policy allows one and blocks another, and `npx @restormel/doctor` and `npx @restormel/validate`
find nothing. Keys come from the environment (RESTORMEL_GATEWAY_KEY, RESTORMEL_MANAGEMENT_KEY) and are never printed.
"""

from __future__ import annotations

import argparse
import json
import os
import shlex
import signal
import ssl
import subprocess
import sys
import threading
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from http.client import HTTPException, IncompleteRead
from typing import Any, NamedTuple

DEFAULTS: dict[str, str] = {}  # options that were given when this script was written

BASE_URL = "https://restormel.dev/keys/dashboard"
CONTRACT = "2026-03-26"
_LARGEST = 1 << 20  # bytes of an answer
_LOOPBACK = ("localhost", "127.0.0.1", "::1")
_WORDS = {
    "unauthorized": "the key was refused: is {key} the right one for this project, and not revoked?",
    "policy_blocked": "a policy blocks this",
    "route_disabled": "the route is disabled: enable it in the dashboard",
    "no_route": "there is no such route or project: check RESTORMEL_PROJECT_ID, the environment and the workload",
    "route_unpublished": "the route is not published: publish it in the dashboard",
    "no_key_available": "no provider key is stored for any step of the route",
    "resolve_incomplete": "the route gave no complete answer: a step lacks its provider or its model",
}


class Check(NamedTuple):
    """What a check came to; `said` holds no key."""

    name: str
    good: bool
    said: str


class CallError(Exception):
    """A call gave no answer that can be used; `str()` says why in words, `code` is the contract's, if it has one."""

    def __init__(self, said: str, code: str = "") -> None:
        super().__init__(said)
        self.code = code


@dataclass(frozen=True)
class Account:
    """Whom to call and as whom; the keys are not part of its `repr`."""

    project: str
    environment: str
    base: str = BASE_URL
    gateway_key: str = field(default="", repr=False)
    management_key: str = field(default="", repr=False)
    timeout: float = 10.0  # seconds for a whole call

    def hide(self, text: str) -> str:
        """`text` without the keys, and without what a terminal would obey."""
        return _hidden(text, (self.gateway_key, self.management_key))


def _hidden(text: str, keys: Iterable[str]) -> str:
    for key in filter(None, keys):
        text = text.replace(key, "…")
    return "".join(sign if sign.isprintable() else " " for sign in text)


class Resolved(NamedTuple):
    """What resolve decided."""

    provider: str
    model: str
    explanation: str
    steps: int
    contract: str


class Judgement(NamedTuple):
    """What the policies say of a model."""

    allowed: bool
    violations: str


def account(environment: str, timeout: float) -> Account:
    """The account that the environment variables name; raises `CallError`, which names those that are missing."""
    names = ("RESTORMEL_PROJECT_ID", "RESTORMEL_GATEWAY_KEY", "RESTORMEL_MANAGEMENT_KEY")
    project, gateway, management = (os.environ.get(name, "").strip() for name in names)
    environment = environment or os.environ.get("RESTORMEL_ENVIRONMENT_ID", "")
    missing = [name for name, value in zip(names, (project, gateway, management), strict=True) if not value]
    missing += [] if environment else ["RESTORMEL_ENVIRONMENT_ID"]
    if missing:
        raise CallError(f"not set: {', '.join(missing)}")
    for name, key in zip(names[1:], (gateway, management), strict=True):
        if not all("!" <= sign <= "~" for sign in key):
            raise CallError(f"{name} holds a character that no key has, such as a space")
    base = os.environ.get("RESTORMEL_BASE_URL", "").strip().rstrip("/") or BASE_URL
    address = urllib.parse.urlsplit(base)
    if address.scheme != "https" and not (address.scheme == "http" and address.hostname in _LOOPBACK):
        raise CallError("RESTORMEL_BASE_URL does not begin with https://, so the keys would be sent in clear text")
    return Account(project, environment, base, gateway, management, timeout)


def resolve(who: Account, **wish: str) -> Resolved:
    """Ask for a provider and a model; `wish` may hold workload, stage and routeId. Raises `CallError`."""
    path = f"/api/projects/{urllib.parse.quote(who.project, safe='')}/resolve"
    body = {"environmentId": who.environment, **{name: value for name, value in wish.items() if value}}
    found = _call(who, path, "RESTORMEL_GATEWAY_KEY", who.gateway_key, body)
    provider, model, chain = found.get("providerType"), found.get("modelId"), found.get("stepChain")
    if not (isinstance(provider, str) and provider and isinstance(model, str) and model):
        raise CallError("the answer names no provider or no model", "resolve_incomplete")
    explanation = found.get("explanation")
    steps = len(chain) if isinstance(chain, list) else 0
    said = explanation if isinstance(explanation, str) else ""
    return Resolved(who.hide(provider), who.hide(model), who.hide(said), steps, str(found.get("contractVersion", "")))


def policy(who: Account, label: str) -> Judgement:
    """Ask whether `provider/model` may be used. Raises `CallError`."""
    provider, _, model = label.partition("/")
    body = {"projectId": who.project, "environmentId": who.environment, "providerType": provider, "modelId": model}
    found = _call(who, "/api/policies/evaluate", "RESTORMEL_MANAGEMENT_KEY", who.management_key, body)
    allowed = found.get("allowed")
    if not isinstance(allowed, bool):
        raise CallError("the answer does not say whether the model is allowed")
    return Judgement(allowed, who.hide(_violations(found)))


def _call(who: Account, path: str, key_name: str, key: str, body: dict[str, str]) -> dict[str, Any]:
    headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json", "Accept": "application/json"}
    request = urllib.request.Request(who.base + path, json.dumps(body).encode(), headers, method="POST")
    status, content = _within(who.timeout, lambda: _answer(request, who.timeout))
    try:
        said = json.loads(content)
    except (ValueError, RecursionError):
        said = None
    if status == 200 and isinstance(said, dict) and isinstance(said.get("data"), dict):
        found: dict[str, Any] = said["data"]
        return found
    code = said.get("error") if isinstance(said, dict) else None
    if status != 200 and isinstance(code, str):
        words = _WORDS.get(code, "an error this program does not know").format(key=key_name)
        more = _violations(said) if isinstance(said, dict) else ""
        raise CallError(who.hide(f"{status} {code}: {words}" + (f" ({more})" if more else "")), code)
    if status == 200:
        raise CallError("the answer is not the JSON of the contract: is RESTORMEL_BASE_URL right?")
    raise CallError(f"{status} without an error code: the service, or a proxy before it, is not well")


def _answer(request: urllib.request.Request, timeout: float) -> tuple[int, bytes]:
    opener = urllib.request.build_opener(_NoRedirect, urllib.request.HTTPSHandler(context=ssl.create_default_context()))
    try:
        with opener.open(request, timeout=timeout) as response:
            content = response.read(_LARGEST)
            if response.length:  # what was announced has not come; reading a limited part does not raise
                raise IncompleteRead(content, response.length)
            return response.status, content
    except urllib.error.HTTPError as error:
        with error:
            if 300 <= error.code < 400:
                host = urllib.parse.urlsplit(error.headers.get("Location", "")).hostname or "elsewhere"
                reason = f"{error.code} redirects to {host}, and a key is not sent on: correct RESTORMEL_BASE_URL"
                raise CallError(reason) from None
            return error.code, error.read(_LARGEST)


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A redirect is an answer: the key goes to nobody whom the user did not name."""

    def redirect_request(self, *_: object) -> None:
        return None


def _within(seconds: float, call: Callable[[], tuple[int, bytes]]) -> tuple[int, bytes]:
    """What `call` gives; its own time-out only counts from one byte to the next."""
    given: list[tuple[int, bytes]] = []
    wrong: list[Exception] = []

    def attempt() -> None:
        try:
            given.append(call())
        except Exception as error:
            wrong.append(error)

    thread = threading.Thread(target=attempt, daemon=True)
    thread.start()
    thread.join(seconds)
    if given:
        return given[0]
    raise CallError(_reason(wrong[0], seconds) if wrong else _reason(TimeoutError(), seconds)) from None


def _reason(error: Exception, seconds: float) -> str:
    if isinstance(error, urllib.error.URLError) and isinstance(error.reason, Exception):
        return _reason(error.reason, seconds)
    if isinstance(error, CallError):
        return str(error)
    if isinstance(error, TimeoutError):
        return f"no answer within {seconds:g} seconds"
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate cannot be trusted: {error.verify_message}"
    if isinstance(error, (HTTPException, ConnectionError)):
        return f"the connection was refused or dropped ({type(error).__name__})"
    return f"it cannot be reached ({type(error).__name__})"


def _violations(said: dict[str, Any]) -> str:
    found = said.get("violations")
    named = [item.get("type", "a policy") if isinstance(item, dict) else item for item in found or [] if item]
    return ", ".join(str(name)[:80] for name in named[:5]) if isinstance(found, list) else ""


def run_command(command: list[str], seconds: float, env: dict[str, str], where: str = ".") -> tuple[int, bytes]:
    """The exit code and what was printed; raises `OSError`, or `TimeoutError`, and then nothing is left running."""
    silent, piped = subprocess.DEVNULL, subprocess.PIPE
    with subprocess.Popen(
        command, stdin=silent, stdout=piped, stderr=silent, env=env, cwd=where, start_new_session=True
    ) as running:
        try:
            printed, _ = running.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            if hasattr(os, "killpg"):  # what it started goes with it
                os.killpg(running.pid, signal.SIGKILL)
            running.kill()
            raise TimeoutError from None
    return running.returncode, printed


def tool(name: str, command: str, timeout: float = 120.0, where: str = ".") -> Check:
    """Run doctor or validate; it gets no Restormel key, and of what it prints only the checks that failed are told."""
    hidden = ("RESTORMEL_GATEWAY_KEY", "RESTORMEL_MANAGEMENT_KEY")
    own = {key: value for key, value in os.environ.items() if key not in hidden}
    try:
        code, printed = run_command(shlex.split(command), timeout, own, where)
    except TimeoutError:
        return Check(name, False, f"took longer than {timeout:g} seconds")
    except (OSError, ValueError):
        return Check(name, False, f"`{command}` cannot be started: is Node.js installed?")
    try:
        report = json.loads(printed)
        told = [item for item in report["checks"] if item["status"] == "fail"]
        words = "; ".join(f"{item['label']}: {item.get('message', '')}" for item in told)
    except (ValueError, LookupError, TypeError):
        return Check(name, False, f"exit code {code}, and what it printed is no report")
    said = words or ("nothing to complain of" if code == 0 else "")
    return Check(name, code == 0, f"exit code {code}: {_hidden(said, (os.environ.get(key, '') for key in hidden))}")


def check_resolve(who: Account, wish: dict[str, str]) -> tuple[Check, str]:
    """The check, and the model as `provider/model`."""
    try:
        found = resolve(who, **wish)
    except CallError as error:
        return Check("resolve", False, str(error)), ""
    said = f"{found.provider} {found.model}: {found.explanation or 'no explanation'}"
    other = f" (contract {found.contract}, this program knows {CONTRACT})" if found.contract != CONTRACT else ""
    return Check("resolve", True, said + other), f"{found.provider}/{found.model}"


def check_policy(who: Account, name: str, label: str, *, allowed: bool) -> Check:
    """Whether the policies say of `label` what they should."""
    if "/" not in label:
        return Check(name, False, "no model is named: give it as provider/model")
    try:
        found = policy(who, label)
    except CallError as error:
        return Check(name, False, f"{label}: {error}")
    said = "is allowed" if found.allowed else f"is blocked ({found.violations or 'no violation is named'})"
    return Check(name, found.allowed is allowed, f"{label} {said}")


def checks(options: dict[str, str]) -> Iterator[Check]:
    """Every check, as soon as it is done."""
    who = None
    try:
        who = account(options["environment"], float(options["timeout"]))
    except CallError as error:
        yield Check("account", False, str(error))
    if who is not None:
        wish = {"workload": options["workload"], "stage": options["stage"], "routeId": options["route"]}
        check, model = check_resolve(who, wish)
        yield check
        yield check_policy(who, "allowed model", options["allowed"] or model, allowed=True)
        yield check_policy(who, "blocked model", options["blocked"], allowed=False)
    for name in ("doctor", "validate"):
        yield tool(name, options[name])


OPTIONS = {
    "environment": ("", "the environment's id; default: RESTORMEL_ENVIRONMENT_ID"),
    "workload": ("", "the workload to resolve"),
    "stage": ("", "the stage to resolve"),
    "route": ("", "the id of the route to resolve"),
    "allowed": ("", "provider/model that the policies allow; default: the one that resolve gives"),
    "blocked": ("", "provider/model that the policies block"),
    "timeout": ("10", "seconds for each call"),
    "doctor": ("npx --yes @restormel/doctor --format json", "the command of the doctor"),
    "validate": ("npx --yes @restormel/validate --format json", "the command that validates"),
}


def main() -> int:
    """Print a line for each check; 0 where all pass, 1 where one does not."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name, (default, words) in OPTIONS.items():
        parser.add_argument(f"--{name}", default=DEFAULTS.get(name, default), help=words)
    good = True
    for check in checks(vars(parser.parse_args())):
        sys.stdout.write(f"{'PASS' if check.good else 'FAIL'}  {check.name}: {check.said}\n")
        good = good and check.good
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
