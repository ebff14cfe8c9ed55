"""What the guard found into one JSON document for programs; ``docs/guard.md`` says what each key means."""

from __future__ import annotations

import json
from collections.abc import Iterable

from legacy_codemod.guard.allowances import Allowance
from legacy_codemod.guard.outcome import Failure, Outcome
from legacy_codemod.guard.use import said
from legacy_codemod.model import Place
from legacy_codemod.reports.parts.page import Page

VERSION = 1  # of this document; a key may be added under the same number, none changes its meaning


def render(outcome: Outcome, page: Page) -> bytes:
    r"""The document as ASCII JSON, indented; bytes of a path that are no UTF-8 are lone surrogates, ``\udce9``."""
    document = {
        "version": VERSION,
        "inventory": outcome.inventory,
        "prefix": page.prefix,
        "exit_code": int(outcome.code),
        "failures": [_failure(failure) for failure in outcome.failures],
        "unreadable": [{**_place(each.place), "reason": each.reason} for each in outcome.unreadable],
        "without_reason": _allowances(outcome.bare),
        "unused": _allowances(outcome.unused),
        "remaining": outcome.remaining,
    }
    return json.dumps(document, indent=2).encode("ascii") + b"\n"


def _failure(failure: Failure) -> dict[str, object]:
    use, gone = failure.use, failure.gone
    kind, name = said(use.item)
    return {
        **_place(use.place),
        "column": use.place.column or None,
        "kind": kind,
        "name": name,
        "item": use.item.title,
        "declared": str(use.item.place),
        "what": use.what,
        "mention": use.is_mention,
        "text": use.text,
        "since": failure.since,
        "retired": {"commit": gone.commit, "day": gone.day} if gone else None,
        "instead": failure.instead,
        "note": use.item.note,
        "allowance": failure.allowance,
    }


def _place(place: Place) -> dict[str, object]:
    return {"path": place.path, "line": place.line}


def _allowances(each: Iterable[Allowance]) -> list[dict[str, object]]:
    return [{"path": one.path, "line": one.line, "name": one.name, "reason": one.reason} for one in each]
