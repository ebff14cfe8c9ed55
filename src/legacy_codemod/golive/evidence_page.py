"""The evidence of the burn-in → one HTML page that needs nothing else, and a JSON document."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape

from legacy_codemod.golive import measures
from legacy_codemod.golive.burn_in import Evidence

_STYLE = """
:root { color-scheme: light dark; --new: #2f7d4f; --legacy: #c2571a; --other: #8a8f98; --line: #d5d8dd; }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
td, th { padding: .2rem 1rem .2rem 0; text-align: left; } td.number { text-align: right; }
svg { width: 100%; height: auto; } svg text { font: 11px system-ui, sans-serif; fill: currentColor; }
.new { fill: var(--new); } .legacy { fill: var(--legacy); } .other { fill: var(--other); }
.none { fill: none; stroke: var(--line); stroke-dasharray: 3; }
"""
_HIGH, _WIDE, _LEFT = 160, 900, 40


def facts(evidence: Evidence) -> Iterator[tuple[str, str]]:
    """What was found, each with its name."""
    tally = evidence.tally
    if evidence.since:
        yield "on since", f"{evidence.since}, {evidence.days} days"
    if tally.first and tally.last:
        yield "first record", f"{tally.first:%Y-%m-%d %H:%M:%S} UTC"
        yield "last record", f"{tally.last:%Y-%m-%d %H:%M:%S} UTC"
    yield "new path", f"{tally.new:,} records"
    yield "legacy path", f"{tally.legacy:,} records" + (f", and {tally.excused:,} excused" if tally.excused else "")
    errors, fallbacks = measures.errors(tally), measures.fallbacks(tally)
    yield "errors", f"{errors.share:.2%} ({errors.some:,} of {errors.all:,})"
    yield "fallbacks", f"{fallbacks.share:.2%} ({fallbacks.some:,} of {fallbacks.all:,})"
    slow = measures.percentile(tally, "new")
    if slow is not None:
        yield "p95 latency", f"{slow:.1f} ms"
    yield "unreadable lines", f"{tally.malformed:,}"
    yield "records without a time", f"{tally.undated:,}"


def as_html(evidence: Evidence) -> bytes:
    """The page."""
    verdict = "The burn-in has passed" if evidence.passed else "The burn-in has not passed yet"
    parts = [
        "<!doctype html>",
        f'<html lang="en"><head><meta charset="utf-8"><title>{verdict}</title>',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<style>{_STYLE}</style></head><body><h1>{verdict}</h1>",
        *_list("What is missing", evidence.missing),
        *([f"<p>It can pass on {evidence.can_pass} at the earliest.</p>"] if _waits(evidence) else []),
        *_list("To look at", evidence.alerts),
        "<h2>Share of the new path per day</h2>",
        _drawing(evidence),
        "<h2>What the logs say</h2><table>",
        *(f"<tr><th>{escape(name)}</th><td>{escape(said)}</td></tr>" for name, said in facts(evidence)),
        "</table></body></html>",
    ]
    return ("\n".join(parts) + "\n").encode("utf-8", "backslashreplace")


def as_json(evidence: Evidence) -> bytes:
    """The document: what was found, and what is missing."""
    tally = evidence.tally
    errors, fallbacks = measures.errors(tally), measures.fallbacks(tally)
    document = {
        "version": 1,
        "passed": evidence.passed,
        "missing": evidence.missing,
        "alerts": evidence.alerts,
        "can_pass": evidence.can_pass and evidence.can_pass.isoformat(),
        "since": evidence.since and evidence.since.isoformat(),
        "first": tally.first and tally.first.isoformat(),
        "last": tally.last and tally.last.isoformat(),
        "new": tally.new,
        "legacy": tally.legacy,
        "excused": tally.excused,
        "errors": {"records": errors.some, "of": errors.all},
        "fallbacks": {"records": fallbacks.some, "of": fallbacks.all},
        "p95_ms": measures.percentile(tally, "new"),
        "malformed": tally.malformed,
        "undated": tally.undated,
        "days": [
            {"day": day.day.isoformat(), "new": day.new, "legacy": day.legacy, "other": day.other}
            for day in measures.by_day(tally)
        ],
    }
    return (json.dumps(document, indent=2, ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace")


def _waits(evidence: Evidence) -> bool:
    return not evidence.passed and evidence.can_pass is not None


def _list(title: str, reasons: tuple[str, ...]) -> list[str]:
    items = [f"<li>{escape(reason)}</li>" for reason in reasons]
    return [f"<h2>{title}</h2><ul>", *items, "</ul>"] if reasons else []


def _drawing(evidence: Evidence) -> str:
    """A bar per day, the new path below and the rest above it."""
    days = measures.by_day(evidence.tally)
    if not days:
        return "<p>No record has a time.</p>"
    step = (_WIDE - _LEFT) / len(days)
    bars = []
    for number, day in enumerate(days):
        left, height = _LEFT + number * step, 0.0
        said = f"{day.day}: {day.new:,} new, {day.legacy:,} legacy, {day.other:,} other"
        shares = (("new", day.new), ("legacy", day.legacy), ("other", day.other)) if day.total else (("none", 1),)
        for kind, records in shares:
            high = _HIGH * records / max(day.total, 1)
            place = f'x="{left:.1f}" y="{_HIGH - height - high:.1f}" width="{step * 0.85:.1f}" height="{high:.1f}"'
            bars.append(f'<rect class="{kind}" {place}><title>{said}</title></rect>' if records else "")
            height += high
    labels = (
        f'<text x="0" y="10">100 %</text><text x="0" y="{_HIGH}">0 %</text>'
        f'<text x="{_LEFT}" y="{_HIGH + 16}">{days[0].day}</text>'
        f'<text x="{_WIDE}" y="{_HIGH + 16}" text-anchor="end">{days[-1].day}</text>'
    )
    title = "How much of each day's records came from the new path"
    return (
        f'<svg viewBox="0 0 {_WIDE} {_HIGH + 20}" role="img" aria-label="{title}"><title>{title}</title>'
        f"{''.join(bars)}{labels}</svg>"
    )
