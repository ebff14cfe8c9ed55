"""Python files into those that call a provider, choose by its name or name a model: people decide what goes in them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from legacy_codemod.index.resolve import target
from legacy_codemod.index.symbols import Symbol
from legacy_codemod.index.world import World
from legacy_codemod.model import PathSubject
from legacy_codemod.stocktaking.facts import Facts, every_file, of_file
from legacy_codemod.stocktaking.hard_coded import hard_coded
from legacy_codemod.stocktaking.known import known
from legacy_codemod.stocktaking.proposal import Category, Evidence, Proposal, Sure

_OTHER_WORK = {"embeddings": "embeddings", "audio": "speech", "images": "images", "moderations": "moderation"}
_CHAT = ("chat", "completions", "responses", "messages", "generate_content", "generate", "invoke")
_OTHER_WORDS = {
    "embed": "embeddings",
    "embedding": "embeddings",
    "image": "images",
    "speech": "speech",
    "stt": "speech",
    "tts": "speech",
    "voice": "speech",
}
_OTHER_PATH = re.compile(r"(?:^|[/_-])(embed|embedding|image|speech|stt|tts|voice)s?(?=[/_.-])")
_SHOWN = 4
_SEVERAL = 2  # providers that are told apart

_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_Found = tuple[str, str, list[Evidence]]


def callers(world: World) -> Iterator[Proposal]:
    """One proposal for each file, undecided, with all that shows it."""
    for facts in every_file(world):
        ways = [way for way in _ways(world, facts) if way[2]]
        if ways:
            decision, note, _ = ways[0]
            shown = tuple(dict.fromkeys(evidence for _, _, found in ways for evidence in found))[:_SHOWN]
            category = Category.OTHER if decision == "keep" else Category.ROUTING
            yield Proposal(decision, PathSubject(facts.path), category, Sure.OPEN, shown, note)


def _ways(world: World, facts: Facts) -> Iterator[_Found]:
    """What shows in the file, the strongest first."""
    direct = [evidence for _, evidence in facts.clients] or _derives(world, facts)
    through = _through_gateway(facts, bool(direct))
    if (direct or facts.speaks) and (other := _other_work(facts)):
        yield "keep", f"asks for {other}, and chooses no model for a chat", direct or list(facts.calls_urls)
        return
    yield "wrap", "calls models through a gateway", [*through, *direct] if through else []
    yield "wrap", "calls a provider directly: to resolve first, then call", direct
    if facts.speaks:
        yield "wrap", "makes the request of a chat itself: to resolve first, then call", list(facts.calls_urls)
    if not _of_other_work(facts.path):
        yield "wrap", "makes the client of whichever provider: to go by what resolve says", _makes(facts)
        yield "wrap", "tells providers apart: to go by what resolve says", _tells_apart(facts)
        yield "wrap", "names a model: resolve says it now", hard_coded(facts)


def _through_gateway(facts: Facts, calls: bool) -> list[Evidence]:
    """The imports of a gateway, and its address where something is called: a table of addresses calls nobody."""
    imported = [Evidence(facts.place(node), f"imports {p.title}") for p, node in facts.imports if p.is_gateway]
    made = [evidence for provider, evidence in facts.clients if provider.is_gateway]
    titles = [provider.title for provider in known().providers if provider.is_gateway]
    named = [e for e in facts.calls_urls if any(e.what.endswith(title) for title in titles)]
    return [*imported, *made, *(named if calls or facts.speaks or facts.imports else [])]


def _derives(world: World, facts: Facts) -> list[Evidence]:
    """Classes of another file's class that calls a provider, where this file says at which address."""
    keywords = facts.module.keywords
    if not (facts.calls_urls or keywords.get("base_url") or keywords.get("api_base")):
        return []
    return [
        Evidence(facts.place(node), f"derives from {symbol.name}, which calls a provider")
        for node in facts.module.classes
        for base in node.bases
        if isinstance(symbol := target(world, facts.module, base), Symbol)
        and symbol.path != facts.path
        and (other := of_file(world, symbol.path))
        and other.clients
    ]


def _other_work(facts: Facts) -> str:
    """What the file asks a provider for, where that is no chat."""
    asked = [said for attribute, said in _OTHER_WORK.items() if attribute in facts.module.attributes]
    is_chat = any(attribute in facts.module.attributes for attribute in _CHAT)
    return asked[0] if asked and not is_chat else _of_other_work(facts.path)


def _of_other_work(path: str) -> str:
    """What a path says that its code is for, where that is no chat."""
    found = _OTHER_PATH.search(path)
    return _OTHER_WORDS[found[1]] if found else ""


def _makes(facts: Facts) -> list[Evidence]:
    """The functions and classes that are called after making the client of whichever provider was chosen."""
    made = [node for node in facts.module.tree.body if isinstance(node, _DEFINITIONS)]
    return [Evidence(facts.place(node), f"called {node.name}") for node in made if known().is_sign("makers", node.name)]


def _tells_apart(facts: Facts) -> list[Evidence]:
    """The names of providers that something is compared with, or that are the keys of one table."""
    compared: dict[str, ast.AST] = {}
    tables = []
    for node in facts.module.nodes:
        match node:
            case ast.Compare(comparators=[ast.Constant(value=str(text))], ops=[ast.Eq() | ast.NotEq()]):
                compared |= {text.lower(): node} if known().is_provider(text) else {}
            case ast.MatchValue(value=ast.Constant(value=str(text))):
                compared |= {text.lower(): node} if known().is_provider(text) else {}
            case ast.Dict():
                keys = {text.lower() for text in map(_text_of, node.keys) if known().is_provider(text)}
                tables += [(node, keys)] if len(keys) >= _SEVERAL and _holds_code(facts, node) else []
    found = [Evidence(facts.place(node), f"a table by provider: {', '.join(sorted(keys))}") for node, keys in tables]
    if len(compared) >= _SEVERAL:
        found += [Evidence(facts.place(node), f"asks whether it is {name}") for name, node in compared.items()]
    return found


def _text_of(node: ast.expr | None) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _holds_code(facts: Facts, table: ast.Dict) -> bool:
    """Whether its values are functions, classes or made by calls: texts only say something about providers."""
    return any(
        isinstance(value, (ast.Call, ast.Attribute, ast.Lambda))
        or (isinstance(value, ast.Name) and _is_code(facts, value.id))
        for value in table.values
    )


def _is_code(facts: Facts, name: str) -> bool:
    bound = facts.module.scopes.module.bindings.get(name, ())
    return any(not isinstance(binding.value, (ast.Dict, ast.List, ast.Tuple, ast.Set)) for binding in bound)
