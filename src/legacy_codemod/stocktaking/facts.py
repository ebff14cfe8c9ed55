"""A Python file into what shows in it that it has to do with models and providers."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from legacy_codemod.index.module import Module
from legacy_codemod.index.world import World
from legacy_codemod.model import Place
from legacy_codemod.shapes import dotted_text
from legacy_codemod.stocktaking.known import Provider, known
from legacy_codemod.stocktaking.proposal import Evidence
from legacy_codemod.testing import is_test

_ASIDE = re.compile(
    r"(^|/)(docs?|examples?|samples?|benchmarks?|evals?|evaluations?|notebooks?|vendor|third_party|node_modules"
    r"|migrations|site-packages|demos?|cookbook|e2e|mocks?)/"
    r"|(^|/)(migrate|backfill|mock|fake)_[^/]*$|_(e2e|mock)\.py$"
)
_WEB = frozenset({"APIRouter", "Blueprint", "FastAPI", "Flask", "Router", "Starlette", "urlpatterns"})


@dataclass(frozen=True, eq=False)
class Facts:
    """One file, read for its signs as they are asked for."""

    module: Module

    @property
    def path(self) -> str:
        """Where it lies."""
        return self.module.path

    def place(self, node: ast.AST) -> Place:
        """Where ``node`` stands."""
        return Place(self.path, getattr(node, "lineno", 1))

    @cached_property
    def imports(self) -> tuple[tuple[Provider, ast.AST], ...]:
        """The imports of provider libraries."""
        return tuple(
            (provider, node)
            for node in self.module.nodes
            if isinstance(node, (ast.Import, ast.ImportFrom))
            for name in _imported(node)
            for provider in known().providers
            if any(name == known_as or name.startswith(f"{known_as}.") for known_as in provider.imports)
        )

    @cached_property
    def library_names(self) -> dict[str, str]:
        """The names that imports of provider libraries bind, each with the dotted name that it stands for."""
        return dict(pair for _, node in self.imports for pair in _bound(node))

    @cached_property
    def clients(self) -> tuple[tuple[Provider, Evidence], ...]:
        """Where the file makes a client of a provider, derives from one, or asks a model without one."""
        found = []
        for node in self.module.nodes if self.imports else ():
            if isinstance(node, ast.Call) and (said := self._of_library(node.func)):
                found.append((said[0], Evidence(self.place(node), said[1])))
            elif isinstance(node, ast.ClassDef):
                said = next(filter(None, map(self._of_library, node.bases)), None)
                if said and said[1].startswith("makes"):
                    found.append((said[0], Evidence(self.place(node), f"derives from a client of {said[0].title}")))
        return tuple(found)

    def _of_library(self, node: ast.expr) -> tuple[Provider, str] | None:
        """The provider that a class or function makes a client of, or asks, and how to say so."""
        root, _, rest = dotted_text(node).partition(".")
        dotted = ".".join(filter(None, [self.library_names.get(root, ""), rest])) if root in self.library_names else ""
        for provider in known().providers if dotted else ():
            for prefix in provider.imports:
                inner = dotted.removeprefix(prefix).lstrip(".") if f"{dotted}.".startswith(f"{prefix}.") else None
                if inner is not None and (inner or prefix).rpartition(".")[2] in provider.clients:
                    return provider, f"makes a client of {provider.title}"
                if inner in provider.calls:
                    return provider, f"calls {provider.title}"
        return None

    @cached_property
    def texts(self) -> tuple[tuple[str, ast.Constant], ...]:
        """Strings that are no docstrings, each with its node."""
        return tuple((node.value, node) for node in self.module.strings if isinstance(node.value, str))

    @cached_property
    def models(self) -> tuple[tuple[str, ast.Constant], ...]:
        """Strings that are ids of models."""
        return tuple((text, node) for text, node in self.texts if known().model_of(text))

    @cached_property
    def providers(self) -> frozenset[str]:
        """The providers whose names are strings of the file."""
        return frozenset(text.lower() for text, _ in self.texts if known().is_provider(text))

    @cached_property
    def calls_urls(self) -> tuple[Evidence, ...]:
        """Addresses of providers."""
        return tuple(
            Evidence(self.place(node), f"the address of {provider.title}")
            for text, node in self.texts
            for provider in known().providers
            if any(url in text for url in provider.urls)
        )

    @cached_property
    def speaks(self) -> bool:
        """Whether the file makes the request of a chat itself."""
        texts = {text for text, _ in self.texts}
        keys = {key for provider in known().providers for key in provider.keys}
        return "messages" in texts and bool(self.calls_urls or keys & texts)

    @cached_property
    def serves(self) -> bool:
        """Whether the file answers requests: there, a router is one of addresses."""
        return any(getattr(node, "id", getattr(node, "attr", "")) in _WEB for node in self.module.nodes)


def every_file(world: World) -> tuple[Facts, ...]:
    """The files of the application itself: no tests, examples, documents or copies of other projects."""
    return world.once("facts", lambda: tuple(_files(world)))


def of_file(world: World, path: str) -> Facts | None:
    """The facts of one file, where it is of the application."""
    return world.once("facts by path", lambda: {facts.path: facts for facts in every_file(world)}).get(path)


def is_aside(path: str) -> bool:
    """Whether a path is not of the application itself."""
    stem = path.removesuffix(".py").rpartition("/")[2]
    return is_test(path) or _ASIDE.search(path) is not None or known().is_sign("smoke", stem)


def _files(world: World) -> Iterator[Facts]:
    for path in world.tree.paths:
        if path.endswith(".py") and not is_aside(path) and (module := world.module(path)) is not None:
            yield Facts(module)


def _bound(node: ast.AST) -> Iterator[tuple[str, str]]:
    match node:
        case ast.Import(names=names):
            yield from (
                (n.asname, n.name) if n.asname else (n.name.partition(".")[0], n.name.partition(".")[0]) for n in names
            )
        case ast.ImportFrom(module=str(module), names=names, level=0):
            yield from ((n.asname or n.name, f"{module}.{n.name}") for n in names)


def _imported(node: ast.Import | ast.ImportFrom) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [f"{node.module}.{alias.name}" for alias in node.names] if node.module and not node.level else []
