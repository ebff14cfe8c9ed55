"""A verdict into one HTML file for reviewers: overview, diffs with reasons, and what to leave out."""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from html import escape
from importlib.resources import files
from string import Template

from legacy_codemod.model import Verdict
from legacy_codemod.reports.parts.names import one_line
from legacy_codemod.reports.parts.page import Page
from legacy_codemod.reports.parts.past import past
from legacy_codemod.reports.parts.review import review

_STYLE = ("review.css",)
_SCRIPT = ("elements.js", "diff.js", "page.js", "decisions.js", "search.js", "keys.js")
_IN_SCRIPT = str.maketrans({character: f"\\u{ord(character):04x}" for character in "<>&"})


def render(verdict: Verdict, page: Page) -> bytes:
    """The page as ASCII; the same verdict and the same past give the same bytes."""
    style, script = _joined(_STYLE), _joined(_SCRIPT)
    held = json.dumps(review(verdict), separators=(",", ":")).translate(_IN_SCRIPT)
    filled = Template(_asset("review.html")).substitute(
        policy=f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'",
        title=escape(f"Review of {one_line(verdict.plan.inventory.path)}"),
        style=style,
        script=script,
        past=past(page.past),
        review=held,
    )
    return filled.encode("ascii", "xmlcharrefreplace")


def _joined(names: tuple[str, ...]) -> str:
    return "\n" + "\n".join(map(_asset, names))


def _asset(name: str) -> str:
    return (files("legacy_codemod.reports") / "html" / name).read_text("ascii")


def _hash(content: str) -> str:
    """How a Content-Security-Policy names the one style or script that it lets through."""
    return f"sha256-{b64encode(sha256(content.encode()).digest()).decode()}"
