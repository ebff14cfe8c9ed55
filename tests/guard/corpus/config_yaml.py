"""A retired variable set or used by a YAML file of a platform."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "compose sets it as a mapping and passes it from the host",
        "compose.yaml",
        text("""
        services:
          api:
            build: .
            environment:
              OPENAI_API_KEY: ${OPENAI_API_KEY}
              DEFAULT_MODEL: ${DEFAULT_MODEL:-gpt-4o-mini}
            ports: ["8000:8000"]
        """),
        found=((6, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "compose sets it in a list",
        "docker-compose.override.yml",
        text("""
        services:
          worker:
            image: docent
            environment:
              - LOG_LEVEL=DEBUG
              - AI_PROVIDER=openai
        """),
        found=((6, "AI_PROVIDER"),),
    ),
    Snippet(
        "compose passes it on by name alone",
        "docker-compose.yml",
        text("""
        version: "3.9"
        services:
          api:
            image: docent
            environment:
              - OPENAI_API_KEY
              - DEFAULT_AI_PROVIDER
        """),
        found=((7, "DEFAULT_AI_PROVIDER"),),
    ),
    Snippet(
        "compose uses it for another variable",
        "compose.yaml",
        text("""
        services:
          api:
            image: docent
            environment:
              DOCENT_MODEL: "${DEFAULT_MODEL}"
        """),
        found=((5, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "a workflow sets it for a step",
        ".github/workflows/test.yml",
        text("""
        name: test
        on: [push, pull_request]
        jobs:
          test:
            runs-on: ubuntu-latest
            steps:
              - uses: actions/checkout@v4
              - run: pip install -e .[test]
              - name: Tests
                run: pytest -q
                env:
                  OPENAI_API_KEY: ${{ secrets.OPENAI_API_KEY }}
                  USE_RESTORMEL_KEYS: "true"
        """),
        found=((13, "USE_RESTORMEL_KEYS"),),
    ),
    Snippet(
        "a workflow takes it from the secrets",
        ".github/workflows/deploy.yml",
        text("""
        name: deploy
        on:
          push:
            branches: [main]
        jobs:
          deploy:
            runs-on: ubuntu-latest
            steps:
              - uses: actions/checkout@v4
              - run: ./scripts/deploy.sh
                env:
                  PROVIDER: ${{ secrets.AI_PROVIDER }}
        """),
        found=((12, "AI_PROVIDER"),),
    ),
    Snippet(
        "a workflow's command uses it",
        ".github/workflows/smoke.yml",
        text("""
        name: smoke
        on: workflow_dispatch
        jobs:
          smoke:
            runs-on: ubuntu-latest
            steps:
              - name: Ask
                run: |
                  set -e
                  echo "asking"
                  docent ask --model "$DEFAULT_MODEL" "why?"
        """),
        found=((11, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "GitLab sets it for all jobs",
        ".gitlab-ci.yml",
        text("""
        stages: [test, deploy]

        variables:
          PIP_CACHE_DIR: "$CI_PROJECT_DIR/.pip"
          AI_PROVIDER: openai

        test:
          stage: test
          image: python:3.12
          script:
            - pip install -e .
            - pytest
        """),
        found=((5, "AI_PROVIDER"),),
    ),
    Snippet(
        "a GitLab rule and a script use it",
        ".gitlab-ci.yml",
        text("""
        deploy:
          image: alpine
          rules:
            - if: '$USE_RESTORMEL_KEYS == "true"'
          script:
            - ./deploy.sh --model "${DEFAULT_MODEL}"
        """),
        found=((4, "USE_RESTORMEL_KEYS"), (6, "DEFAULT_MODEL")),
    ),
)
