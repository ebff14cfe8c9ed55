"""Files of platforms and builds that do not set or use a retired variable."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "a Kubernetes object names it in an annotation and as a value",
        "deploy/api.yaml",
        text("""
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: docent
          annotations:
            docent.example.org/note: AI_PROVIDER is not set any more
        spec:
          template:
            spec:
              containers:
                - name: api
                  env:
                    - name: REMOVED
                      value: DEFAULT_MODEL
                    - name: AI_PROVIDER_V2
                      value: openai
        """),
    ),
    Snippet(
        "a Dockerfile has it commented out and prints a word",
        "Dockerfile",
        text(r"""
        FROM python:3.12-slim
        # ENV AI_PROVIDER=openai
        ENV AI_PROVIDER_V2=openai \
            LOG_LEVEL=INFO
        LABEL note="DEFAULT_MODEL is gone"
        RUN echo "no DEFAULT_MODEL here"
        CMD ["docent", "serve"]
        """),
    ),
    Snippet(
        "Terraform has another variable and a description",
        "infra/variables.tf",
        text("""
        variable "ai_provider_v2" {
          description = "replaces AI_PROVIDER"
          default     = "openai"
        }

        # AI_PROVIDER = "openai"
        """),
    ),
    Snippet(
        "a systemd unit has it commented out",
        "deploy/docent.service",
        text("""
        [Unit]
        Description=Docent without AI_PROVIDER

        [Service]
        #Environment=AI_PROVIDER=openai
        ; Environment=DEFAULT_MODEL=gpt-4o
        Environment=AI_PROVIDER_V2=openai
        ExecStart=/usr/bin/docent serve
        """),
    ),
    Snippet(
        "a Makefile speaks of it",
        "Makefile",
        text("""
        # export DEFAULT_MODEL ?= gpt-4o-mini
        export DEFAULT_MODEL_NAME ?= gpt-4o-mini

        .PHONY: help
        help:
        \t@echo "AI_PROVIDER is gone"
        \tdocent serve --model $(DEFAULT_MODEL_NAME)
        """),
    ),
    Snippet(
        "tox and pytest set other names",
        "tox.ini",
        text("""
        [testenv]
        description = runs without AI_PROVIDER
        setenv =
            AI_PROVIDER_V2 = openai
            # DEFAULT_MODEL = gpt-4o
        passenv = OPENAI_API_KEY

        [pytest]
        markers =
            live: needs a key, no DEFAULT_MODEL
        """),
    ),
    Snippet(
        "pyproject names it in a description and a list of words",
        "pyproject.toml",
        text("""
        [project]
        name = "docent"
        version = "3.0"
        description = "Answers without AI_PROVIDER"

        [tool.codespell]
        ignore-words-list = "DEFAULT_MODEL,AI_PROVIDER"

        [tool.docent]
        retired = ["AI_PROVIDER", "DEFAULT_MODEL", "new-router"]
        # AI_PROVIDER = "openai"
        """),
    ),
    Snippet(
        "a JSON schema has a property of that name",
        "schemas/tenant.json",
        text("""
        {
          "type": "object",
          "properties": {
            "AI_PROVIDER": { "type": "string" },
            "DEFAULT_MODEL": { "type": "string", "description": "was DEFAULT_MODEL" }
          },
          "required": ["AI_PROVIDER"]
        }
        """),
    ),
    Snippet(
        "a deployment file in JSON sets longer names",
        "vercel.json",
        text("""
        {
          "version": 2,
          "env": { "AI_PROVIDER_V2": "openai", "NOTE": "AI_PROVIDER is gone" }
        }
        """),
    ),
    Snippet(
        "supervisord has it commented out",
        "deploy/supervisord.conf",
        text("""
        [program:api]
        command=docent serve
        ; environment=AI_PROVIDER="openai"
        environment=LOG_LEVEL="INFO",AI_PROVIDER_V2="openai"
        """),
    ),
    Snippet(
        "the kept variable is set",
        "compose.override.yaml",
        text("""
        services:
          api:
            environment:
              OPENAI_API_KEY: ${OPENAI_API_KEY:?set it}
              OPENAI_API_BASE: https://api.example.org
        """),
    ),
)
