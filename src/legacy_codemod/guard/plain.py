"""The text of an inventory into its entries, where it is written so plainly that nothing about it is in doubt.

Reading YAML takes longer than all else that a clean commit needs, and so does each import; this file uses builtins alone.
It gives ``None`` for whatever it does not know for certain to be right: then `inventory` reads the file and says what is
wrong with it, if anything is.
"""

from __future__ import annotations

import os

Entry = dict[str, str]  # a quoted text has a quote in front, but for the subject and the key

_QUOTED = "'"
_SUBJECTS = {
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
_TEXTS = ("verify", "format")
_BURN_IN = ("flag_on_since", "min_days", "logs")
_LARGEST = 256 * 1024  # bytes; a larger one is read by the library, which takes its time over it anyway
_LONGEST = 200  # characters of an expression
_DEEPEST = 20  # attributes of attributes
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_CONSTANTS = frozenset({"true", "false", "null"})
_KEYWORDS = frozenset(
    "False None True and as assert async await break class continue def del elif else except finally for from global if "
    "import in is lambda nonlocal not or pass raise return try while with yield".split()
)


def named(content: bytes, sdks: tuple[str, ...]) -> list[tuple[str, str]] | None:
    """The kind and name of each item of ``flags`` and ``remove``.

    ``sdks`` are folders that have one for each SDK of the catalogue.
    """
    if len(content) > _LARGEST or b"\t" in content or b"\0" in content:
        return None
    try:
        lines = content.decode("utf-8").split("\n")
        sections = _sections([line.rstrip(" \r") for line in lines])
        found = {name: [_entry(name, raw) for raw in _items(sections.pop(name, []))] for name in _SUBJECTS}
        if sections.pop("version", None) != ["1"] or not _others_are_plain(sections):
            return None
        items = (*found["flags"], *found["remove"])
        if _conflict(found) or not all(_is_sdk(item["sdk"], sdks) for item in items if "sdk" in item):
            return None
    except (_Unsure, UnicodeDecodeError, ValueError, SyntaxError, RecursionError, MemoryError):
        return None
    return [_said(item) for item in items]


class _Unsure(Exception):
    """Something here is not plain."""


# --- lines ---------------------------------------------------------------------------------------


def _sections(lines: list[str]) -> dict[str, list[str]]:
    """Each key of the top level with the lines below it; a scalar beside the key is the one line."""
    found: dict[str, list[str]] = {}
    body: list[str] | None = None
    for line in lines:
        if not line.isprintable():
            raise _Unsure
        if not line or line.lstrip(" ").startswith("#"):
            continue
        if line[0] not in " -":
            key, value = _pair(line)
            if key in found:
                raise _Unsure
            body = found[key] = [value] if value else []
            body = None if value else body
        elif body is None:
            raise _Unsure
        else:
            body.append(line)
    return found


def _pair(text: str) -> tuple[str, str]:
    """``key: value`` → both; the value is empty where nothing stands behind the colon."""
    key, colon, rest = text.partition(":")
    if not colon or not key.replace("_", "").isalpha() or not key.islower() or (rest and rest[0] != " "):
        raise _Unsure
    return key, _scalar(rest.strip(" "))


def _scalar(text: str) -> str:
    """A scalar without its comment; a quoted one keeps a quote in front."""
    if not text or text[0] == "#":
        return ""
    if text[0] in "\"'":
        inner, closing, after = text[1:].partition(text[0])
        if not closing or "\\" in inner or (after and after.lstrip(" ")[0] != "#") or after[:1] not in ("", " "):
            raise _Unsure
        return _QUOTED + inner
    plain = text.partition(" #")[0].rstrip(" ")
    if (
        plain[0] in "[]{}&*!|>%@`,?:=<"
        or plain[:2] in ("- ", "--", "..")
        or plain == "-"
        or ": " in plain
        or plain[-1] == ":"
    ):
        raise _Unsure
    return plain


def _items(lines: list[str]) -> list[list[str]]:
    """The lines of a list, item by item, each without its dash and indent."""
    if len(lines) == 1 and lines[0][0] not in " -":
        raise _Unsure  # a scalar where a list belongs
    found: list[list[str]] = []
    outer = inner = -1
    for line in lines:
        bare = line.lstrip(" ")
        indent = len(line) - len(bare)
        if bare[:2] == "- ":
            body = bare[2:].lstrip(" ")
            outer = indent if outer < 0 else outer
            inner = len(line) - len(body)
            if indent != outer or not body:
                raise _Unsure
            found.append([body])
        elif indent != inner or not found:
            raise _Unsure
        else:
            found[-1].append(bare)
    return found


# --- entries -------------------------------------------------------------------------------------


def _entry(section: str, lines: list[str]) -> Entry:
    entry: Entry = {}
    for line in lines:
        key, value = _pair(line)
        if key in entry or not value:
            raise _Unsure
        entry[key] = value
    (kind,) = subjects = [key for key in entry if key in _SUBJECTS[section]]
    if len(subjects) != 1 or not entry.keys() - {kind} <= _SUBJECTS[section][kind] | _NOTES[section]:
        raise _Unsure
    _check(section, kind, entry)
    return {key: value.removeprefix(_QUOTED) if key == kind or key == "key" else value for key, value in entry.items()}


def _check(section: str, kind: str, entry: Entry) -> None:
    texts = {key: _text(value) for key, value in entry.items() if key != "value"}
    if section == "flags" and ("value" in entry) is ("becomes" in entry):
        raise _Unsure
    if kind == "sdk" and "key" not in entry:
        raise _Unsure
    _check_subject(kind, texts[kind])
    if "value" in entry:
        _check_value(kind, entry["value"])
    if texts.get("guards", "drop") not in ("drop", "refuse"):
        raise _Unsure
    if not _is_expression(texts.get("fallback", "any.name").removeprefix("raise ").removeprefix("await ")) or "becomes" in entry:
        raise _Unsure


def _text(value: str) -> str:
    """A text that YAML takes for one, whichever version: a plain one begins with a letter and is no constant."""
    if value[0] == _QUOTED:
        if not value[1:].strip():
            raise _Unsure
        return value[1:]
    if not (value[0] in _LETTERS or value[0] in "_$/." or not value.isascii()):
        raise _Unsure
    if value.lower() in ("true", "false", "null", "yes", "no", "on", "off", "y", "n") or value[0] == ".":
        raise _Unsure
    return value


def _check_subject(kind: str, text: str) -> None:
    if kind == "env":
        right = text.isascii() and text.isidentifier()
    elif kind == "name":
        right = "." in text and _is_dotted(text)
    elif kind == "path":
        right = _is_plain_path(text)
    elif kind == "sdk":
        right = text.replace("-", "").isalnum()
    else:
        right = _is_expression(text)
    if not right:
        raise _Unsure


def _is_dotted(text: str) -> bool:
    return all(part.isidentifier() and part not in _KEYWORDS for part in text.split("."))


def _is_plain_path(text: str) -> bool:
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
        right = value[0] == _QUOTED or value == "null" or bool(_text(value))
    elif kind == "decorator":
        right = value in ("true", "false")
    else:
        right = (
            value[0] == _QUOTED
            or value in _CONSTANTS
            or (value.isascii() and _is_count(value))
        )
    if not right:
        raise _Unsure


# --- between entries -----------------------------------------------------------------------------


def _conflict(found: dict[str, list[Entry]]) -> bool:
    """Whether two entries may be about the same thing."""
    kept, wrapped = found["keep"], found["wrap"]
    for name, items in found.items():
        seen = [_identity(item) for item in items]
        if len(set(seen)) < len(seen):
            return True
    mine = (*found["flags"], *found["remove"])
    paths = [item["path"] for item in found["remove"] if "path" in item]
    if any(_may_overlap(path, other["path"]) for path in paths for other in kept if "path" in other):
        return True
    names = [item["name"] for item in mine if "name" in item]
    if any(f"{name}.".startswith(f"{other['name']}.") for name in names for other in kept if "name" in other):
        return True
    same = {_identity(item) for item in kept} & {_identity(item) for item in mine}
    both = {_identity(item) for item in wrapped} & {_identity(item) for item in (*kept, *mine)}
    falls_back = [item["fallback"] for item in mine if "fallback" in item]
    return bool(same or both) or any(name in back for back in falls_back for name in names)


def _said(item: Entry) -> tuple[str, str]:
    kind = next(key for key in ("env", "name", "expr", "decorator", "sdk", "path") if key in item)
    return kind, item["key" if kind == "sdk" else kind]


def _identity(item: Entry) -> tuple[str, ...]:
    kind, name = _said(item)
    return kind, "".join(name.split()).replace('"', "'"), item.get("sdk", "")


def _may_overlap(path: str, kept: str) -> bool:
    """Whether ``kept`` may cover ``path``; a wildcard may stand for anything."""
    if path == kept or (kept[-1] == "/" and path.startswith(kept)):
        return True
    if not any(sign in path + kept for sign in "*?["):
        return False
    ours, theirs = _literal(path), _literal(kept)
    return ours.startswith(theirs) or theirs.startswith(ours)


def _literal(path: str) -> str:
    return path.replace("?", "*").replace("[", "*").partition("*")[0]


def _is_sdk(name: str, folders: tuple[str, ...]) -> bool:
    return any(os.path.isdir(f"{folder}/{name}") for folder in folders)


# --- the rest of the file ------------------------------------------------------------------------


def _others_are_plain(sections: dict[str, list[str]]) -> bool:
    """Whether what the guard does not need is right too."""
    for name, lines in sections.items():
        if name in _TEXTS:
            if not all(_is_command(item) for item in _items(lines)):
                return False
        elif name != "burn_in" or not _is_burn_in(lines):
            return False
    return True


def _is_command(item: list[str]) -> bool:
    return len(item) == 1 and bool(_text(_scalar(item[0])))


def _is_burn_in(lines: list[str]) -> bool:
    indent = len(lines[0]) - len(lines[0].lstrip(" ")) if lines else 0
    given = {}
    for line in lines:
        if not indent or len(line) - len(line.lstrip(" ")) != indent:
            return False
        key, colon, rest = line.strip(" ").partition(": ")
        if not colon or key in given:
            return False
        given[key] = rest.strip(" ").partition(" #")[0].rstrip(" ")
    checks = {"flag_on_since": _is_day, "min_days": _is_count, "logs": _is_row}
    return all(key in checks and checks[key](value) for key, value in given.items())


def _is_day(value: str) -> bool:
    year, month, day = value.split("-")
    digits = len(year) == 4 and len(month) == len(day) == 2 and (year + month + day).isdigit() and value.isascii()
    return digits and year > "1970" and "01" <= month <= "12" and "01" <= day <= "28"


def _is_count(value: str) -> bool:
    return value.isascii() and value.isdigit() and len(value) < 4 and value[0] != "0"


def _is_row(value: str) -> bool:
    """``["logs/*.jsonl", 'more/*.gz']``"""
    inner = value[1:-1]
    return value[:1] == "[" and value[-1:] == "]" and all(_is_glob(part.strip(" ")) for part in inner.split(","))


def _is_glob(part: str) -> bool:
    text = part[1:-1]
    quoted = len(part) > 2 and part[0] == part[-1] and part[0] in "\"'" and part[0] not in text and "\\" not in text
    return quoted and text[-1] != "/" and _is_plain_path(text)
