"""What a person would have written down of an application, drawn small: how providers are called, named and set."""

from __future__ import annotations

import pytest
from stock import found, said

OPENAI = "import openai\n\nclient = openai.OpenAI()\n"

CALLERS = {
    "a class that is imported under another name": (
        "from groq import Groq as _Groq\n\nclient = _Groq()\n",
        ["undecided wrap app/c.py"],
    ),
    "a class of a module of the library": ("import ollama\n\nclient = ollama.Client()\n", ["undecided wrap app/c.py"]),
    "a class called the same of another library": ("import httpx\nimport ollama\n\nclient = httpx.Client()\n", []),
    "a library that is imported as a name of its package": (
        "from google import genai\n\nclient = genai.Client()\n",
        ["undecided wrap app/c.py"],
    ),
    "a class that derives from a client": (
        "from langchain_openai import ChatOpenAI\n\nclass Ours(ChatOpenAI): ...\n",
        ["undecided wrap app/c.py"],
    ),
    "a model that is asked without a client": (
        "import openai\n\ndef ask(m):\n    return openai.ChatCompletion.create(messages=m)\n",
        ["undecided wrap app/c.py"],
    ),
    "a library that is only imported for its errors": ("import openai\n\nERRORS = (openai.APIError,)\n", []),
    "a client of chats and embeddings": (
        OPENAI + "client.embeddings.create()\nclient.chat.completions.create()\n",
        ["undecided wrap app/c.py"],
    ),
    "the request of a chat, made by hand": (
        "import requests\n\nrequests.post('https://api.anthropic.com/v1/messages', json={'messages': []})\n",
        ["undecided wrap app/c.py"],
    ),
    "a table of addresses": ("URLS = ['https://api.openai.com/v1', 'https://openrouter.ai/api/v1']\n", []),
    "code that goes by the provider's name": (
        "def make(provider):\n    if provider == 'openai':\n        return A()\n"
        "    if provider == 'anthropic':\n        return B()\n",
        ["undecided wrap app/c.py"],
    ),
    "a table of classes by provider": (
        "class A: ...\n\nCLIENTS = {'openai': A, 'anthropic': A}\n",
        ["undecided wrap app/c.py"],
    ),
    "what is called after making a client": ("class LLMCreator: ...\n", ["undecided wrap app/c.py"]),
    "a table of titles by provider": ("TITLES = {'openai': 'OpenAI', 'anthropic': 'Anthropic'}\n", []),
    "a model that is a default": ("def ask(prompt, model='gpt-4o'): ...\n", ["undecided wrap app/c.py"]),
    "a model that is an argument": ("run(llm_model='gpt-4o')\n", ["undecided wrap app/c.py"]),
    "a model that a field has": (
        "class Settings:\n    model: str = Field(default='gpt-4o')\n",
        ["undecided wrap app/c.py"],
    ),
    "a model among settings": ("CONFIG = {'deep_llm': 'gpt-4o', 'rounds': 1}\n", ["undecided wrap app/c.py"]),
    "a model whose tokens are counted": (
        "import tiktoken\n\ndef count_tokens(text, model='gpt-4o'):\n    tiktoken.encoding_for_model(model='gpt-4o')\n",
        [],
    ),
    "a model in an example of an API": ("body = Body(example={'model': 'gpt-4o'})\n", []),
    "a model that something is compared with": ("def f(model):\n    return model == 'gpt-4o'\n", []),
    "a model for speech": ("STT_MODEL = 'gpt-4o-mini-transcribe'\n", []),
}


@pytest.mark.parametrize(("text", "expected"), CALLERS.values(), ids=CALLERS)
def test_a_file_is_taken_for_one_that_calls_or_names_a_model(text: str, expected: list[str]) -> None:
    assert said({"app/c.py": text}) == expected


@pytest.mark.parametrize(
    ("path", "text"),
    [("app/e.py", OPENAI + "client.embeddings.create()\n"), ("app/voice/e.py", OPENAI + "client.responses.create()\n")],
    ids=["what is asked", "what its folder is called"],
)
def test_a_client_of_other_work_than_chats_is_to_be_kept(path: str, text: str) -> None:
    assert said({path: text, "main.py": OPENAI}) == [f"undecided keep {path}", "undecided wrap main.py"]


LISTS = {
    "a field of a class": (
        "class Llm:\n    models = ['gpt-4o', 'gpt-4.1', 'o3']\n",
        ["undecided remove app.c.Llm.models"],
    ),
    "an enumeration": (
        "from enum import Enum\n\nclass M(str, Enum):\n    A = 'gpt-4o'\n    B = 'gpt-4.1'\n    C = 'o3'\n",
        ["undecided remove app.c.M"],
    ),
    "an enumeration of something else": (
        "from enum import Enum\n\nclass M(Enum):\n    A = 'gpt-4o'\n    B = 'x'\n    C = 'y'\n",
        [],
    ),
    "what a function gives": (
        "def model_of(p):\n    by = {'openai': 'gpt-4o', 'anthropic': 'claude-opus-4', 'xai': 'grok-4'}\n"
        "    return by.get(p)\n",
        ["undecided remove app.c.model_of"],
    ),
    "what a function only asks for": (
        "def limit(model):\n    if model in ('gpt-4o', 'gpt-4.1', 'o3'):\n        return 8\n    return 4\n",
        [],
    ),
    "titles beside the ids": (
        "A: dict = {'quick': [('GPT 4o - fast', 'gpt-4o'), ('O 3', 'o3'), ('O 4', 'o4-mini')]}\n",
        ["undecided remove app.c.A"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), LISTS.values(), ids=LISTS)
def test_models_are_listed_by(text: str, expected: list[str]) -> None:
    assert said({"app/c.py": text}) == expected


def test_a_list_that_is_made_of_another_files_list_is_one() -> None:
    catalog = "OPTIONS = {'a': ['gpt-4o', 'gpt-4.1', 'o3']}\n\ndef known():\n    return OPTIONS\n"
    valid = "from app.catalog import known\n\nVALID_MODELS = {k: v for k, v in known().items()}\n"
    expected = ["undecided remove app.catalog.OPTIONS", "undecided remove app.valid.VALID_MODELS"]
    assert said({"app/catalog.py": catalog, "app/valid.py": valid}) == expected


def test_what_stands_in_a_file_of_abilities_is_no_list_to_choose_from() -> None:
    files = {"app/capabilities.py": "_BY_ID = {'gpt-4o': A, 'gpt-4.1': B, 'o3': C}\n", "app/llm.py": OPENAI}
    assert said(files) == ["undecided keep app.capabilities._BY_ID", "undecided wrap app/llm.py"]


CHOOSING = {
    "a method that tries one model after the other": (
        """\
        class Llm:
            def fallback(self):
                for model in self.backup_models:
                    try:
                        return make(model)
                    except Exception:
                        continue
        """,
        ["undecided remove app.c.Llm.fallback"],
    ),
    "a loop over providers of e-mail": (
        """\
        def send(providers):
            for provider in providers:
                try:
                    return provider.send()
                except Exception:
                    continue
        """,
        [],
    ),
    "a function that makes a member of an enumeration": (
        "def resolve_provider(name):\n    try:\n        return Provider(name)\n    except ValueError:\n        raise\n",
        [],
    ),
    "a function that only calls one that chooses": (
        "def select_model(m):\n    return db.first(m)\n\ndef quick(m):\n    '''Quick.'''\n    return select_model(m)\n",
        ["undecided remove app.c.select_model", "undecided remove app.c.quick"],
    ),
    "what is called after pickles": ("def _legacy_pickle_names():\n    return 'x'\n", []),
}


@pytest.mark.parametrize(("text", "expected"), CHOOSING.values(), ids=CHOOSING)
def test_a_function_is_taken_for_one_that_chooses(text: str, expected: list[str]) -> None:
    assert said({"app/c.py": text}) == expected


def test_what_asks_people_at_a_prompt_is_a_picker() -> None:
    text = "import questionary\n\ndef select_model(mode):\n    return questionary.select(mode).ask()\n"
    (proposal,) = found({"cli/ask.py": text})
    assert (str(proposal.category), proposal.replaced_by) == ("model selection UI", "dashboard (phase 4)")


VARIABLES = {
    "an LLM by its name": ("import os\n\nos.getenv('FAST_LLM')\n", ["evident remove env FAST_LLM"]),
    "a table of variables that is read in a loop": (
        "import os\n\nT = {'LLM_PROVIDER': 'a', 'OPENAI_API_KEY': 'b', 'LLM_PATIENCE': 'c'}\n"
        "for name in T:\n    os.environ.get(name)\n",
        ["undecided remove env LLM_PROVIDER", "evident keep env OPENAI_API_KEY"],
    ),
    "a key of another region": (
        "import os\n\nos.getenv('DASHSCOPE_CN_API_KEY')\nos.getenv('LLM_MODEL')\n",
        ["evident keep env DASHSCOPE_CN_API_KEY", "evident remove env LLM_MODEL"],
    ),
    "an address, and the key of whichever provider it is": (
        "import os\n\nos.getenv('OPENAI_BASE_URL')\nos.getenv('FALLBACK_LLM_API_KEY')\nos.getenv('LLM_MODEL')\n",
        [
            "undecided keep env FALLBACK_LLM_API_KEY",
            "evident remove env LLM_MODEL",
            "undecided keep env OPENAI_BASE_URL",
        ],
    ),
    "a variable that gives a model for one purpose": (
        "import os\n\nos.getenv('OCR_MODEL', 'gpt-4o')\nos.getenv('OCR_DEVICE', 'cuda')\n",
        ["undecided remove env OCR_MODEL"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), VARIABLES.values(), ids=VARIABLES)
def test_a_variable_is(text: str, expected: list[str]) -> None:
    assert said({"app/c.py": text}) == expected


def test_the_name_of_the_application_before_a_variable_is_no_part_of_what_it_says() -> None:
    names = ("ACME_LLM_PROVIDER", "ACME_OPENAI_API_KEY", "ELSE_LLM_PROVIDER")
    text = "import os\n\n" + "".join(f"os.getenv('{name}')\n" for name in names)
    files = {"acme/__init__.py": "", "acme/c.py": text, "main.py": ""}
    assert said(files) == ["evident remove env ACME_LLM_PROVIDER", "evident keep env ACME_OPENAI_API_KEY"]


def test_a_key_that_only_configuration_sets_is_kept() -> None:
    files = {"app/c.py": OPENAI, ".env.example": "A=1\nOPENAI_API_KEY=\n", "README.md": "GROQ_API_KEY\n"}
    keep, _ = found(files)
    assert (keep.subject.env, [str(e.place) for e in keep.evidence]) == ("OPENAI_API_KEY", [".env.example:2"])


SETTINGS = {
    "a catalogue": (
        "app/models/openai.yaml",
        "provider: openai\nmodels:\n  - id: gpt-4o\n    title: GPT\n",
        ["undecided remove app/models/openai.yaml"],
    ),
    "a list of ids": (
        "app/models.json",
        '{\n  "all": [\n    "gpt-4o",\n    "gpt-4.1",\n    "o3"\n  ],\n  "name": 1\n}\n',
        ["undecided remove app/models.json"],
    ),
    "settings": ("config.toml", '[llm]\nmodel = "gpt-4o"  # or o3\n', ["undecided wrap config.toml"]),
    "settings of something else": ("config.toml", '# model = "gpt-4o"\n[llm]\nvoice_model = "gpt-4o"\n', []),
    "a list of prices": (
        "app/model_prices.json",
        '{"model": 1,\n"gpt-4o": 1,\n"a": "gpt-4o",\n"b": "o3",\n"c": "o4-mini"}\n',
        ["undecided keep app/model_prices.json"],
    ),
    "results of a run": ("runs/results/a.json", '{\n"model": "gpt-4o"\n}\n', []),
}


@pytest.mark.parametrize(("path", "text", "expected"), SETTINGS.values(), ids=SETTINGS)
def test_a_file_of_settings_is(path: str, text: str, expected: list[str]) -> None:
    assert said({path: text, "app/c.py": OPENAI}) == [*expected, "undecided wrap app/c.py"]


ASIDE = ("scripts/migrate_ids.py", "app/mock_llm.py", "tests_e2e/e2e/run.py", "scripts/smoke_answers.py")


@pytest.mark.parametrize("path", ASIDE)
def test_nothing_is_taken_out_of_a_file_that_is_not_of_the_application(path: str) -> None:
    proposals = said({path: "ALLOWED_MODELS = ['gpt-4o', 'o3']\n", "app/c.py": OPENAI})
    assert not [each for each in proposals if " remove " in each]


def test_orchestration_that_makes_its_own_client_is_left_to_a_person() -> None:
    files = {
        "app/llm/openai.py": OPENAI,
        "app/llm/creator.py": "def create_llm(name): ...\n",
        "app/jobs/orchestrator.py": "from app.llm.creator import create_llm\n\ncreate_llm('x')\n",
    }
    assert said(files) == [
        "undecided keep app/jobs/orchestrator.py",
        "undecided wrap app/llm/creator.py",
        "undecided wrap app/llm/openai.py",
    ]


PAGES = {
    "a list of ids in a module of types": ("web/types.ts", "const A = ['gpt-4o', 'gpt-4.1', 'o3-mini'];\n", True),
    "what is offered by the server": (
        "web/Panel.svelte",
        "{#each $modelList as m}<button class='dropdown' on:click={() => selectModel(m)}/>{/each}\n",
        True,
    ),
    "one that only shows the model": ("web/Panel.svelte", "<p>{selectedModel}</p><select/>\n", False),
    "a test of a page": ("web/__tests__/models.ts", "['gpt-4o', 'gpt-4.1', 'o3-mini'] // models\n", False),
}


@pytest.mark.parametrize(("path", "text", "holds"), PAGES.values(), ids=PAGES)
def test_a_page_holds_models_to_choose_from(path: str, text: str, holds: bool) -> None:
    expected = [f"undecided wrap {path}"] if holds else []
    assert said({path: text, "app/c.py": OPENAI}) == [*expected, "undecided wrap app/c.py"]


def test_a_catalogue_of_models_goes_by_a_persons_decision() -> None:
    registry = "import os\n\nclass Registry:\n    default = os.getenv('DEFAULT_MODEL')\n"
    expected = ["undecided remove app/model_registry.py", "evident remove env DEFAULT_MODEL"]
    assert said({"app/model_registry.py": registry}) == expected
    assert said({"ml/model_registry.py": "class Registry: ...\n"}) == []


def test_a_field_that_is_filled_from_a_variable_of_routing_is_a_sign_where_it_is_read() -> None:
    settings = "from pydantic_settings import BaseSettings\n\nclass S(BaseSettings):\n    LLM_PROVIDER: str = 'x'\n"
    registry = "from app.s import S\n\ndef default():\n    return S().LLM_PROVIDER\n"
    expected = ["undecided remove app/llm_registry.py", "evident remove env LLM_PROVIDER"]
    assert said({"app/s.py": settings, "app/llm_registry.py": registry}) == expected


def test_a_folder_called_like_a_module_of_the_standard_library_is_no_part_of_a_name() -> None:
    files = {"platform/acme/__init__.py": "", "platform/acme/m.py": "ALLOWED_MODELS = ['gpt-4o', 'o3']\n"}
    assert said(files) == ["evident remove acme.m.ALLOWED_MODELS"]
