"""Longer files that test and deploy: what they say of the past, what they use of it, and what only looks alike."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "a compose file with anchors, comments and longer names",
        "deploy/docker-compose.prod.yml",
        text("""
        # DEFAULT_MODEL and AI_PROVIDER went with 3.0
        x-environment: &environment
          LOG_LEVEL: INFO
          AI_PROVIDER_URL: https://api.example.org
          DEFAULT_AI_PROVIDER: openai

        services:
          api:
            image: docent:3
            environment:
              <<: *environment
              OPENAI_API_KEY: ${OPENAI_API_KEY}
              # AI_PROVIDER: openai
              DOCENT_DEFAULT_MODEL: gpt-4o-mini
          worker:
            image: docent:3
            command: ["docent", "work", "--model", "${DEFAULT_MODEL:-gpt-4o-mini}"]
            environment:
              <<: *environment
            labels:
              note: "AI_PROVIDER is gone"
        """),
        found=((5, "DEFAULT_AI_PROVIDER"), (17, "DEFAULT_MODEL")),
    ),
    Snippet(
        "a workflow with a matrix, comments and one use",
        ".github/workflows/ci.yml",
        text("""
        name: ci
        on:
          push:
            branches: [main]
          pull_request:

        permissions:
          contents: read

        jobs:
          test:
            runs-on: ubuntu-latest
            strategy:
              matrix:
                python: ["3.11", "3.12"]
            steps:
              - uses: actions/checkout@v4
              - uses: actions/setup-python@v5
                with:
                  python-version: ${{ matrix.python }}
              - name: Install
                run: pip install -e .[test]
              # AI_PROVIDER and DEFAULT_MODEL are not needed by the tests
              - name: Tests (no DEFAULT_MODEL)
                run: pytest -q
                env:
                  OPENAI_API_KEY: none
                  AI_PROVIDER_V2: openai
              - name: Smoke
                if: github.ref == 'refs/heads/main'
                run: |
                  echo "AI_PROVIDER is not read any more"
                  python -m app.smoke
                env:
                  OPENAI_API_KEY: ${{ secrets.OPENAI_API_KEY }}
                  RESTORMEL_ROLLOUT_PERCENT: ${{ vars.RESTORMEL_ROLLOUT_PERCENT }}
        """),
        found=((36, "RESTORMEL_ROLLOUT_PERCENT"),),
    ),
    Snippet(
        "a test module that sets, patches and only talks",
        "tests/test_migration.py",
        text('''
        """Version 2 to 3: what must not matter any more (AI_PROVIDER, app.ai_router)."""

        import os
        from unittest import mock

        import pytest

        from app import answers, flags


        @pytest.fixture
        def tenant():
            return {"AI_PROVIDER": "openai", "DEFAULT_MODEL": "gpt-4o"}


        @pytest.fixture(autouse=True)
        def clean_environment(monkeypatch):
            monkeypatch.setenv("OPENAI_API_KEY", "none")
            monkeypatch.delenv("DEFAULT_AI_PROVIDER", raising=False)


        def test_tenants_keep_their_provider(tenant):
            with mock.patch.dict(tenant, {"AI_PROVIDER": "anthropic"}):
                assert answers.provider(tenant) == "anthropic", "AI_PROVIDER of the tenant"


        @pytest.mark.parametrize("checkout", [True, False])
        def test_checkout(checkout, client):
            with mock.patch.object(flags, "NEW_CHECKOUT", checkout):
                assert client.get("/checkout").status_code == 200


        @mock.patch.dict(os.environ, {"AI_TIMEOUT": "1", "AI_PROVIDER_V2": "openai"})
        @mock.patch("app.answers.restormel.resolve", side_effect=TimeoutError)
        def test_fallback(resolve):
            assert answers.answer("why?") == "AI_PROVIDER"
        '''),
        found=((19, "DEFAULT_AI_PROVIDER"), (29, "app.flags.NEW_CHECKOUT")),
    ),
    Snippet(
        "a deploy script with options, a here-document and messages",
        "scripts/deploy.sh",
        text("""
        #!/usr/bin/env bash
        # Deploys docent. AI_PROVIDER is not needed any more.
        set -euo pipefail

        usage() {
          cat <<'EOF'
        usage: deploy.sh [-n]

          $AI_PROVIDER and $DEFAULT_MODEL were read until 3.0.
        EOF
        }

        while getopts "nh" option; do
          case "$option" in
            n) DRY_RUN=1 ;;
            h) usage; exit 0 ;;
            *) usage >&2; exit 2 ;;
          esac
        done

        MODEL_NAME="${DEFAULT_MODEL_NAME:-gpt-4o-mini}"
        # export AI_PROVIDER=openai
        if [[ "${RESTORMEL_ROLLOUT_PERCENT:-100}" -lt 100 ]]; then
          echo "the rollout is not complete; RESTORMEL_ROLLOUT_PERCENT decides" >&2
          exit 1
        fi
        [[ -n "${DRY_RUN:-}" ]] || docker push "docent:$MODEL_NAME"
        """),
        found=((23, "RESTORMEL_ROLLOUT_PERCENT"),),
    ),
)
