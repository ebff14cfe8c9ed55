"""A retired variable set or used by a configuration file of lines or blocks."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "a dotenv example sets it",
        ".env.example",
        text("""
        # Copy to .env and fill in.

        OPENAI_API_KEY=

        # --- Routing ---
        AI_PROVIDER=openai
        REGION=eu
        """),
        found=((6, "AI_PROVIDER"),),
    ),
    Snippet(
        "a dotenv file uses it in another value",
        ".env.test",
        text("""
        BASE=docent
        DOCENT_MODEL=${DEFAULT_MODEL}
        export USE_RESTORMEL_KEYS=true
        """),
        found=((2, "DEFAULT_MODEL"), (3, "USE_RESTORMEL_KEYS")),
    ),
    Snippet(
        "a Dockerfile takes it as an argument and sets it",
        "Dockerfile",
        text(r"""
        FROM python:3.12-slim
        WORKDIR /app
        ARG DEFAULT_MODEL=gpt-4o-mini
        ENV PYTHONUNBUFFERED=1 \
            LOG_LEVEL=INFO \
            AI_PROVIDER=openai
        COPY . .
        RUN pip install --no-cache-dir .
        CMD ["docent", "serve"]
        """),
        found=((3, "DEFAULT_MODEL"), (6, "AI_PROVIDER")),
    ),
    Snippet(
        "a Dockerfile's command uses it",
        "docker/warm.Dockerfile",
        text("""
        FROM docent:3
        # fetch the weights while the image is built
        RUN docent warm --model "${DEFAULT_MODEL:-gpt-4o-mini}"
        """),
        found=((3, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "Terraform gives it to a function",
        "infra/lambda.tf",
        text("""
        resource "aws_lambda_function" "docent" {
          function_name = "docent"
          handler       = "docent.ask"

          environment {
            variables = {
              LOG_LEVEL   = "INFO"
              AI_PROVIDER = "openai"
            }
          }
        }
        """),
        found=((8, "AI_PROVIDER"),),
    ),
    Snippet(
        "Terraform gives it to a container by name",
        "infra/run.tf",
        text("""
        resource "google_cloud_run_v2_service" "docent" {
          name = "docent"
          template {
            containers {
              image = "docent"
              env {
                name  = "DEFAULT_MODEL"
                value = var.model
              }
            }
          }
        }
        """),
        found=((7, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "a Procfile sets it before the command",
        "Procfile",
        text("""
        release: docent migrate
        web: AI_PROVIDER=openai docent serve --port $PORT
        worker: docent work --model $DEFAULT_MODEL
        """),
        found=((2, "AI_PROVIDER"), (3, "DEFAULT_MODEL")),
    ),
    Snippet(
        "a systemd unit sets it",
        "deploy/docent.service",
        text("""
        [Unit]
        Description=Docent
        After=network.target

        [Service]
        EnvironmentFile=/etc/docent.env
        Environment=LOG_LEVEL=INFO "AI_PROVIDER=openai"
        ExecStart=/usr/bin/docent serve --model ${DEFAULT_MODEL}
        Restart=always

        [Install]
        WantedBy=multi-user.target
        """),
        found=((7, "AI_PROVIDER"), (8, "DEFAULT_MODEL")),
    ),
    Snippet(
        "a Makefile exports and uses it",
        "Makefile",
        text("""
        export LOG_LEVEL ?= INFO
        export DEFAULT_MODEL ?= gpt-4o-mini

        .PHONY: serve
        serve:
        \tdocent serve --provider $(AI_PROVIDER)
        """),
        found=((2, "DEFAULT_MODEL"), (6, "AI_PROVIDER")),
    ),
    Snippet(
        "a Makefile's recipe uses the shell's",
        "Makefile",
        text("""
        .PHONY: ask
        ask:
        \t@echo "asking"
        \tdocent ask --model "$${DEFAULT_MODEL}" "why?"
        """),
        found=((4, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "tox sets it and passes another",
        "tox.ini",
        text("""
        [tox]
        envlist = py311, py312

        [testenv]
        deps = pytest
        setenv =
            TZ = UTC
            USE_RESTORMEL_KEYS = true
        passenv =
            OPENAI_API_KEY
            AI_PROVIDER
        commands = pytest {posargs}
        """),
        found=((8, "USE_RESTORMEL_KEYS"), (11, "AI_PROVIDER")),
    ),
)
