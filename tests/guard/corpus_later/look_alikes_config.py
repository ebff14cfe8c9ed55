"""Config files and scripts that name what was retired and do not use it."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "a shell script unsets longer names",
        "scripts/clean.sh",
        text("""
        #!/bin/sh
        unset AI_PROVIDER_V2 # AI_PROVIDER is gone
        export DEFAULT_MODELS="DEFAULT_MODEL"
        """),
    ),
    Snippet(
        "a step writes the name into the summary",
        ".github/workflows/notes.yml",
        text("""
        name: notes
        on: workflow_dispatch
        jobs:
          notes:
            runs-on: ubuntu-latest
            steps:
              - run: echo "AI_PROVIDER is retired" >> "$GITHUB_STEP_SUMMARY"
        """),
    ),
    Snippet(
        "package.json speaks of it",
        "package.json",
        text("""
        {
          "name": "docent-web",
          "description": "needs no AI_PROVIDER",
          "keywords": ["DEFAULT_MODEL", "new-router"],
          "scripts": {
            "dev": "DEFAULT_MODEL_V2=x vite"
          }
        }
        """),
    ),
    Snippet(
        "owners of the removed folder are named",
        ".github/CODEOWNERS",
        text("""
        * @docent/core
        app/legacy/ @docent/core
        app/ai_router.py @docent/core
        """),
    ),
    Snippet(
        "git ignores the removed folder",
        ".gitignore",
        text("""
        __pycache__/
        app/legacy/
        scripts/old_*.sh
        .env
        """),
    ),
    Snippet(
        "ruff excludes the removed folder",
        "ruff.toml",
        text("""
        line-length = 120
        extend-exclude = ["app/legacy", "app/ai_router.py"]
        """),
    ),
    Snippet(
        "coverage omits the removed file",
        ".coveragerc",
        text("""
        [run]
        source = app
        omit =
            app/ai_router.py
            app/legacy/*
        """),
    ),
    Snippet(
        "mypy has the removed module among its overrides",
        "mypy.ini",
        text("""
        [mypy]
        strict = True

        [mypy-app.ai_router]
        ignore_errors = True
        """),
    ),
    Snippet(
        "an entry point names another function",
        "pyproject.toml",
        text("""
        [project]
        name = "docent"
        version = "3"
        keywords = ["legacy_resolve"]

        [project.scripts]
        docent-resolve = "app.answers:legacy_resolve"
        legacy_resolve = "app.cli:main"
        """),
    ),
    Snippet(
        "a Makefile runs other scripts and has a target of that name",
        "Makefile",
        text("""
        .PHONY: legacy_resolve
        legacy_resolve: scripts/older_deploy.sh
        \t./scripts/older_deploy.sh # not scripts/old_deploy.sh
        """),
    ),
    Snippet(
        "a Dockerfile copies another folder's script",
        "Dockerfile",
        text("""
        FROM python:3.12-slim
        # COPY scripts/old_start.sh /srv/start.sh
        COPY tools/scripts/old_start.sh /srv/start.sh
        CMD ["/srv/start.sh"]
        """),
    ),
    Snippet(
        "PowerShell prints a name and sets a longer one",
        "scripts/start.ps1",
        text("""
        # $env:AI_PROVIDER = "openai"
        $env:AI_PROVIDER_V2 = "openai"
        Write-Host 'AI_PROVIDER is gone'
        """),
    ),
    Snippet(
        "a batch file speaks of it",
        "scripts/start.bat",
        text("""
        @echo off
        rem set DEFAULT_MODEL=gpt-4o-mini
        echo DEFAULT_MODEL is gone
        set DEFAULT_MODEL_V2=gpt-4o-mini
        """),
    ),
    Snippet(
        "C# has a constant of that name",
        "gateway/Names.cs",
        text("""
        namespace Gateway;

        public static class Names
        {
            public const string AI_PROVIDER = "provider";
            // Environment.GetEnvironmentVariable("AI_PROVIDER")
        }
        """),
    ),
    Snippet(
        "Kotlin has an enumeration with it",
        "gateway/src/main/kotlin/Column.kt",
        text("""
        package org.example

        enum class Column { REGION, DEFAULT_MODEL }

        fun main() = println(Column.DEFAULT_MODEL)
        """),
    ),
    Snippet(
        "Elixir reads a longer name",
        "gateway/config/runtime.exs",
        text("""
        import Config

        # provider: System.get_env("AI_PROVIDER")
        config :gateway, provider: System.get_env("AI_PROVIDER_V2", "openai")
        """),
    ),
    Snippet(
        "Nix describes it",
        "nix/options.nix",
        text("""
        { lib, ... }:
        {
          # AI_PROVIDER = "openai";
          options.docent.provider = lib.mkOption {
            description = "what used to be AI_PROVIDER";
            type = lib.types.str;
          };
        }
        """),
    ),
    Snippet(
        "Terraform's output speaks of it",
        "infra/outputs.tf",
        text("""
        output "note" {
          value       = "DEFAULT_MODEL is gone"
          description = "AI_PROVIDER too"
        }
        """),
    ),
    Snippet(
        "tox.toml speaks of it",
        "tox.toml",
        text("""
        env_list = ["3.12"]

        [env_run_base]
        description = "without AI_PROVIDER"
        # set_env = { DEFAULT_MODEL = "none" }
        set_env = { DEFAULT_MODEL_V2 = "none" }
        commands = [["pytest", "-k", "not DEFAULT_MODEL"]]
        """),
    ),
    Snippet(
        "VS Code's words for the spelling",
        ".vscode/settings.json",
        text("""
        {
          "cSpell.words": ["AI_PROVIDER", "DEFAULT_MODEL", "legacy_resolve"],
          "editor.rulers": [120]
        }
        """),
    ),
    Snippet(
        "a drop-in of systemd has it commented out",
        "deploy/docent.service.d/override.conf",
        text("""
        [Service]
        #Environment="AI_PROVIDER=openai"
        Environment="PROVIDER=AI_PROVIDER"
        """),
    ),
    Snippet(
        "a fixture of Django defines another model",
        "app/fixtures/routes.json",
        text("""
        [
          {
            "model": "app.route",
            "pk": 1,
            "fields": {"name": "new-router", "note": "DEFAULT_MODEL"}
          }
        ]
        """),
    ),
    Snippet(
        "a dashboard's query has it as a label",
        "ops/alerts.yaml",
        text("""
        groups:
          - name: docent
            rules:
              - alert: OldProvider
                expr: sum(rate(requests{variable="AI_PROVIDER"}[5m])) > 0
                annotations:
                  summary: AI_PROVIDER is still set somewhere
        """),
    ),
    Snippet(
        "a Helm template speaks of it",
        "chart/templates/notes.yaml",
        text("""
        {{/* DEFAULT_MODEL is gone */}}
        # AI_PROVIDER: openai
        kind: ConfigMap
        apiVersion: v1
        data:
          MODEL: {{ .Values.model }}
        """),
    ),
    Snippet(
        "a compose label and a longer name",
        "compose.debug.yaml",
        text("""
        services:
          debug:
            labels:
              org.example.note: AI_PROVIDER is gone
            environment:
              AI_PROVIDER_V2: openai
              NOTE: DEFAULT_MODEL
        """),
    ),
    Snippet(
        "a spelling list has it",
        ".codespell/words.txt",
        text("""
        AI_PROVIDER
        DEFAULT_MODEL
        legacy_resolve
        """),
    ),
    Snippet(
        "a JavaScript test names a route after the key",
        "web/test/router.test.js",
        text("""
        import { test } from "vitest";

        test("new-router shows DEFAULT_MODEL", () => {
          const row = { AI_PROVIDER: "openai" };
          if (row.AI_PROVIDER !== "openai") throw new Error("AI_PROVIDER");
        });
        """),
    ),
    Snippet(
        "a GraphQL schema has an enumeration with it",
        "web/schema.graphql",
        text("""
        enum Setting {
          AI_PROVIDER
          DEFAULT_MODEL
        }
        """),
    ),
    Snippet(
        "a page shows in its code how it was",
        "docs/how.md",
        text("""
        # How

        ```python
        from app.resolve import legacy_resolve
        os.environ["AI_PROVIDER"]
        ```

        Run `export DEFAULT_MODEL=x` no more.
        """),
    ),
    Snippet(
        "an issue form asks for it",
        ".github/ISSUE_TEMPLATE/bug.yml",
        text("""
        name: bug
        description: something is wrong
        body:
          - type: input
            id: provider
            attributes:
              label: What was AI_PROVIDER?
              placeholder: DEFAULT_MODEL
        """),
    ),
    Snippet(
        "a translation has the name as its id",
        "locale/de/LC_MESSAGES/django.po",
        text("""
        msgid "DEFAULT_MODEL"
        msgstr "Modell"

        msgid "new-router"
        msgstr "neu"
        """),
    ),
)
