"""Files that are no Python into those that route: gateways' configuration, model pickers, documents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from legacy_codemod.index.world import World
from legacy_codemod.model import EnvSubject, NameSubject, PathSubject, Place
from legacy_codemod.stocktaking.facts import every_file, is_aside
from legacy_codemod.stocktaking.known import known
from legacy_codemod.stocktaking.proposal import Category, Evidence, Proposal, Sure

_YAML = (".yaml", ".yml")
_PAGES = (".html", ".jinja", ".jinja2", ".j2", ".ts", ".tsx", ".js", ".jsx", ".vue", ".svelte")
_PROSE = (".md", ".rst", ".txt")
_QUOTED = re.compile(r"""["'`>]([\w./:-]{4,60})["'`<]""")
_LARGEST = 400_000  # bytes; beyond that a page is built or vendored
_MODELS_IN_PICKER, _MODELS_IN_LIST = 2, 3
_PICKING = frozenset(
    {"selectedModel", "selectModel", "setSelectedModel", "modelList", "availableModels", "useModels", "updateModel"}
)
_FAMILIES = frozenset({"gpt", "claude", "gemini"})
_OF_TESTS = re.compile(r"(^|/)(__tests__|__mocks__|cypress|stories)/|\.(test|spec|stories|d)\.")


def gateways(world: World) -> Iterator[Proposal]:
    """LiteLLM's list of models goes: its file is nothing but routing."""
    for path in _held(world, {"model_list"}, _YAML):
        text = _text(world, path)
        if re.search(r"(?m)^model_list\s*:", text) and "litellm_params" in text:
            line = 1 + text[: text.index("model_list")].count("\n")
            evidence = (Evidence(Place(path, line), "the list of models of a LiteLLM proxy"),)
            note = "configuration of a LiteLLM proxy"
            yield Proposal(
                "remove", PathSubject(path), Category.ROUTING, Sure.EVIDENT, evidence, note, "routes (phase 3)"
            )


def pickers(world: World) -> Iterator[Proposal]:
    """Templates and pages that offer models; they go by hand, since other files load them."""
    for path in _held(world, {"model", "models", "Model", *_FAMILIES, *_PICKING}, _PAGES):
        text = "" if _OF_TESTS.search(path) else _text(world, path)
        ids = [found for found in _QUOTED.finditer(text) if known().model_of(found[1])]
        line = 1 + text[: ids[0].start()].count("\n") if ids else 1
        if _is_picker(path, text, ids):
            what = f"offers {ids[0][1]}" if ids else "called a picker of models"
            note, by = "offers models to choose from; take it out of what loads it first", "dashboard (phase 4)"
            said = (Evidence(Place(path, line), what),)
            yield Proposal("remove", PathSubject(path), Category.PICKING, Sure.OPEN, said, note, by)
        elif len({found[1] for found in ids}) >= _MODELS_IN_LIST:
            said = (Evidence(Place(path, line), f"lists {ids[0][1]}"),)
            note = "lists models: they go by hand"
            yield Proposal("wrap", PathSubject(path), Category.PICKING, Sure.OPEN, said, note)
        elif inside := _picks_inside(world, path, text):
            note = "holds a picker of models: that part goes by hand"
            yield Proposal("wrap", PathSubject(path), Category.PICKING, Sure.OPEN, inside, note)


def _is_picker(path: str, text: str, ids: list[re.Match[str]]) -> bool:
    """Whether a page is nothing but a picker, by its name or by the models that it offers."""
    is_called = bool(text) and known().is_sign("pickers", path.rpartition("/")[2].partition(".")[0])
    return is_called or (len(ids) >= _MODELS_IN_PICKER and re.search(r"(?i)<select|option", text) is not None)


def _picks_inside(world: World, path: str, text: str) -> tuple[Evidence, ...]:
    """Where a page lets people choose among the models that a server gives, in an application that calls one."""
    named = {word[0]: word.start() for word in reversed([*re.finditer(r"\w+", text)]) if word[0] in _PICKING}
    if len(named) < _MODELS_IN_PICKER or not re.search(r"(?i)<select|option|dropdown|combo", text):
        return ()
    if not any(facts.imports for facts in every_file(world)):
        return ()
    return tuple(Evidence(Place(path, 1 + text[:at].count("\n")), word) for word, at in sorted(named.items()))


def documents(world: World, found: Iterable[Proposal]) -> Iterator[Proposal]:
    """Documents that are called after the router and name what goes with it."""
    gone = {name for p in found if p.decision == "remove" and p.sure is Sure.EVIDENT for name in _names(p)}
    for path, held in world.tree.mentions(gone).items() if gone else ():
        stem = path.rpartition("/")[2].partition(".")[0]
        if path.endswith(_PROSE) and known().is_sign("routers", stem) and len(held) > 1:
            evidence = (Evidence(Place(path, 1), f"describes {', '.join(sorted(held)[:4])}"),)
            note = "describes the home-grown router"
            yield Proposal("remove", PathSubject(path), Category.ROUTING, Sure.EVIDENT, evidence, note, "the dashboard")


def _names(proposal: Proposal) -> Iterator[str]:
    match proposal.subject:
        case EnvSubject(env):
            yield env
        case NameSubject(name):
            yield name.rpartition(".")[2]


def _held(world: World, words: set[str], suffixes: tuple[str, ...]) -> Iterator[str]:
    for path in world.tree.mentions(words):
        if path.endswith(suffixes) and not is_aside(path) and ".min." not in path:
            yield path


def _text(world: World, path: str) -> str:
    content = world.tree.read(path)
    return content.decode("utf-8", "replace") if len(content) <= _LARGEST else ""
