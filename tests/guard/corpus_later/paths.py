"""A removed file or folder imported, run or opened in ways the first corpus left out."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "an installed application of Django is the removed folder",
        "project/settings.py",
        text("""
        INSTALLED_APPS = [
            "django.contrib.auth",
            "app.legacy",
            "app.core",
        ]
        """),
        found=((3, "app/legacy/"),),
    ),
    Snippet(
        "a middleware of Django stands in the removed file",
        "project/settings.py",
        text("""
        MIDDLEWARE = (
            "django.middleware.common.CommonMiddleware",
            "app.ai_router.RouterMiddleware",
        )
        """),
        found=((3, "app/ai_router.py"),),
    ),
    Snippet(
        "URLs of the removed folder are included",
        "project/urls.py",
        text("""
        from django.urls import include, path

        urlpatterns = [
            path("ask/", include("app.core.urls")),
            path("old/", include("app.legacy.urls")),
        ]
        """),
        found=((5, "app/legacy/"),),
    ),
    Snippet(
        "pytest loads plugins of the removed folder",
        "conftest.py",
        text("""
        pytest_plugins = ["app.testing", "app.legacy.fixtures"]
        """),
        found=((1, "app/legacy/"),),
    ),
    Snippet(
        "runpy runs the removed module",
        "tools/run.py",
        text("""
        import runpy

        runpy.run_module("app.ai_router", run_name="__main__")
        """),
        found=((3, "app/ai_router.py"),),
    ),
    Snippet(
        "a child runs the removed module",
        "tools/run.py",
        text("""
        import subprocess
        import sys

        subprocess.run([sys.executable, "-m", "app.ai_router", "--once"], check=True)
        """),
        found=((4, "app/ai_router.py"),),
    ),
    Snippet(
        "a child runs a removed script",
        "tools/release.py",
        text("""
        import subprocess

        subprocess.check_call(["bash", "scripts/old_deploy.sh", "production"])
        """),
        found=((3, "scripts/old_*.sh"),),
    ),
    Snippet(
        "a prompt of the removed folder is opened",
        "app/prompts.py",
        text("""
        from pathlib import Path

        SYSTEM = Path("app/legacy/prompts/system.md").read_text(encoding="utf-8")
        """),
        found=((3, "app/legacy/"),),
    ),
    Snippet(
        "the resources of the removed folder are asked for",
        "app/prompts.py",
        text("""
        from importlib.resources import files

        SYSTEM = files("app.legacy").joinpath("prompts/system.md").read_text(encoding="utf-8")
        """),
        found=((3, "app/legacy/"),),
    ),
    Snippet(
        "a Makefile runs a removed script",
        "Makefile",
        text("""
        .PHONY: deploy
        deploy: build
        \t./scripts/old_deploy.sh production
        """),
        found=((3, "scripts/old_*.sh"),),
    ),
    Snippet(
        "a Makefile runs the removed module",
        "Makefile",
        text("""
        route:
        \tpython -m app.ai_router --once
        """),
        found=((2, "app/ai_router.py"),),
    ),
    Snippet(
        "a Dockerfile copies a removed script",
        "Dockerfile",
        text("""
        FROM python:3.12-slim
        COPY pyproject.toml /srv/
        COPY scripts/old_start.sh /srv/start.sh
        CMD ["/srv/start.sh"]
        """),
        found=((3, "scripts/old_*.sh"),),
    ),
    Snippet(
        "a workflow runs a removed script",
        ".github/workflows/release.yml",
        text("""
        name: release
        on: workflow_dispatch
        jobs:
          release:
            runs-on: ubuntu-latest
            steps:
              - uses: actions/checkout@v4
              - run: |
                  make build
                  bash scripts/old_deploy.sh production
        """),
        found=((10, "scripts/old_*.sh"),),
    ),
    Snippet(
        "a hook of pre-commit runs a removed script",
        ".pre-commit-config.yaml",
        text("""
        repos:
          - repo: local
            hooks:
              - id: lint
                name: lint
                language: script
                entry: scripts/old_lint.sh
        """),
        found=((7, "scripts/old_*.sh"),),
    ),
    Snippet(
        "a script of package.json runs a removed script",
        "package.json",
        text("""
        {
          "name": "docent-web",
          "scripts": {
            "build": "vite build",
            "deploy": "sh scripts/old_deploy.sh"
          }
        }
        """),
        found=((5, "scripts/old_*.sh"),),
    ),
    Snippet(
        "an entry point names the removed function",
        "pyproject.toml",
        text("""
        [project]
        name = "docent"
        version = "3"

        [project.scripts]
        docent = "app.cli:main"
        docent-resolve = "app.resolve:legacy_resolve"
        """),
        found=((7, "app.resolve.legacy_resolve"),),
    ),
    Snippet(
        "an entry point of setup.cfg is in the removed module",
        "setup.cfg",
        text("""
        [metadata]
        name = docent

        [options.entry_points]
        console_scripts =
            docent = app.cli:main
            docent-route = app.ai_router:main
        """),
        found=((7, "app/ai_router.py"),),
    ),
    Snippet(
        "a Procfile serves what the removed module holds",
        "Procfile",
        text("""
        web: uvicorn app.ai_router:app --port $PORT
        """),
        found=((1, "app/ai_router.py"),),
    ),
    Snippet(
        "the settings of the tests lie in the removed folder",
        "pyproject.toml",
        text("""
        [tool.pytest.ini_options]
        DJANGO_SETTINGS_MODULE = "app.legacy.settings"
        addopts = "-q"
        """),
        found=((2, "app/legacy/"),),
    ),
)
