"""The catalogue's providers and words of routing into what tells a model, a provider or a router by its name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache, cached_property
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
    calls: frozenset[str]  # what asks a model without a client: `ChatCompletion.create`
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
    kinds: frozenset[str]
    keys: frozenset[str]
    addresses: frozenset[str]


@dataclass(frozen=True)
class Known:
    """All of it."""

    providers: tuple[Provider, ...]
    names: Mapping[str, re.Pattern[str]]  # by what a name that matches is a sign of
    settled: Mapping[str, str]
    variables: Variables

    @cached_property
    def provider_names(self) -> frozenset[str]:
        """The names of all providers."""
        return frozenset(provider.name for provider in self.providers)

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
        return text.lower() in self.provider_names

    def is_routing_variable(self, env: str) -> bool:
        """Whether a variable's name says that it chooses a model or a provider, and nothing else."""
        words, said = _words(env), self.variables
        if not words <= said.words | self.provider_names:
            return False
        named = bool(words & said.choices) and bool(words & (said.topics | self.provider_names))
        return named or ("llm" in words and bool(words & said.kinds))

    def key_of(self, env: str) -> Provider | None:
        """The provider that a variable is the key of, in whichever region."""
        plain = re.sub(r"_(CN|EU|US|INTL|GLOBAL)(?=_)", "", env)
        return next((provider for provider in self.providers if provider.keys & {env, plain}), None)

    def is_key_of_any(self, env: str) -> bool:
        """Whether a variable is the key of whichever provider was chosen: ``LLM_API_KEY``."""
        words, said = _words(env), self.variables
        return words <= said.words | said.keys and "key" in words and bool(words & said.topics)

    def is_address(self, env: str) -> bool:
        """Whether a variable says where a provider is called: ``OPENAI_BASE_URL``."""
        words, said = _words(env), self.variables.addresses
        of = words & (self.provider_names | {"azure", "llm"})
        return bool(of) and words - of <= said and bool(words & (said - {"api", "name"}))

    def is_of_one_provider(self, env: str) -> bool:
        """Whether a variable of routing only says which model of one provider is meant, unless it is a fallback."""
        words = _words(env)
        return bool(words & self.provider_names) and "fallback" not in words


@cache
def known() -> Known:
    """What the catalogue says."""
    words = next(said for name, said in entries("ai_routing") if name == "words")
    providers = tuple(_provider(*entry) for entry in entries("ai_providers"))
    any_of_them = f"({'|'.join(provider.name for provider in providers)})"
    named = {
        kind: _any(tuple(pattern.replace("{provider}", any_of_them) for pattern in patterns))
        for kind, patterns in words.items()
        if kind != "settled" and not kind.startswith("variable_")
    }
    variables = Variables(*(frozenset(words[f"variable_{field.name}"]) for field in fields(Variables)))
    return Known(providers, named, words["settled"], variables)


def _provider(name: str, entry: dict[str, Any]) -> Provider:
    def listed(key: str) -> Words:
        return tuple(entry.get(key, ()))

    return Provider(
        name,
        entry["title"],
        listed("imports"),
        frozenset(listed("clients")),
        frozenset(listed("calls")),
        _any(listed("models")),
        frozenset(listed("keys")),
        listed("urls"),
        entry.get("gateway", False),
    )


def _any(patterns: Words) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns) or "(?!)")


def _snake(name: str) -> str:
    """``ModelPicker``, ``model-picker`` and ``MODEL_PICKER`` as ``model_picker``, ``LLMRouter`` as ``llm_router``."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).replace("-", "_").strip("_").lower()


def _words(env: str) -> frozenset[str]:
    return frozenset(env.lower().split("_")) - {""}
