"""Each sign in a small repository as what is proposed about it, and everything that looks like one and is none."""

from __future__ import annotations

from textwrap import dedent

import pytest
from stock import found, said

from legacy_codemod.inventory import load
from legacy_codemod.stocktaking.written import decided, written

ROUTER = """\
    import os

    def choose_model(task):
        if os.getenv("DEFAULT_MODEL"):
            return os.environ["DEFAULT_MODEL"]
        return "gpt-4o" if task == "long" else "claude-sonnet-4"
    """

ROWS = {
    "a router that only chooses": (
        {"app/model_router.py": ROUTER},
        ["evident remove app/model_router.py", "evident remove env DEFAULT_MODEL"],
    ),
    "a router that live code calls": (
        {
            "app/model_router.py": ROUTER,
            "app/main.py": "from app.model_router import choose_model\nchoose_model('x')\n",
        },
        [
            "evident remove app.model_router.choose_model",
            "evident remove app/model_router.py",
            "evident remove env DEFAULT_MODEL",
        ],
    ),
    "a router that also calls the model": (
        {"app/llm_router.py": dedent(ROUTER) + "\ndef generate(prompt): ...\n"},
        [
            "undecided remove app/llm_router.py",
            "undecided remove app.llm_router.choose_model",
            "evident remove env DEFAULT_MODEL",
        ],
    ),
    "a router that makes clients": (
        {"app/llm_router.py": "from openai import OpenAI\n\n" + dedent(ROUTER) + "\nclient = OpenAI()\n"},
        [
            "undecided remove app/llm_router.py",
            "undecided remove app.llm_router.choose_model",
            "evident remove env DEFAULT_MODEL",
        ],
    ),
    "a router of addresses": (
        {"app/model_router.py": "from fastapi import APIRouter\n\nMODEL = 'gpt-4o'\nrouter = APIRouter()\n"},
        ["undecided remove app/model_router.py"],
    ),
    "a file that is only called a router": (
        {"app/model_router.py": "def x(): ...\n"},
        ["undecided remove app/model_router.py"],
    ),
    "a router of messages": ({"app/router.py": ROUTER.replace("DEFAULT_MODEL", "X").replace("choose_model", "x")}, []),
    "a router among the tests": ({"tests/model_router.py": ROUTER}, []),
    "a function that gives nothing but ids of models": (
        {"app/pick.py": "def select_model(x):\n    if x:\n        return 'gpt-4o'\n    return 'claude-opus-4'\n"},
        ["evident remove app.pick.select_model"],
    ),
    "a function that is only called so": (
        {"app/pick.py": "def select_model(x):\n    return db.first(x)\n"},
        ["undecided remove app.pick.select_model"],
    ),
    "a function that selects what a user sees": ({"app/pick.py": "def select_rows(x):\n    return 'gpt-4o'\n"}, []),
    "a chain of fallbacks": (
        {
            "app/call.py": """\
            def ask(prompt, models):
                for model in models:
                    try:
                        return run(model, prompt)
                    except Exception:
                        continue
            """
        },
        ["undecided remove app.call.ask"],
    ),
    "a loop over database models": (
        {
            "app/call.py": "def ask(models):\n    for model in models:\n"
            "        try:\n            model.save()\n        except E: ...\n"
        },
        [],
    ),
    "a list of models": (
        {"app/m.py": "ALLOWED_MODELS = ['gpt-4o', 'claude-opus-4', 'in-house-7b']\n"},
        ["evident remove app.m.ALLOWED_MODELS"],
    ),
    "a list made of two others": (
        {"app/m.py": "A = ('gpt-4o',)\nB = ('claude-opus-4',)\nSUPPORTED_MODELS = frozenset(A + B)\n"},
        ["evident remove app.m.SUPPORTED_MODELS"],
    ),
    "a list of database models": ({"app/m.py": "SUPPORTED_MODELS = ['User', 'Invoice', 'Team']\n"}, []),
    "a table of prices": (
        {"app/m.py": "import openai\n\nclient = openai.OpenAI()\nPRICES = {'gpt-4o': 1, 'gpt-4.1': 2, 'o3': 3}\n"},
        ["undecided keep app.m.PRICES", "undecided wrap app/m.py"],
    ),
    "a table of the models that are allowed, with more about each": (
        {"app/m.py": "ALLOWED_MODELS = {'gpt-4o': 1, 'gpt-4.1': 2, 'o3': 3}\n"},
        ["undecided remove app.m.ALLOWED_MODELS"],
    ),
    "variables of routing, keys, and others": (
        {
            "app/env.py": """\
            import os

            for name in (os.getenv("LLM_PROVIDER"), os.getenv("OPENAI_API_KEY"), os.getenv("LITELLM_PROXY_URL")):
                print(os.getenv("OPENAI_MODEL"), os.getenv("GROQ_FALLBACK_MODEL"))
                print(name, os.getenv("EMBEDDING_MODEL"), os.getenv("MODEL_PATH"), os.getenv("PROVIDER"))
            """
        },
        [
            "evident remove env GROQ_FALLBACK_MODEL",
            "undecided remove env LITELLM_PROXY_URL",
            "evident remove env LLM_PROVIDER",
            "evident keep env OPENAI_API_KEY",
            "undecided remove env OPENAI_MODEL",
        ],
    ),
    "variables that only an example reads": ({"examples/e.py": "import os\nos.getenv('LLM_PROVIDER')\n"}, []),
    "the flags of the migration": (
        {
            "app/flags.py": "import os\n\nBETA = True\n\n"
            "def on():\n    return os.getenv('USE_RESTORMEL_KEYS') == 'true'\n"
        },
        ['evident flags USE_RESTORMEL_KEYS = "true"', "undecided flags app.flags.BETA = True"],
    ),
    "a picker of models that is switched off": (
        {"app/flags.py": "SHOW_MODEL_PICKER = False\n"},
        ["evident flags app.flags.SHOW_MODEL_PICKER = False"],
    ),
    "a constant that is set elsewhere": ({"app/flags.py": "X = False\nX = True\n"}, []),
    "a question about routing, and about something else": (
        {"app/a.py": "t.has_feature('managed-routing')\nt.has_feature('long-documents')\n"},
        ['undecided flags $T.has_feature("managed-routing") = True'],
    ),
    "what is not routing": (
        {
            "app/billing/meter.py": "",
            "app/billing/auth.py": "",
            "app/auth.py": "",
            "scripts/smoke_test.py": "",
            "app/env.py": "import os\n\nKEY = os.getenv('OPENAI_API_KEY')\n",
        },
        [
            "evident keep env OPENAI_API_KEY",
            "evident keep app/billing/",
            "evident keep app/auth.py",
            "evident keep scripts/smoke_test.py",
        ],
    ),
    "orchestration that chooses a model": (
        {
            "app/orchestrator.py": "from app.x import select_model\n",
            "app/x.py": "import os\n\nKEY = os.getenv('OPENAI_API_KEY')\n",
        },
        ["evident keep env OPENAI_API_KEY", "undecided keep app/orchestrator.py"],
    ),
    "a file that calls a provider": (
        {"app/c.py": "import anthropic\n\nclient = anthropic.Anthropic()\n"},
        ["undecided wrap app/c.py"],
    ),
    "a class of the same name from elsewhere": ({"app/c.py": "from ours import OpenAI\n\nclient = OpenAI()\n"}, []),
    "a gateway": (
        {"app/c.py": "import litellm\n", "litellm_config.yaml": "model_list:\n  - litellm_params: {model: x}\n"},
        ["evident remove litellm_config.yaml", "undecided wrap app/c.py"],
    ),
    "a picker in a page": (
        {"web/Chat.tsx": '<select><option value="gpt-4o"/><option value="gpt-4.1"/></select> model\n'},
        ["undecided remove web/Chat.tsx"],
    ),
    "a page that mentions a model": ({"web/About.tsx": "<p>our model is 'gpt-4o'</p>\n"}, []),
    "a document about the router": (
        {
            "app/model_router.py": ROUTER,
            "app/m.py": "ALLOWED_MODELS = ['gpt-4o', 'o3']\n",
            "docs/model-routing.md": "DEFAULT_MODEL, ALLOWED_MODELS\n",
            "docs/setup.md": "DEFAULT_MODEL, ALLOWED_MODELS\n",
        },
        [
            "evident remove app/model_router.py",
            "evident remove app.m.ALLOWED_MODELS",
            "evident remove env DEFAULT_MODEL",
            "evident remove docs/model-routing.md",
        ],
    ),
    "a file whose name is no name of Python": (
        {"my-tool/pick-it.py": "ALLOWED_MODELS = ['gpt-4o', 'o3']\n"},
        ["evident remove my-tool.pick-it.ALLOWED_MODELS"],  # commented out in the draft, which loads
    ),
    "what is not routing, where nothing routes": ({"app/billing/meter.py": "", "app/auth.py": ""}, []),
    "nothing": ({"app/a.py": "print()\n"}, []),
}


@pytest.mark.parametrize(("files", "expected"), ROWS.values(), ids=ROWS)
def test_a_repository_is_drafted_as(files: dict[str, str], expected: list[str]) -> None:
    assert said(files) == expected


def test_an_entry_that_would_not_load_is_commented_out() -> None:
    text = written(found({"my-tool/pick-it.py": "ALLOWED_MODELS = ['gpt-4o', 'o3']\n"}), "inv.yaml")
    assert load(text, "inv.yaml").remove == ()
    assert "# - name: my-tool.pick-it.ALLOWED_MODELS" in text


def test_a_remove_inside_what_is_kept_is_undecided() -> None:
    files = {"app/billing/model_router.py": dedent(ROUTER), "app/billing/x.py": ""}
    loaded = load(written(found(files), "inv.yaml"), "inv.yaml")
    assert all(getattr(item.subject, "path", "") != "app/billing/model_router.py" for item in loaded.remove)


@pytest.mark.parametrize(
    ("decision", "result"),
    [
        ("remove", "evident remove"),
        ("keep", "evident keep"),
        ("wrap", "undecided remove"),
        ("skip", "undecided remove"),
    ],
)
def test_a_person_decides_as_far_as_the_subject_fits(decision: str, result: str) -> None:
    (proposal,) = found({"app/m.py": "ALLOWED_MODELS = ['gpt-4o', 'o3']\n"})
    after = decided(proposal, decision)
    assert f"{after.sure} {after.decision}" == result
