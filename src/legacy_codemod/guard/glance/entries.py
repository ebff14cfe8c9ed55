"""The lines of one entry into its keys, where each is certainly right."""

from __future__ import annotations

from legacy_codemod.guard.glance.lines import QUOTED, UnsureError, pair

Entry = dict[str, str]  # a quoted text has a quote in front, but for the subject and the key

SUBJECTS: dict[str, dict[str, set[str]]] = {
    "flags": {
        "env": {"value"},
        "name": {"value"},
        "expr": {"value", "becomes"},
        "decorator": {"value"},
        "sdk": {"key", "value"},
    },
    "remove": {"path": set(), "name": {"fallback", "guards"}, "env": set()},
    "keep": {"path": set(), "name": set(), "env": set()},
    "wrap": {"path": set()},
}
_NOTES = {"flags": {"note"}, "remove": {"note", "replaced_by"}, "keep": {"note"}, "wrap": {"note"}}
_LONGEST = 200  # characters of an expression
_DEEPEST = 20  # attributes of attributes
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_CONSTANTS = frozenset({"true", "false", "null"})
_KEYWORDS = frozenset(
    (
        *("False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del"),
        *("elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda"),
        *("nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield"),
    )
)


def entry(section: str, lines: list[str]) -> Entry:
    """The keys of an entry of ``section``; raises where it is not certain that all of them are right."""
    found: Entry = {}
    for line in lines:
        key, value = pair(line)
        if key in found or not value:
            raise UnsureError
        found[key] = value
    subjects = [key for key in found if key in SUBJECTS[section]]
    kind = subjects[0] if len(subjects) == 1 else ""
    if not kind or not found.keys() - {kind} <= SUBJECTS[section][kind] | _NOTES[section]:
        raise UnsureError
    _check(section, kind, found)
    return {key: value.removeprefix(QUOTED) if key in (kind, "key") else value for key, value in found.items()}


def _check(section: str, kind: str, entry: Entry) -> None:
    texts = {key: text(value) for key, value in entry.items() if key != "value"}
    if section == "flags" and ("value" in entry) is ("becomes" in entry):
        raise UnsureError
    if kind == "sdk" and "key" not in entry:
        raise UnsureError
    _check_subject(kind, texts[kind])
    if "value" in entry:
        _check_value(kind, entry["value"])
    if texts.get("guards", "drop") not in ("drop", "refuse"):
        raise UnsureError
    if (
        not _is_expression(texts.get("fallback", "any.name").removeprefix("raise ").removeprefix("await "))
        or "becomes" in entry
    ):
        raise UnsureError


def text(value: str) -> str:
    """A text that YAML takes for one, whichever version: a plain one begins with a letter and is no constant."""
    if value[0] == QUOTED:
        if not value[1:].strip():
            raise UnsureError
        return value[1:]
    if not (value[0] in _LETTERS or value[0] in "_$/." or not value.isascii()):
        raise UnsureError
    if value.lower() in ("true", "false", "null", "yes", "no", "on", "off", "y", "n") or value[0] == ".":
        raise UnsureError
    return value


def _check_subject(kind: str, text: str) -> None:
    if kind == "env":
        right = text.isascii() and text.isidentifier()
    elif kind == "name":
        right = "." in text and _is_dotted(text)
    elif kind == "path":
        right = is_plain_path(text)
    elif kind == "sdk":
        right = text.replace("-", "").isalnum()
    else:
        right = _is_expression(text)
    if not right:
        raise UnsureError


def _is_dotted(text: str) -> bool:
    return all(part.isidentifier() and part not in _KEYWORDS for part in text.split("."))


def is_plain_path(text: str) -> bool:
    """A path as `inventory` wants it: below the root, in its plain form."""
    parts = text.removesuffix("/").split("/")
    odd = "\\" in text or ":" in text or text[0] in "/~" or text != text.strip()
    return not odd and all(part not in ("", ".", "..") for part in parts)


def _is_expression(text: str) -> bool:
    """A dotted name, or a call of one with names and constants: Python reads it, and it can mean one thing."""
    head, call, arguments = text.replace("$", "any_").partition("(")
    odd = any(sign in text for sign in ("$$", *"\\:=;{}[]@`*")) or len(text) > _LONGEST or text.count(".") > _DEEPEST
    if odd or not text.isascii() or "." not in head or not _is_dotted(head):
        return False
    if call:
        compile(head + call + arguments, "", "eval")
    return not call or (arguments[-1:] == ")" and arguments.count(")") == 1 + arguments.count("("))


def _check_value(kind: str, value: str) -> None:
    if kind == "env":
        right = value[0] == QUOTED or value == "null" or bool(text(value))
    elif kind == "decorator":
        right = value in ("true", "false")
    else:
        right = value[0] == QUOTED or value in _CONSTANTS or (value.isascii() and is_count(value))
    if not right:
        raise UnsureError


def is_count(value: str) -> bool:
    """A whole number above zero, of at most three digits."""
    return value.isascii() and value.isdigit() and len(value) < 4 and value[0] != "0"
