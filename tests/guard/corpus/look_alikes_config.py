"""Configuration that does not set or use a retired variable: comments, longer names, keys of something else."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "a dotenv file has it commented out",
        ".env.example",
        text("""
        # AI_PROVIDER=openai
        #DEFAULT_MODEL=gpt-4o-mini
          # USE_RESTORMEL_KEYS=true
        OPENAI_API_KEY=
        REGION=eu # AI_PROVIDER decided this before
        """),
    ),
    Snippet(
        "a dotenv file sets longer names",
        ".env.test",
        text("""
        MY_AI_PROVIDER=openai
        AI_PROVIDER_V2=openai
        DEFAULT_MODEL_NAME=gpt-4o-mini
        X_RESTORMEL_ROLLOUT_PERCENT=100
        """),
    ),
    Snippet(
        "a dotenv file has the name as a value",
        ".env.docs",
        text("""
        REPLACED="AI_PROVIDER"
        NOTE='DEFAULT_MODEL is gone'
        """),
    ),
    Snippet(
        "compose has it commented out and sets longer names",
        "compose.yaml",
        text("""
        services:
          api:
            image: docent
            environment:
              OPENAI_API_KEY: ${OPENAI_API_KEY}
              # DEFAULT_MODEL: gpt-4o-mini
              DOCENT_DEFAULT_MODEL: ${DOCENT_DEFAULT_MODEL:-gpt-4o-mini}
              AI_PROVIDER_URL: https://api.example.org
        """),
    ),
    Snippet(
        "a workflow speaks of it in a name and a comment",
        ".github/workflows/test.yml",
        text("""
        name: test without AI_PROVIDER
        on: push
        jobs:
          test:
            name: DEFAULT_MODEL is not needed
            runs-on: ubuntu-latest
            steps:
              # AI_PROVIDER: openai
              - run: pytest # DEFAULT_MODEL is gone
                env:
                  AI_PROVIDER_V2: ${{ secrets.AI_PROVIDER_V2 }}
        """),
    ),
    Snippet(
        "GitLab has it commented out",
        ".gitlab-ci.yml",
        text("""
        variables:
          TZ: UTC
          # AI_PROVIDER: openai
        test:
          script:
            - pytest
            # - docent ask --model "$DEFAULT_MODEL"
            - docent ask --model "$DEFAULT_MODEL_NAME"
        """),
    ),
    Snippet(
        "a locale's file has it as a key",
        "locales/de.yml",
        text("""
        de:
          settings:
            AI_PROVIDER: Anbieter
            DEFAULT_MODEL: Voreingestelltes Modell
        """),
    ),
    Snippet(
        "an OpenAPI document describes a field of that name",
        "docs/openapi.yaml",
        text("""
        openapi: 3.1.0
        info:
          title: Docent
          version: "3"
        components:
          schemas:
            Tenant:
              type: object
              properties:
                AI_PROVIDER:
                  type: string
                  description: was read from AI_PROVIDER until version 2
                DEFAULT_MODEL:
                  type: string
        """),
    ),
    Snippet(
        "the inventory itself lists it",
        "legacy-inventory.yaml",
        text("""
        version: 1
        flags:
          - env: USE_RESTORMEL_KEYS
            value: "true"
          - sdk: django-waffle
            key: new-router
            value: true
        remove:
          - path: app/ai_router.py
          - name: app.resolve.legacy_resolve
          - env: AI_PROVIDER
          - env: DEFAULT_MODEL
        """),
    ),
)
