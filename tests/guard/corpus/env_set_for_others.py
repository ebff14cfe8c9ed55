"""A retired variable set by unittest, or in the environment of a child."""

from __future__ import annotations

from snippet import Snippet, text

SNIPPETS = (
    Snippet(
        "patch.dict as a decorator sets it",
        "tests/test_models.py",
        text("""
        import os
        from unittest import mock

        from app.models import choose


        @mock.patch.dict(os.environ, {"DEFAULT_MODEL": "gpt-4o"})
        def test_chooses_the_large_model():
            assert choose().name == "gpt-4o"
        """),
        found=((7, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "patch.dict as a context sets it in several lines",
        "tests/test_providers.py",
        text("""
        import os
        from unittest import TestCase
        from unittest.mock import patch

        from app.providers import build


        class ProviderTests(TestCase):
            def test_builds_what_is_configured(self):
                environment = {
                    "OPENAI_API_KEY": "none",
                }
                with patch.dict(os.environ, {"AI_PROVIDER": "anthropic", **environment}, clear=True):
                    self.assertEqual(build().name, "anthropic")
        """),
        found=((13, "AI_PROVIDER"),),
    ),
    Snippet(
        "patch.dict takes the environment by its name",
        "tests/test_defaults.py",
        text("""
        from unittest import mock

        from app.defaults import provider


        def test_provider():
            with mock.patch.dict("os.environ", {"DEFAULT_AI_PROVIDER": "openai"}):
                assert provider() == "openai"
        """),
        found=((7, "DEFAULT_AI_PROVIDER"),),
    ),
    Snippet(
        "patch.dict takes it as a keyword",
        "tests/test_defaults.py",
        text("""
        import os
        from unittest.mock import patch


        def test_model():
            with patch.dict(os.environ, DEFAULT_MODEL="gpt-4o", TZ="UTC"):
                assert os.environ["TZ"] == "UTC"
        """),
        found=((6, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "a child gets it in a copy of the environment",
        "scripts/run_worker.py",
        text("""
        import os
        import subprocess
        import sys


        def main() -> int:
            env = {**os.environ, "AI_PROVIDER": "openai", "LOG_LEVEL": "DEBUG"}
            return subprocess.run([sys.executable, "-m", "app.worker"], env=env, check=False).returncode
        """),
        found=((7, "AI_PROVIDER"),),
    ),
    Snippet(
        "a child gets it in a joined dictionary",
        "scripts/smoke.py",
        text("""
        import os
        import subprocess

        subprocess.run(["docent", "ask", "why?"], env=os.environ | {"DEFAULT_MODEL": "gpt-4o-mini"}, check=True)
        """),
        found=((4, "DEFAULT_MODEL"),),
    ),
    Snippet(
        "a child gets it by dict with keywords",
        "scripts/smoke.py",
        text("""
        import os
        import subprocess

        subprocess.check_call(["docent", "serve"], env=dict(os.environ, AI_PROVIDER="openai"))
        """),
        found=((4, "AI_PROVIDER"),),
    ),
    Snippet(
        "a child gets it in a copy that is then changed",
        "tests/test_cli.py",
        text("""
        import os
        import subprocess


        def test_command_line():
            env = os.environ.copy()
            env["LOG_LEVEL"] = "DEBUG"
            env["USE_RESTORMEL_KEYS"] = "true"
            assert subprocess.run(["docent", "--help"], env=env, check=False).returncode == 0
        """),
        found=((8, "USE_RESTORMEL_KEYS"),),
    ),
    Snippet(
        "a function of the tests sets what it is given",
        "tests/test_settings.py",
        text("""
        import os
        from contextlib import contextmanager


        @contextmanager
        def environment(name, value):
            before = os.environ.get(name)
            os.environ[name] = value
            try:
                yield
            finally:
                if before is None:
                    del os.environ[name]
                else:
                    os.environ[name] = before


        def test_settings():
            with environment("AI_PROVIDER", "openai"):
                from app import settings

                assert settings.REGION
        """),
        found=((19, "AI_PROVIDER"),),
    ),
    Snippet(
        "setitem of monkeypatch sets it",
        "tests/test_settings.py",
        text("""
        import os


        def test_region(monkeypatch):
            monkeypatch.setitem(os.environ, "REGION", "us")
            monkeypatch.setitem(os.environ, "DEFAULT_MODEL", "gpt-4o")
        """),
        found=((6, "DEFAULT_MODEL"),),
    ),
)
