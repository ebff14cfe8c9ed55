"""Python in which something else than the environment holds the name of a retired variable."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "a configuration parser holds it",
        "app/ini_settings.py",
        text("""
        from configparser import ConfigParser

        parser = ConfigParser()
        parser.read("docent.ini")
        PROVIDER = parser.get("routing", "AI_PROVIDER", fallback="openai")
        MODEL = parser["routing"]["DEFAULT_MODEL"]
        """),
    ),
    Snippet(
        "Flask's config is asked, which is filled from a file",
        "app/__init__.py",
        text("""
        from flask import Flask

        app = Flask(__name__)
        app.config.from_pyfile("docent.cfg")
        provider = app.config.get("AI_PROVIDER", "openai")
        """),
    ),
    Snippet(
        "Django's settings are asked for an attribute of that name",
        "app/assistants.py",
        text("""
        from django.conf import settings


        def provider():
            return getattr(settings, "AI_PROVIDER", None) or settings.DEFAULT_MODEL
        """),
    ),
    Snippet(
        "patch.dict changes another dictionary",
        "tests/test_tenants.py",
        text("""
        from unittest import mock

        from app import tenants


        def test_provider():
            with mock.patch.dict(tenants.SETTINGS, {"AI_PROVIDER": "anthropic"}):
                assert tenants.SETTINGS["AI_PROVIDER"] == "anthropic"
        """),
    ),
    Snippet(
        "monkeypatch changes another variable and another dictionary",
        "tests/test_tenants.py",
        text("""
        def test_tenant(monkeypatch, tenant):
            monkeypatch.setenv("TENANT", "AI_PROVIDER")
            monkeypatch.setitem(tenant.settings, "DEFAULT_MODEL", "gpt-4o")
            monkeypatch.setattr(tenant, "AI_PROVIDER", "openai", raising=False)
            assert tenant.name
        """),
    ),
    Snippet(
        "a payload for another service has it as a key",
        "app/webhook.py",
        text("""
        import os

        import httpx


        def notify(url):
            payload = {"AI_PROVIDER": "openai", "DEFAULT_MODEL": "gpt-4o", "host": os.environ.get("HOST")}
            return httpx.post(url, json=payload)
        """),
    ),
    Snippet(
        "the column of a table is called so",
        "app/db.py",
        text("""
        QUERY = "SELECT id, DEFAULT_MODEL FROM tenants WHERE AI_PROVIDER = %s"


        def tenants(cursor, provider):
            cursor.execute(QUERY, (provider,))
            return [row["DEFAULT_MODEL"] for row in cursor]
        """),
    ),
)
