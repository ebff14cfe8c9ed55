"""A Python file into what shows in it that it has to do with models and providers."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from legacy_codemod.index.module import Module
from legacy_codemod.index.symbols import last_name
from legacy_codemod.index.world import World
from legacy_codemod.model import Place
from legacy_codemod.stocktaking.known import Provider, known
from legacy_codemod.stocktaking.proposal import Evidence
from legacy_codemod.testing import is_test

_ASIDE = re.compile(
    r"(^|/)(docs?|examples?|samples?|benchmarks?|evals?|evaluations?|notebooks?|vendor|third_party|node_modules"
    r"|migrations|site-packages|demos?|cookbook)/"
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
    def clients(self) -> tuple[tuple[Provider, ast.Call], ...]:
        """The calls that make a client of a provider that the file imports."""
        imported = {provider for provider, _ in self.imports}
        calls = [node for node in self.module.nodes if isinstance(node, ast.Call)]
        return tuple((p, call) for call in calls for p in imported if last_name(call.func) in p.clients)

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
    def serves(self) -> bool:
        """Whether the file answers requests: there, a router is one of addresses."""
        return any(getattr(node, "id", getattr(node, "attr", "")) in _WEB for node in self.module.nodes)


def every_file(world: World) -> tuple[Facts, ...]:
    """The files of the application itself: no tests, examples, documents or copies of other projects."""
    key = "facts"
    if key not in world.targets:
        world.targets[key] = tuple(_files(world))
    return world.targets[key]  # type: ignore[return-value]


def is_aside(path: str) -> bool:
    """Whether a path is not of the application itself."""
    return is_test(path) or _ASIDE.search(path) is not None


def _files(world: World) -> Iterator[Facts]:
    for path in world.tree.paths:
        if path.endswith(".py") and not is_aside(path) and (module := world.module(path)) is not None:
            yield Facts(module)


def _imported(node: ast.Import | ast.ImportFrom) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [f"{node.module}.{alias.name}" for alias in node.names] if node.module and not node.level else []
