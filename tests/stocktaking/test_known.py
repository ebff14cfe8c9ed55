"""What the catalogue knows of providers: each entry shows itself by something, and ids of models are told apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from legacy_codemod.stocktaking.known import Provider, known

CATALOGUE = Path(__file__).parents[2] / "codemods/ai_providers"
MODELS = {
    "gpt-4o-mini": "openai",
    "o3": "openai",
    "openai/gpt-4.1": "openai",
    "openai:gpt-4o": "openai",
    "claude-3-5-haiku": "anthropic",
    "anthropic.claude-3-sonnet-20240229-v1:0": "bedrock",
    "models/gemini-2.5-flash": "google",
    "mixtral-8x7b": "mistral",
    "llama-3.3-70b-versatile": "groq",
    "deepseek-chat": "deepseek",
}
NO_MODELS = ("gpt", "o1x", "claude", "openai", "User", "command", "command-line", "models", "llama", "gemini", "grok")


def test_every_folder_of_the_providers_is_an_entry() -> None:
    assert [provider.name for provider in known().providers] == sorted(entry.name for entry in CATALOGUE.iterdir())


@pytest.mark.parametrize("provider", known().providers, ids=lambda provider: provider.name)
def test_a_provider_shows_itself_by_something(provider: Provider) -> None:
    assert provider.title
    assert provider.imports or provider.keys or provider.urls


@pytest.mark.parametrize(("text", "provider"), MODELS.items())
def test_an_id_of_a_model_is_known(text: str, provider: str) -> None:
    assert known().model_of(text) == provider


@pytest.mark.parametrize("text", NO_MODELS)
def test_other_words_are_no_models(text: str) -> None:
    assert known().model_of(text) == ""


@pytest.mark.parametrize(
    ("env", "routes"),
    [
        ("DEFAULT_MODEL", True),
        ("AI_FALLBACK_CHAIN", True),
        ("LLM_PROVIDER", True),
        ("OPENAI_MODEL", True),
        ("MODEL", False),
        ("PROVIDER", False),
        ("MODEL_PATH", False),
        ("EMBEDDING_MODEL", False),
        ("CLOUD_PROVIDER", False),
        ("DEFAULT_CHAT_ID", False),
    ],
)
def test_a_variable_routes_only_where_every_word_says_so(env: str, routes: bool) -> None:
    assert known().is_routing_variable(env) is routes
