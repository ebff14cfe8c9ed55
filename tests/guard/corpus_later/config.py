"""A retired variable in config files of kinds the first corpus left out."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "tox.toml sets and passes it",
        "tox.toml",
        text("""
        env_list = ["3.12"]

        [env_run_base]
        set_env = { DEFAULT_MODEL = "none", LOG_LEVEL = "DEBUG" }
        pass_env = ["HOME", "AI_PROVIDER"]
        commands = [["pytest"]]
        """),
        found=(
            (4, "DEFAULT_MODEL"),
            (5, "AI_PROVIDER"),
        ),
    ),
    Snippet(
        "Hatch gives it to an environment",
        "pyproject.toml",
        text("""
        [tool.hatch.envs.default.env-vars]
        LOG_LEVEL = "DEBUG"
        AI_PROVIDER = "fake"
        """),
        found=((3, "AI_PROVIDER"),),
    ),
    Snippet(
        "mise sets it",
        "mise.toml",
        text("""
        [tools]
        python = "3.12"

        [env]
        DEFAULT_MODEL = "gpt-4o-mini"
        """),
        found=((5, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "poe sets it for a task",
        "pyproject.toml",
        text("""
        [tool.poe.tasks.serve]
        cmd = "docent serve"
        env = { AI_PROVIDER = "openai" }
        """),
        found=((3, "AI_PROVIDER"),),
    ),
    Snippet(
        "cibuildwheel passes it to the build",
        "pyproject.toml",
        text("""
        [tool.cibuildwheel.linux]
        environment-pass = [
            "HOME",
            "DEFAULT_MODEL",
        ]
        """),
        found=((4, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "wrangler sets it for the worker",
        "edge/wrangler.toml",
        text("""
        name = "docent-edge"
        main = "ask.ts"

        [vars]
        AI_PROVIDER = "openai"
        """),
        found=((5, "AI_PROVIDER"),),
    ),
    Snippet(
        "VS Code launches the program with it",
        ".vscode/launch.json",
        text("""
        {
          "version": "0.2.0",
          "configurations": [
            {
              "name": "serve",
              "type": "debugpy",
              "request": "launch",
              "module": "app.serve",
              "env": {
                "DEFAULT_MODEL": "gpt-4o-mini"
              }
            }
          ]
        }
        """),
        found=((10, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "a drop-in of systemd sets it",
        "deploy/docent.service.d/override.conf",
        text("""
        [Service]
        Environment="LOG_LEVEL=INFO" "AI_PROVIDER=openai"
        """),
        found=((2, "AI_PROVIDER"),),
    ),
    Snippet(
        "systemd passes it on",
        "deploy/embed.service",
        text("""
        [Service]
        PassEnvironment=HOME DEFAULT_MODEL
        ExecStart=/usr/bin/docent embed
        """),
        found=((2, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "a compose service with a profile gets it",
        "compose.override.yaml",
        text("""
        services:
          debug:
            profiles: [debug]
            build:
              context: .
              args:
                - PYTHON=3.12
                - DEFAULT_MODEL
            environment:
              AI_PROVIDER: ${PROVIDER:-fake}
        """),
        found=(
            (8, "DEFAULT_MODEL"),
            (10, "AI_PROVIDER"),
        ),
    ),
    Snippet(
        "a Kustomize patch sets it",
        "deploy/overlays/stage/kustomization.yaml",
        text("""
        resources: [../../base]
        patches:
          - target: {kind: Deployment, name: docent}
            patch: |-
              - op: add
                path: /spec/template/spec/containers/0/env/-
                value: {name: DEFAULT_MODEL, value: gpt-4o-mini}
        """),
        found=((7, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "Helm's values hold it as a list of further variables",
        "chart/values.stage.yaml",
        text("""
        extraEnvVars:
          - name: LOG_LEVEL
            value: DEBUG
          - {name: AI_PROVIDER, value: fake}
        """),
        found=((4, "AI_PROVIDER"),),
    ),
    Snippet(
        "a Helm template tests for it",
        "chart/templates/configmap.yaml",
        text("""
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: {{ .Release.Name }}
        data:
          {{- if .Values.model }}
          DEFAULT_MODEL: {{ .Values.model | quote }}
          {{- end }}
        """),
        found=((7, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "Terraform gives it to a service in a block",
        "infra/run.tf",
        text("""
        resource "google_cloud_run_v2_service" "docent" {
          name     = "docent"
          location = "europe-west1"
          template {
            containers {
              image = "docent:3"
              env {
                name  = "AI_PROVIDER"
                value = "openai"
              }
            }
          }
        }
        """),
        found=((8, "AI_PROVIDER"),),
    ),
    Snippet(
        "Nomad gives it to a task",
        "deploy/docent.nomad.hcl",
        text("""
        job "docent" {
          group "api" {
            task "serve" {
              driver = "docker"
              env {
                LOG_LEVEL     = "INFO"
                DEFAULT_MODEL = "gpt-4o-mini"
              }
            }
          }
        }
        """),
        found=((7, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "a composite action sets it for its step",
        ".github/actions/smoke/action.yml",
        text("""
        name: smoke
        description: asks one question
        runs:
          using: composite
          steps:
            - shell: bash
              env:
                AI_PROVIDER: openai
              run: docent ask "why?"
        """),
        found=((8, "AI_PROVIDER"),),
    ),
    Snippet(
        "a workflow that calls another one sets it",
        ".github/workflows/deploy.yml",
        text("""
        name: deploy
        on:
          push:
            branches: [main]
        env:
          USE_RESTORMEL_KEYS: "true"
        jobs:
          deploy:
            uses: ./.github/workflows/deploy-one.yml
            secrets: inherit
        """),
        found=((6, "USE_RESTORMEL_KEYS"),),
    ),
    Snippet(
        "Woodpecker gives it to a step",
        ".woodpecker.yaml",
        text("""
        steps:
          test:
            image: python:3.12
            environment:
              DEFAULT_MODEL: none
            commands:
              - pytest
        """),
        found=((5, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "Buildkite sets it for all steps",
        ".buildkite/pipeline.yml",
        text("""
        env:
          AI_PROVIDER: fake
        steps:
          - command: make test
        """),
        found=((2, "AI_PROVIDER"),),
    ),
    Snippet(
        "Hydra resolves it from the environment",
        "conf/config.yaml",
        text("""
        model:
          name: ${oc.env:DEFAULT_MODEL,gpt-4o-mini}
          temperature: 0.2
        """),
        found=((2, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "a Taskfile sets and uses it",
        "Taskfile.yml",
        text("""
        version: "3"
        env:
          DEFAULT_MODEL: gpt-4o-mini
        tasks:
          serve:
            cmds:
              - docent serve --provider ${AI_PROVIDER}
        """),
        found=(
            (3, "DEFAULT_MODEL"),
            (7, "AI_PROVIDER"),
        ),
    ),
    Snippet(
        "Earthly takes it as an argument",
        "Earthfile",
        text("""
        VERSION 0.8
        FROM python:3.12-slim

        test:
            ARG DEFAULT_MODEL=none
            RUN pytest
        """),
        found=((5, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "a dotenv file with the linter's comments",
        "deploy/.env.stage",
        text("""
        # dotenv-linter:off UnorderedKey
        LOG_LEVEL=INFO
        export AI_PROVIDER='openai'
        # dotenv-linter:on UnorderedKey
        """),
        found=((3, "AI_PROVIDER"),),
    ),
    Snippet(
        "nginx keeps it for its workers and a template fills it in",
        "deploy/nginx.conf.template",
        text("""
        env AI_PROVIDER;
        events {}
        http {
          server {
            listen 80;
            add_header X-Model "${DEFAULT_MODEL}";
          }
        }
        """),
        found=(
            (1, "AI_PROVIDER"),
            (6, "DEFAULT_MODEL"),
        ),
    ),
    Snippet(
        "a Jenkinsfile sets it for its stages",
        "Jenkinsfile",
        text("""
        pipeline {
          agent any
          environment {
            LOG_LEVEL = 'INFO'
            AI_PROVIDER = 'fake'
          }
          stages {
            stage('test') {
              steps {
                sh 'make test'
              }
            }
          }
        }
        """),
        found=((5, "AI_PROVIDER"),),
    ),
    Snippet(
        "an allowance without a name lets nothing stand",
        "app/ask.py",
        text("""
        import os

        PROVIDER = os.environ.get("AI_PROVIDER")  # codemod: allow
        """),
        found=((3, "AI_PROVIDER"),),
    ),
    Snippet(
        "an allowance in a text lets nothing stand",
        "app/ask.py",
        text("""
        import os

        PROVIDER = os.environ.get("AI_PROVIDER", "codemod: allow[AI_PROVIDER] not a comment")
        """),
        found=((3, "AI_PROVIDER"),),
    ),
)
