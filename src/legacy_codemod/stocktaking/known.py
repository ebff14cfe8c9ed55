"""The catalogue's providers and words of routing into what tells a model, a provider or a router by its name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from legacy_codemod.catalogue import entries

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Provider:
    """How code shows that it uses a provider, or a gateway to several."""

    name: str
    title: str
    imports: Words
    clients: frozenset[str]
    models: re.Pattern[str]
    keys: frozenset[str]
    urls: Words
    is_gateway: bool


@dataclass(frozen=True, slots=True)
class Variables:
    """The words that the name of a variable of routing is made of."""

    words: frozenset[str]
    choices: frozenset[str]
    topics: frozenset[str]


@dataclass(frozen=True)
class Known:
    """All of it."""

    providers: tuple[Provider, ...]
    names: Mapping[str, re.Pattern[str]]  # by what a name that matches is a sign of
    settled: Mapping[str, str]
    variables: Variables

    def is_sign(self, kind: str, name: str) -> bool:
        """Whether a name, without its suffix, is a sign of ``kind``."""
        return self.names[kind].fullmatch(_snake(name)) is not None

    def model_of(self, text: str) -> str:
        """The provider of the model that ``text`` is the id of, a provider's name before a slash or colon included."""
        bare = re.sub(r"^[a-z_]+[/:](?=\w)", "", text)
        found = (p.name for p in self.providers if p.models.fullmatch(text) or p.models.fullmatch(bare))
        return next(found, "")

    def is_provider(self, text: str) -> bool:
        """Whether ``text`` is a provider's name."""
        return text.lower() in {provider.name for provider in self.providers}

    def is_routing_variable(self, env: str) -> bool:
        """Whether a variable's name says that it chooses a model or a provider, and nothing else."""
        words = set(env.lower().split("_")) - {""}
        providers = {provider.name for provider in self.providers}
        made = words <= self.variables.words | providers
        return made and bool(words & self.variables.choices) and bool(words & (self.variables.topics | providers))

    def is_of_one_provider(self, env: str) -> bool:
        """Whether a variable of routing only says which model of one provider is meant, unless it is a fallback."""
        words = set(env.lower().split("_"))
        return bool(words & {provider.name for provider in self.providers}) and "fallback" not in words


@cache
def known() -> Known:
    """What the catalogue says."""
    words = next(fields for name, fields in entries("ai_routing") if name == "words")
    named = {kind: _any(patterns) for kind, patterns in words.items() if kind not in _OTHER}
    variables = Variables(*(frozenset(words[f"variable_{kind}"]) for kind in ("words", "choices", "topics")))
    return Known(tuple(_provider(*entry) for entry in entries("ai_providers")), named, words["settled"], variables)


_OTHER = frozenset({"settled", "variable_words", "variable_choices", "variable_topics"})


def _provider(name: str, fields: dict[str, Any]) -> Provider:
    def listed(key: str) -> Words:
        return tuple(fields.get(key, ()))

    return Provider(
        name,
        fields["title"],
        listed("imports"),
        frozenset(listed("clients")),
        _any(listed("models")),
        frozenset(listed("keys")),
        listed("urls"),
        fields.get("gateway", False),
    )


def _any(patterns: Words) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns) or "(?!)")


def _snake(name: str) -> str:
    """``ModelPicker``, ``model-picker`` and ``MODEL_PICKER`` as ``model_picker``."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).replace("-", "_").strip("_").lower()
