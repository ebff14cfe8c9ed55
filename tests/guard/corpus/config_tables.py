"""A retired variable set or used by a file of tables: INI, TOML, JSON, HCL."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "pytest's ini sets it by pytest-env",
        "pytest.ini",
        text("""
        [pytest]
        testpaths = tests
        env =
            D:DEFAULT_MODEL=gpt-4o-mini
            TZ=UTC
        """),
        found=((4, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "setup.cfg sets it by pytest-env",
        "setup.cfg",
        text("""
        [metadata]
        name = docent

        [tool:pytest]
        addopts = -q
        env =
            AI_PROVIDER=openai
        """),
        found=((7, "AI_PROVIDER"),),
    ),
    Snippet(
        "pyproject sets it for the tests",
        "pyproject.toml",
        text("""
        [project]
        name = "docent"
        version = "3.0"

        [tool.pytest.ini_options]
        testpaths = ["tests"]
        env = [
            "TZ=UTC",
            "D:DEFAULT_MODEL=gpt-4o-mini",
        ]
        """),
        found=((9, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "a table of pytest-env sets it",
        "pyproject.toml",
        text("""
        [tool.pytest_env]
        TZ = "UTC"
        RESTORMEL_ROLLOUT_PERCENT = "100"
        """),
        found=((3, "RESTORMEL_ROLLOUT_PERCENT"),),
    ),
    Snippet(
        "Vercel's file sets it",
        "vercel.json",
        text("""
        {
          "version": 2,
          "builds": [{ "src": "api/index.py", "use": "@vercel/python" }],
          "env": {
            "REGION": "eu",
            "AI_PROVIDER": "openai"
          }
        }
        """),
        found=((6, "AI_PROVIDER"),),
    ),
    Snippet(
        "Heroku's app.json describes it",
        "app.json",
        text("""
        {
          "name": "docent",
          "env": {
            "OPENAI_API_KEY": { "required": true },
            "DEFAULT_MODEL": {
              "description": "what is asked when nothing is chosen",
              "value": "gpt-4o-mini"
            }
          }
        }
        """),
        found=((5, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "a development container sets it",
        ".devcontainer/devcontainer.json",
        text("""
        {
          "name": "docent",
          "build": { "dockerfile": "Dockerfile" },
          "containerEnv": {
            "TZ": "UTC",
            "AI_PROVIDER": "openai"
          },
          "remoteEnv": { "DOCENT_MODEL": "${localEnv:DEFAULT_MODEL}" }
        }
        """),
        found=((6, "AI_PROVIDER"), (8, "DEFAULT_MODEL")),
    ),
    Snippet(
        "Fly sets it",
        "fly.toml",
        text("""
        app = "docent"
        primary_region = "ams"

        [build]
        dockerfile = "Dockerfile"

        [env]
        LOG_LEVEL = "INFO"
        DEFAULT_MODEL = "gpt-4o-mini"
        """),
        found=((9, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "Netlify sets it in one context",
        "netlify.toml",
        text("""
        [build]
        command = "make site"

        [context.production.environment]
        NODE_VERSION = "20"
        USE_RESTORMEL_KEYS = "true"
        """),
        found=((6, "USE_RESTORMEL_KEYS"),),
    ),
    Snippet(
        "a justfile exports it and a recipe uses another",
        "justfile",
        text("""
        export LOG_LEVEL := "INFO"
        export AI_PROVIDER := "openai"

        ask question:
            docent ask --model $DEFAULT_MODEL "{{question}}"
        """),
        found=((2, "AI_PROVIDER"), (5, "DEFAULT_MODEL")),
    ),
    Snippet(
        "a bake file declares and uses it",
        "docker-bake.hcl",
        text("""
        variable "DEFAULT_MODEL" {
          default = "gpt-4o-mini"
        }

        target "api" {
          context = "."
          args = {
            DEFAULT_MODEL = DEFAULT_MODEL
            LOG_LEVEL     = "INFO"
          }
        }
        """),
        found=((1, "DEFAULT_MODEL"), (8, "DEFAULT_MODEL")),
    ),
    Snippet(
        "supervisord gives it to a program",
        "deploy/supervisord.conf",
        text("""
        [supervisord]
        nodaemon=true

        [program:api]
        command=docent serve
        environment=LOG_LEVEL="INFO",AI_PROVIDER="openai",TZ="UTC"
        """),
        found=((6, "AI_PROVIDER"),),
    ),
    Snippet(
        "a shell file exports it",
        "scripts/env.sh",
        text("""
        #!/usr/bin/env bash
        set -euo pipefail

        export LOG_LEVEL=INFO
        export DEFAULT_AI_PROVIDER="openai"
        """),
        found=((5, "DEFAULT_AI_PROVIDER"),),
    ),
)
