"""Every example of the catalogue, and the story, cut as a user would have it cut."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
from config_examples import EXAMPLES, example

from legacy_codemod import config_formats
from legacy_codemod.config_formats import cut, cut_as, example_path, formats
from legacy_codemod.config_formats.parts.lines import read

STORY = Path(__file__).parents[2] / "fixtures" / "keeps-the-error-fallback-when-restormel-took-over"
GONE = (
    "USE_RESTORMEL_KEYS",
    "RESTORMEL_ROLLOUT_PERCENT",
    "DEFAULT_AI_PROVIDER",
    "DEFAULT_MODEL",
    "AI_PROVIDER",
    "AI_FALLBACK_CHAIN",
)


KNOWN = [
    ("legacy.yml", None),
    ("app/env.py", None),
    (".env.ts", None),
    ("deploy/run.py", None),
    ("deploy/Procfile.py", None),
    ("Makefile.py", None),
    ("app.conf", None),
    ("deploy/app.yaml", None),
    (".envrc", "shell"),
    ("deploy/run.sh", "shell"),
    ("GNUmakefile", "makefile"),
    ("build/rules.mk", "makefile"),
    ("justfile", "justfile"),
    ("Procfile.dev", "procfile"),
    ("deploy/docent.service", "systemd"),
    ("docent.service.d/override.conf", "systemd"),
    ("etc/supervisord.conf", "supervisord"),
    ("app.json", "json_env"),
    (".devcontainer/devcontainer.json", "json_env"),
    ("pyproject.toml", "toml_env"),
    ("fly.toml", "toml_env"),
    ("netlify.toml", "toml_env"),
    ("infra/main.tf", "terraform"),
    ("prod.tfvars", "terraform"),
    ("docker-bake.hcl", "docker_bake"),
    (".circleci/config.yml", "circleci"),
    ("azure-pipelines.yml", "azure_pipelines"),
    ("bitbucket-pipelines.yml", "bitbucket"),
    ("serverless.yml", "serverless"),
    ("roles/web/tasks/main.yml", "ansible"),
    ("render.yaml", "render"),
    ("app.yaml", "google_cloud"),
    (".env", "dotenv"),
    (".env.example", "dotenv"),
    ("deploy/prod.env", "dotenv"),
    ("env.sample", "dotenv"),
    ("docker/compose.prod.yaml", "compose"),
    ("docker-compose.override.yml", "compose"),
    ("api/Dockerfile.dev", "dockerfile"),
    ("api.Dockerfile", "dockerfile"),
    (".github/workflows/ci.yaml", "github_actions"),
    (".github/actions/setup/action.yml", "github_actions"),
    (".gitlab-ci.yml", "gitlab_ci"),
    ("charts/api/values-prod.yaml", "helm"),
    ("deploy/api.yaml", "kubernetes"),
    ("tox.ini", "ini"),
]


def test_every_format_has_an_example_and_every_example_a_format() -> None:
    assert sorted(folder.name for folder in EXAMPLES.iterdir()) == list(formats())


@pytest.mark.parametrize("form", formats())
def test_an_example_is_what_the_format_does_and_nothing_is_left_for_a_second_run(form: str) -> None:
    before, after = example(form, "before"), example(form, "after")
    assert cut_as(form, before, "DEFAULT_MODEL").content == after
    again = cut_as(form, after, "DEFAULT_MODEL")
    assert (again.content, again.edits, again.uses, again.mentions) == (after, (), (), ())


@pytest.mark.parametrize("order", [GONE, GONE[::-1]], ids=["first to last", "last to first"])
@pytest.mark.parametrize("path", [".env.example", "docker-compose.yml", "Dockerfile", ".github/workflows/ci.yml"])
def test_the_files_of_the_story_come_out_as_made_by_hand(path: str, order: tuple[str, ...]) -> None:
    content = (STORY / "before" / path).read_bytes()
    for name in order:
        found = cut(path, content, name)
        assert found is not None
        content = found.content
    assert content == (STORY / "after" / path).read_bytes()


@pytest.mark.parametrize("form", formats())
def test_an_example_is_known_where_it_would_lie_and_to_no_other_format(form: str) -> None:
    path, lines = example_path(form), read(example(form, "before"))
    fitting = [each for each in formats() if import_module(f"{config_formats.__name__}.{each}").fits(path, lines)]
    assert fitting == [form]


@pytest.mark.parametrize(("path", "form"), KNOWN)
def test_a_file_is_known_by_its_name(path: str, form: str | None) -> None:
    content = example(form or "compose", "before")
    expected = None if form is None else cut_as(form, content, "DEFAULT_MODEL")
    assert cut(path, content, "DEFAULT_MODEL") == expected


def test_a_manifest_is_known_by_what_it_says() -> None:
    content = example("kubernetes", "before")
    assert cut("deploy/api.yaml", content, "DEFAULT_MODEL") == cut_as("kubernetes", content, "DEFAULT_MODEL")
