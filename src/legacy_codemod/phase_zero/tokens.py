"""A line into the pieces that may name something, and the note behind them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from legacy_codemod.phase_zero.blocks import Span

_PIECE = re.compile(
    r"(?P<mark>\*\*|__)?(?:`(?P<code>[^`]+)`|\[`?(?P<link>[^]`]+)`?\]\([^)]*\)"
    r"|(?P<bare>(?:(?(mark)(?!(?P=mark))|)(?!`|,\s|;\s)\S)+?))"
    r"(?(mark)(?P=mark)|)(?P<stop>[,;:.]?)(?=\s|$|<|\()"
)
_JOIN = re.compile(r"\s*(?:<br\s*/?>|[,;&+](?:\s*and\b)?|\band\b)\s*")
DASHES: Final = "—\u2013―\u2212"  # em, en, bar and minus
_DASH = re.compile(rf"^\s*(?:[{DASHES}:]|--?-?>?(?=\s)|→|=>)+\s*")
_LOOKS = re.compile(  # a path, a dotted name, a file with a leading dot, a variable
    r"[\w.~$*\[\]{}?!@-]*/[\w./*\[\]?!{}:#()@-]*|\w[\w-]*\.[A-Za-z]\w*[\w.:#()-]*|\.\w[\w.-]*"
    r"|\$?\{?[A-Z][A-Z0-9]*_[A-Z0-9_]*\}?(=\S*)?"
)


@dataclass(frozen=True, slots=True)
class Named:
    """The pieces that stand in a row at the start of a text, and what comes behind them."""

    pieces: tuple[Span, ...]
    note: str
    is_apart: bool  # whether a dash, a colon, a bracket, a gap or the end divides them from the note


def named(span: Span) -> Named:
    """The pieces of ``span``: code, links, or words that look like a path, a dotted name or a variable."""
    pieces: list[Span] = []
    at = 0
    while found := _PIECE.match(span.text, at):
        group = next(name for name in ("code", "link", "bare") if found[name] is not None)
        if group != "code" and not _LOOKS.fullmatch(found[group]):
            break
        pieces.append(Span(found[group].strip(), span.line, span.column + found.start(group)))
        at, stop = found.end(), found["stop"]
        joined = _JOIN.match(span.text, found.start("stop"))
        if joined and joined.end() > found.start("stop") and _begins_piece(span.text, joined.end()):
            at = joined.end()
        elif not (stop == "" and span.text[at:].lstrip().startswith("`") and pieces):
            at = found.start("stop")
            break
        else:
            at += len(span.text[at:]) - len(span.text[at:].lstrip())
    rest = span.text[at:]
    return Named(tuple(pieces), note_of(rest), _is_apart(rest))


def note_of(rest: str) -> str:
    """What stands behind the pieces, without the dash or the brackets that divide it from them."""
    text = _DASH.sub("", rest).strip().lstrip(",;.").strip()
    inner = re.fullmatch(r"\(([^()]*)\)", text)
    return " ".join((inner[1] if inner else text).split())


def _begins_piece(text: str, at: int) -> bool:
    found = _PIECE.match(text, at)
    return bool(found and (found["code"] or _LOOKS.fullmatch(found["link"] or found["bare"] or "")))


def _is_apart(rest: str) -> bool:
    return not rest.strip() or bool(_DASH.match(rest)) or rest.lstrip().startswith("(") or rest[:2] in ("  ", "\t")
