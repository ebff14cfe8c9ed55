"""Files of settings (YAML, TOML, JSON, INI) into those that list models, and those that set one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from legacy_codemod.index.world import World
from legacy_codemod.model import PathSubject, Place
from legacy_codemod.stocktaking.facts import is_aside
from legacy_codemod.stocktaking.known import known
from legacy_codemod.stocktaking.proposal import Category, Evidence, Proposal, Sure

_SETTINGS = (".yaml", ".yml", ".toml", ".json", ".ini", ".cfg", ".conf", ".properties")
_WORDS = ("model", "models", "id", "name", "llm")
_LINE = re.compile(r"""^\s*(?:-\s+)?["']?(?P<key>[\w.-]+)["']?\s*[:=]\s*(?P<value>\S.*)$""")
_ITEM = re.compile(r"""^\s*(?:-\s+)?["']?(?P<value>[\w./:-]+)["']?,?\s*$""")
_TEXT = re.compile(r"[\w./:-]+")
_OF_A_MODEL = re.compile(r"(?i)model|llm")
_NO_CHAT = re.compile(r"(?i)stt|tts|speech|voice|audio|transcri|embed|image|rerank")
_NO_SETTINGS = re.compile(
    r"(^|/)(\.github|\.circleci|locales?|i18n|fixtures|[\w-]*results?|outputs?|logs?|reports?)/|(^|/)package(-lock)?\.json$"
)
_BELOW_MODELS = re.compile(r"""(?m)^\s*["']?models["']?\s*:""")
_COMMENTS = ("#", ";", "//")
_LARGEST = 400_000  # bytes; beyond that a file is made by a program
_MANY, _ONE = 3, 1  # ids that make a list; below `models:` each is one

_Found = tuple[int, str, str]


def settings(world: World) -> Iterator[Proposal]:
    """Each such file, undecided: what loads it has to change first, and a list of prices is none of models."""
    for path in world.tree.mentions(_WORDS):
        if path.endswith(_SETTINGS) and not is_aside(path) and not _NO_SETTINGS.search(path):
            ids = list(_ids(world, path))
            listed = [each for each in ids if each[1] in ("", "id", "name", "model", "model_name")]
            set_to = [each for each in ids if _OF_A_MODEL.search(each[1]) and not _NO_CHAT.search(each[1])]
            stem = path.rpartition("/")[2].partition(".")[0]
            if known().is_sign("facts", stem) and len(ids) >= _MANY:
                yield _proposed(path, "keep", ids, "says something about models")
            elif len({text for _, _, text in listed}) >= (_ONE if _BELOW_MODELS.search(_text(world, path)) else _MANY):
                yield _proposed(path, "remove", listed, "lists models; take it out of what loads it first")
            elif set_to:
                yield _proposed(path, "wrap", set_to, "sets a model: resolve says it now; its keys go by hand")


def _proposed(path: str, decision: str, found: list[_Found], note: str) -> Proposal:
    evidence = tuple(Evidence(Place(path, line), f"{key or 'names'} {text}") for line, key, text in found)
    category = {"remove": Category.PICKING, "wrap": Category.ROUTING}.get(decision, Category.OTHER)
    by = "policies (phase 4)" if decision == "remove" else ""
    return Proposal(decision, PathSubject(path), category, Sure.OPEN, evidence, note, by)


def _ids(world: World, path: str) -> Iterator[_Found]:
    """The ids of models in the file, each with its line and the key it stands behind."""
    for at, line in enumerate(_text(world, path).splitlines(), 1):
        found = _LINE.match(line) or _ITEM.match(line)
        if found is None or line.lstrip().startswith(_COMMENTS):
            continue
        for text in _TEXT.findall(found["value"].partition(" #")[0]):
            if known().model_of(text) and not _NO_CHAT.search(text):
                yield at, found.groupdict().get("key") or "", text


def _text(world: World, path: str) -> str:
    content = world.tree.read(path)
    return content.decode("utf-8", "replace") if len(content) <= _LARGEST else ""
