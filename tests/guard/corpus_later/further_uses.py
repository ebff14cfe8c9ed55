"""Uses drawn after the first ones of this corpus were all found."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "Fabric's context runs a command with it",
        "fabfile.py",
        text("""
        from fabric import Connection


        def deploy():
            with Connection("docent.example.org") as c:
                c.run("systemctl restart docent", env={"AI_PROVIDER": "openai"})
        """),
        found=((6, "AI_PROVIDER"),),
    ),
    Snippet(
        "a wrapper class keeps a copy",
        "app/environment.py",
        text("""
        import os


        class Environment:
            def __init__(self):
                self.values = dict(os.environ)

            def model(self):
                return self.values.get("DEFAULT_MODEL", "")
        """),
        found=((9, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "a list of names is read by any",
        "app/health.py",
        text("""
        import os

        REQUIRED = ("OPENAI_API_KEY", "DEFAULT_AI_PROVIDER")


        def missing():
            return [name for name in REQUIRED if name not in os.environ]
        """),
        found=((7, "DEFAULT_AI_PROVIDER"),),
    ),
    Snippet(
        "a table of old and new names is read",
        "app/health.py",
        text("""
        import os

        OLD = {"AI_PROVIDER": "PROVIDER", "MODEL": "MODEL_NAME"}

        for old, new in OLD.items():
            if old in os.environ:
                os.environ[new] = os.environ[old]
        """),
        found=(
            (6, "AI_PROVIDER"),
            (7, "AI_PROVIDER"),
        ),
    ),
    Snippet(
        "pytest's fixture of subprocesses gets it",
        "tests/test_cli.py",
        text("""
        import subprocess
        import sys


        def test_help(tmp_path):
            env = {"HOME": str(tmp_path), "USE_RESTORMEL_KEYS": "false"}
            subprocess.run([sys.executable, "-m", "app", "--help"], env=env, check=True)
        """),
        found=((6, "USE_RESTORMEL_KEYS"),),
    ),
    Snippet(
        "Ruby deletes it for a block",
        "spec/model_spec.rb",
        text("""
        RSpec.describe Model do
          around do |example|
            ENV.delete("DEFAULT_MODEL")
            example.run
          end
        end
        """),
        found=((3, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "JavaScript sets and deletes it",
        "web/test/setup.ts",
        text("""
        process.env.AI_PROVIDER = "fake";
        delete process.env["DEFAULT_MODEL"];
        """),
        found=(
            (1, "AI_PROVIDER"),
            (2, "DEFAULT_MODEL"),
        ),
    ),
    Snippet(
        "Go's tests set it",
        "gate/gate_test.go",
        text("""
        package gate

        import "testing"

        func TestGate(t *testing.T) {
        \tt.Setenv("USE_RESTORMEL_KEYS", "false")
        }
        """),
        found=((6, "USE_RESTORMEL_KEYS"),),
    ),
    Snippet(
        "Java asks the map of the environment",
        "gateway/src/Gateway.java",
        text("""
        class Gateway {
            String provider() {
                return System.getenv().getOrDefault("AI_PROVIDER", "openai");
            }
        }
        """),
        found=((3, "AI_PROVIDER"),),
    ),
    Snippet(
        "Spring takes it as a placeholder",
        "gateway/src/main/resources/application.yml",
        text("""
        docent:
          region: eu
          model: ${DEFAULT_MODEL:gpt-4o-mini}
        """),
        found=((3, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "a systemd timer's service unsets it",
        "deploy/clean.service",
        text("""
        [Service]
        UnsetEnvironment=AI_PROVIDER
        ExecStart=/usr/bin/docent clean
        """),
        found=((2, "AI_PROVIDER"),),
    ),
    Snippet(
        "a GitLab trigger passes it on",
        ".gitlab-ci.yml",
        text("""
        deploy:
          variables:
            AI_PROVIDER: openai
          trigger: docent/deploy
        """),
        found=((3, "AI_PROVIDER"),),
    ),
    Snippet(
        "gcloud deploys with it",
        "scripts/gcloud.sh",
        text(r"""
        #!/bin/sh
        set -eu
        gcloud run deploy docent --image docent:3 \
          --update-env-vars REGION=eu,DEFAULT_MODEL=gpt-4o-mini
        """),
        found=((4, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "Pulumi gives it to a container",
        "infra/index.ts",
        text("""
        import * as k8s from "@pulumi/kubernetes";

        new k8s.apps.v1.Deployment("docent", {
          spec: {
            template: {
              spec: { containers: [{ name: "api", env: [{ name: "AI_PROVIDER", value: "openai" }] }] },
            },
          },
        });
        """),
        found=((6, "AI_PROVIDER"),),
    ),
    Snippet(
        "a lazy table of exports brings the class back",
        "app/__init__.py",
        text("""
        import importlib

        _LAZY = {"Router": "app.router"}


        def __getattr__(name):
            return getattr(importlib.import_module(_LAZY[name]), name)


        from app.router import LegacyRouter  # noqa: E402, F401
        """),
        found=((10, "app.router.LegacyRouter"),),
    ),
    Snippet(
        "a registry names the class by its path",
        "project/settings/production.py",
        text("""
        REST_FRAMEWORK = {
            "DEFAULT_ROUTER_CLASS": "app.router.LegacyRouter",
        }
        """),
        found=((2, "app.router.LegacyRouter"),),
    ),
    Snippet(
        "a pipeline of Dagster loads the removed module",
        "workspace.yaml",
        text("""
        load_from:
          - python_module: app.ai_router
        """),
        found=((2, "app/ai_router.py"),),
    ),
    Snippet(
        "Gunicorn's command in a compose file serves from the removed folder",
        "compose.yaml",
        text("""
        services:
          web:
            image: docent:3
            command: gunicorn app.legacy.wsgi:application --bind 0.0.0.0:8000
        """),
        found=((4, "app/legacy/"),),
    ),
    Snippet(
        "Celery's command in a Procfile loads the removed module",
        "Procfile",
        text("""
        worker: celery -A app.ai_router worker
        """),
        found=((1, "app/ai_router.py"),),
    ),
    Snippet(
        "a shell script sources a removed one",
        "scripts/all.sh",
        text("""
        #!/usr/bin/env bash
        set -euo pipefail
        source "$(dirname "$0")/common.sh"
        . scripts/old_env.sh
        """),
        found=((4, "scripts/old_*.sh"),),
    ),
    Snippet(
        "a workflow runs a removed script by its own line",
        ".github/workflows/clean.yml",
        text("""
        name: clean
        on: workflow_dispatch
        jobs:
          clean:
            runs-on: ubuntu-latest
            steps:
              - run: scripts/old_clean.sh --all
        """),
        found=((7, "scripts/old_*.sh"),),
    ),
    Snippet(
        "tox runs the removed module",
        "tox.ini",
        text("""
        [testenv:route]
        commands =
            python -m app.ai_router --check
        """),
        found=((3, "app/ai_router.py"),),
    ),
    Snippet(
        "waffle's switch is made in a factory's call",
        "tests/conftest.py",
        text("""
        import pytest
        from waffle.models import Switch


        @pytest.fixture
        def new_router(db):
            return Switch.objects.update_or_create(name="new-router", defaults={"active": True})[0]
        """),
        found=((7, "new-router"),),
    ),
    Snippet(
        "React asks LaunchDarkly for all and takes the key",
        "web/src/App.tsx",
        text("""
        import { useFlags } from "launchdarkly-react-client-sdk";

        export const App = () => {
          const flags = useFlags();
          return flags["new-router"] ? "new" : "old";
        };
        """),
        found=((5, "new-router"),),
    ),
    Snippet(
        "a class checks the expression in a property",
        "app/accounts.py",
        text("""
        from app.features import Feature


        class Account:
            @property
            def is_new(self):
                return self.plan.has_feature(feature := Feature.NEW_ROUTER)
        """),
        found=((7, "$P.has_feature(Feature.NEW_ROUTER)"),),
    ),
)
