"""Entries into whether two of them may be about the same thing."""

from __future__ import annotations

from legacy_codemod.guard.glance.entries import Entry


def conflict(found: dict[str, list[Entry]]) -> bool:
    """Whether two entries may be about the same thing."""
    kept, wrapped = found["keep"], found["wrap"]
    for items in found.values():
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


def said(item: Entry) -> tuple[str, str]:
    """The kind of an item and its name, which for an SDK is the flag's key."""
    kind = next(key for key in ("env", "name", "expr", "decorator", "sdk", "path") if key in item)
    return kind, item["key" if kind == "sdk" else kind]


def _identity(item: Entry) -> tuple[str, ...]:
    kind, name = said(item)
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
