"""Look-alikes drawn against what finds the uses of this corpus."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "a key of LOGGING is the name of a logger",
        "project/settings.py",
        text("""
        LOGGING = {
            "version": 1,
            "loggers": {
                "app.ai_router": {"level": "ERROR"},
                "app.legacy": {"level": "ERROR"},
            },
        }
        """),
    ),
    Snippet(
        "a dict called env of a template engine",
        "app/render.py",
        text("""
        from jinja2 import Environment

        environment = Environment()
        environment.globals["AI_PROVIDER"] = "openai"
        environment.filters["DEFAULT_MODEL"] = str
        """),
    ),
    Snippet(
        "a keyword called env of our own function that takes words",
        "app/audit.py",
        text("""
        def audit(kind, names):
            return [kind, *names]


        audit("env", names=["AI_PROVIDER", "DEFAULT_MODEL"])
        audit("gone", names=("AI_PROVIDER=openai",))
        """),
    ),
    Snippet(
        "a setter of our own that keeps a dictionary",
        "app/fake.py",
        text("""
        class Fake:
            def __init__(self):
                self.held = {}

            def set_value(self, name, value):
                self.held[name] = value


        fake = Fake()
        fake.set_value("AI_PROVIDER", "openai")
        """),
    ),
    Snippet(
        "a table in a test is compared with what a function says",
        "tests/test_report.py",
        text("""
        import pytest

        from app.report import describe


        @pytest.mark.parametrize("name", ["AI_PROVIDER", "DEFAULT_MODEL"])
        def test_describe(name):
            assert describe(name) == f"{name} is retired"
        """),
    ),
    Snippet(
        "a loop over names reads others",
        "app/report.py",
        text("""
        import os

        for name in ("AI_PROVIDER", "DEFAULT_MODEL"):
            print(name, os.environ.get(f"{name}_V2"))
        """),
    ),
    Snippet(
        "a Template is filled from something else",
        "app/text.py",
        text("""
        from string import Template

        print(Template("$AI_PROVIDER").substitute(AI_PROVIDER="x"), "%(DEFAULT_MODEL)s" % {"DEFAULT_MODEL": 1})
        """),
    ),
    Snippet(
        "getattr asks an object that is no module",
        "app/objects.py",
        text("""
        def call(service):
            if hasattr(service, "legacy_resolve"):
                return getattr(service, "legacy_resolve")()
            return None
        """),
    ),
    Snippet(
        "git removes a script",
        "tools/remove.py",
        text("""
        import subprocess

        subprocess.run(["git", "rm", "-r", "app/legacy", "scripts/old_deploy.sh"], check=True)
        subprocess.run(["rm", "-f", "app/ai_router.py"], check=True)
        """),
    ),
    Snippet(
        "a test asserts that the files are gone",
        "tests/test_files.py",
        text("""
        from pathlib import Path


        def test_gone():
            assert not Path("app/ai_router.py").exists()
            assert not Path("app/legacy").is_dir()
        """),
    ),
    Snippet(
        "a shell script removes and looks for them",
        "scripts/tidy.sh",
        text("""
        #!/bin/sh
        set -eu
        rm -rf app/legacy/ scripts/old_deploy.sh
        test ! -e app/ai_router.py
        git grep -n "app.resolve.legacy_resolve" && exit 1
        grep -rn AI_PROVIDER app
        """),
    ),
    Snippet(
        "a Dockerfile ignores them",
        ".dockerignore",
        text("""
        app/legacy/
        scripts/old_deploy.sh
        .env
        """),
    ),
    Snippet(
        "a workflow is started by changes of them",
        ".github/workflows/old.yml",
        text("""
        name: old
        on:
          push:
            paths:
              - app/legacy/**
              - scripts/old_deploy.sh
        jobs:
          warn:
            runs-on: ubuntu-latest
            steps:
              - run: echo "app/ai_router.py is gone, and so is AI_PROVIDER"
        """),
    ),
    Snippet(
        "a workflow has an environment and an input called so",
        ".github/workflows/inputs.yml",
        text("""
        name: inputs
        on:
          workflow_dispatch:
            inputs:
              note:
                description: what to set instead of AI_PROVIDER
                default: DEFAULT_MODEL
        jobs:
          go:
            runs-on: ubuntu-latest
            environment: production
            steps:
              - run: echo hello
                env:
                  NOTE: AI_PROVIDER
        """),
    ),
    Snippet(
        "import-linter and mypy list modules",
        "pyproject.toml",
        text("""
        [tool.importlinter]
        root_package = "app"

        [[tool.importlinter.contracts]]
        name = "nobody imports what is gone"
        type = "forbidden"
        source_modules = ["app"]
        forbidden_modules = ["app.legacy", "app.ai_router"]

        [[tool.mypy.overrides]]
        module = "app.ai_router"
        ignore_errors = true
        """),
    ),
    Snippet(
        "a table of contents has a time and a name",
        "docs/conf/rooms.yaml",
        text("""
        rooms:
          - name: legacy_resolve
            open: "10:30"
            title: app/legacy
        """),
    ),
    Snippet(
        "a linter bans the names",
        "ruff.toml",
        text("""
        [lint.flake8-tidy-imports.banned-api]
        "app.resolve.legacy_resolve".msg = "use app.resolve.resolve"
        "app.ai_router".msg = "gone"
        """),
    ),
    Snippet(
        "a class in TypeScript has a field with the name",
        "web/src/labels.ts",
        text("""
        export interface Labels {
          readonly AI_PROVIDER: string;
          DEFAULT_MODEL: string;
        }

        export const labels: Labels = { AI_PROVIDER: "Provider", DEFAULT_MODEL: "Model" };
        """),
    ),
    Snippet(
        "an object of Vue has the name as a key",
        "web/src/i18n.js",
        text("""
        export default {
          messages: {
            AI_PROVIDER: "Provider",
            DEFAULT_MODEL: "Model",
          },
        };
        """),
    ),
    Snippet(
        "HTML loads a stylesheet and prints the words",
        "web/page.html",
        text("""
        <section class="env">
          <dt>AI_PROVIDER</dt>
          <dd data-name="new-router">DEFAULT_MODEL</dd>
        </section>
        """),
    ),
    Snippet(
        "a fixture has the key in another model's name after a flag",
        "app/fixtures/more.json",
        text("""
        [
          {"model": "waffle.flag", "fields": {"name": "search"}},
          {"model": "app.route", "fields": {"name": "new-router"}}
        ]
        """),
    ),
    Snippet(
        "the members are compared by their values",
        "app/plan.py",
        text("""
        from app.features import Feature


        def label(feature):
            return "router" if feature is Feature.NEW_ROUTER else "other"


        def has_plan(user):
            return user.has_features(Feature.NEW_ROUTER) or user.has_feature(Feature.SEARCH, Feature.NEW_ROUTER)
        """),
    ),
    Snippet(
        "a map of strings to functions that read no environment",
        "app/words.py",
        text("""
        provider, model = map(str.lower, ("AI_PROVIDER", "DEFAULT_MODEL"))
        """),
    ),
    Snippet(
        "a GraphQL client selects fields of an environment",
        "web/src/query.ts",
        text("""
        export const QUERY = `
          query {
            environment {
              name
            }
            settings(names: ["AI_PROVIDER", "DEFAULT_MODEL"])
          }
        `;
        """),
    ),
    Snippet(
        "a Helm schema describes values",
        "chart/values.schema.json",
        text("""
        {
          "properties": {
            "env": {
              "type": "object",
              "description": "no AI_PROVIDER",
              "examples": ["DEFAULT_MODEL"]
            },
            "AI_PROVIDER": {"type": "string", "deprecated": true}
          }
        }
        """),
    ),
    Snippet(
        "a Makefile greps for what is gone",
        "Makefile",
        text("""
        gone:
        \t! git grep -nE 'AI_PROVIDER|DEFAULT_MODEL' -- app
        \ttest ! -e scripts/old_deploy.sh
        """),
    ),
    Snippet(
        "the settings of a project have a list of words",
        "project/settings.py",
        text("""
        RETIRED_VARIABLES = ["AI_PROVIDER", "DEFAULT_MODEL"]
        SEARCH_WORDS = ("new-router", "legacy_resolve")
        """),
    ),
    Snippet(
        "an ini file has sections with the names",
        "setup.cfg",
        text("""
        [flake8]
        per-file-ignores =
            app/ai_router.py:E501
            app/legacy/*:F401

        [mypy-app.legacy.*]
        ignore_errors = true
        """),
    ),
    Snippet(
        "a stack trace in a test's text",
        "tests/test_trace.py",
        text('''
        TRACE = """
          File "app/ai_router.py", line 3, in route
            os.environ["AI_PROVIDER"]
        KeyError: 'AI_PROVIDER'
        """


        def test_trace():
            assert "app/ai_router.py" in TRACE
        '''),
    ),
    Snippet(
        "a message of a CLI says what to set",
        "scripts/say.sh",
        text(r"""
        #!/bin/sh
        echo "run: unset AI_PROVIDER, then export DEFAULT_MODEL_V2=x"
        printf '%s\n' 'docker run -e DEFAULT_MODEL=x'
        """),
    ),
    Snippet(
        "sed takes the name out of a file",
        "scripts/strip.sh",
        text("""
        #!/bin/sh
        sed -i '/^AI_PROVIDER=/d' .env
        """),
    ),
)
