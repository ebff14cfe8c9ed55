"""Items of an inventory into what a text must hold to use any of them: words, and phrases that are no single word.

All is in lower case. A word is a run of ASCII letters, digits and underscores. What holds none of these is clean; what
holds one is looked at closely. A name that is put together leaves its halves: ``"AI_"`` and ``provider`` for
``AI_PROVIDER``, so the half with the underscore is a word of its own. Where a library puts the underscore there itself,
both halves are in the file, and the library's word for it.
"""

from __future__ import annotations

from collections.abc import Iterable

DOCUMENTS = (".md", ".mdx", ".rst", ".adoc", ".txt")  # what is said there uses nothing
_JOINTS = (b"prefix", b"namespace", b"delimiter")  # by which libraries make one name of two that stand apart
# where one string literal ends and the next begins; a line of a diff has a sign of its own in front
_CUTS = tuple(
    end + between + letter + begin
    for end in (b"'", b'"')
    for begin in (b"'", b'"')
    for letter in (b"", b"f")
    for between in (b" ", b" + ", b" + + ")
)
_PLAIN = frozenset(b"abcdefghijklmnopqrstuvwxyz0123456789_")
_SPACED = bytes(byte if byte in _PLAIN else 32 for byte in range(256))


class Words:
    """What to look for; no dataclass, because that takes longer to define than a text to search.

    ``written`` is each as code has it, for a scan that tells upper from lower case. Fields of settings classes, and
    keys of some libraries, are written otherwise, and a file with one imports the library. ``ends`` are second halves,
    which are left out of a scan: they begin like half of all names in Python, and the first half is found as well.
    ``in_paths`` are words of removed files: one of those may come back with nothing in it.
    """

    __slots__ = ("in_paths", "pairs", "phrases", "words", "written")

    def __init__(self, written: set[str], ends: set[str], pairs: set[tuple[str, str]], in_paths: set[str]) -> None:
        self.written = frozenset(written)
        self.in_paths = frozenset(in_paths)
        self.pairs = frozenset((one.lower().encode(), other.lower().encode()) for one, other in pairs)
        lowered = {each.lower().encode("utf-8", "surrogateescape") for each in written | ends}
        self.words = frozenset(each for each in lowered if _PLAIN.issuperset(each))
        self.phrases = lowered - self.words

    def are_in(self, text: bytes) -> bool:
        """Whether ``text`` holds one of them, also where a string is cut into several."""
        lowered = text.lower()
        if self._are_written_in(lowered):
            return True
        plain = whole = b" ".join(lowered.split())
        for joint in _CUTS:
            whole = whole.replace(joint, b"")
        return whole != plain and self._are_written_in(whole)

    def _are_written_in(self, lowered: bytes) -> bool:
        words = lowered.translate(_SPACED).split()
        if not self.words.isdisjoint(words) or any(phrase in lowered for phrase in self.phrases):
            return True
        if not any(joint in lowered for joint in _JOINTS):
            return False
        held = frozenset(words)
        return any(one in held and other in held for one, other in self.pairs)


def words(named: Iterable[tuple[str, str]]) -> Words | None:
    """What any use of items leaves in a text, each given as its kind (``env``, ``path``, …) and its name.

    ``None`` where one could be used without leaving a word.
    """
    found: set[str] = set()
    ends: set[str] = set()
    pairs: set[tuple[str, str]] = set()
    in_paths: set[str] = set()
    for kind, name in named:
        mine = _KINDS[kind](name)
        if not mine:
            return None
        found |= mine
        if kind == "env":
            ends |= {name[at:] for at in _cuts(name)}
            pairs |= {(name[:at], name[at + 1 :].lstrip("_")) for at in _cuts(name)}
        if kind == "path":
            in_paths |= mine
    return Words(found, ends, pairs, in_paths)


def _cuts(name: str) -> list[int]:
    return [at for at in range(1, len(name) - 1) if name[at] == "_"]


def _of_env(name: str) -> set[str]:
    halves = {name[: at + 1] for at in _cuts(name)}
    return {name, f"ENV_{name}", name.removeprefix("TF_VAR_"), *halves}  # supervisord, Terraform


def _of_name(dotted: str) -> set[str]:
    return {dotted.rpartition(".")[2]}


def _of_path(path: str) -> set[str]:
    """The longest word of the last part without a wildcard: of the file itself, and of every import of its module."""
    parts = path.removesuffix("/").removesuffix("/__init__.py").split("/")
    whole = [part.removesuffix(".py") for part in parts if not any(sign in part for sign in "*?[]")]
    pieces = _pieces(whole[-1]) if whole else []
    return set(sorted(pieces, key=len)[-1:])


def _of_key(key: str) -> set[str]:
    """The key, and how a constant that holds it is called."""
    constant = "_".join(_pieces(key))
    return {key, constant, constant.upper()} - {""}


def _of_expression(text: str) -> set[str]:
    """The last word of each string in it; without one its longest name."""
    strings = text.replace('"', "'").split("'")[1::2]
    last = {pieces[-1] for each in strings if (pieces := _pieces(each))}
    names = [piece for piece in _pieces(text.replace("$", " $ ")) if piece]
    return last or set(sorted(names, key=len)[-1:])


def _pieces(text: str) -> list[str]:
    return "".join(sign if sign.isascii() and (sign.isalnum() or sign == "_") else " " for sign in text).split()


_KINDS = {
    "env": _of_env,
    "name": _of_name,
    "expr": _of_expression,
    "decorator": _of_expression,
    "sdk": _of_key,
    "path": _of_path,
}
