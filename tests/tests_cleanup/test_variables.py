"""A test that sets an environment variable does not read it: its config lines go once nothing else does."""

from __future__ import annotations

import pytest
from planning import check, findings

UNKNOWN = "sets USE_NEW, but what it forces is not known: cut it by hand"
READS = "still reads USE_NEW, so its config lines stay"
APP = """
        ? flag USE_NEW=true
        @ app.py
        - import os
        -
        -
          def run():
        -     return 1 if os.getenv("USE_NEW") == "true" else 2
        +     return 1
"""
GOES: dict[str, tuple[str, list[str]]] = {
    "a test that sets what is not known": (
        """
        @ .env
        - USE_NEW=true
          A=1
        @ tests/test_app.py
          import random

          from app import run


          def test_run(monkeypatch):
              monkeypatch.setenv("USE_NEW", random.choice(["true", "false"]))
              assert run()
        """,
        [f"tests/test_app.py:7: {UNKNOWN}"],
    ),
}
STAYS: dict[str, tuple[str, list[str]]] = {
    "a test that reads it": (
        """
        @ .env
          USE_NEW=true
        @ tests/billing/test_app.py
          import pytest


          def test_run(monkeypatch):
              monkeypatch.setenv("USE_NEW", other())
              assert environment()["USE_NEW"]
        """,
        [f"tests/billing/test_app.py:5: {UNKNOWN}", f"tests/billing/test_app.py:6: {READS}"],
    ),
}


@pytest.mark.parametrize(("drawing", "said"), (GOES | STAYS).values(), ids=GOES | STAYS)
def test_what_a_test_sets(drawing: str, said: list[str]) -> None:
    check(APP + drawing)
    assert findings(APP + drawing) == said


def test_a_kept_test_that_sets_a_removed_variable_is_named() -> None:
    drawing = """
        ? env OLD_URL
        ? keep tests/billing/
        @ .env
        - OLD_URL=x
          A=1
        @ tests/billing/test_app.py
          import os
          from unittest import mock


          @mock.patch.dict(os.environ, {"OLD_URL": "y"})
          def test_run():
              assert run()
    """
    check(drawing)
    assert findings(drawing) == ["tests/billing/test_app.py:5: sets OLD_URL, which nothing reads any more"]


def test_what_a_test_unsets_stays_where_a_table_of_the_code_names_the_variable() -> None:
    drawing = """
        ? env OLD_KEY
        @ app/keys.py
          import os

          KEYS = {"old": "OLD_KEY"}


          def key_of(provider):
              return os.environ.get(KEYS[provider])
        @ tests/test_keys.py
          def test_none(monkeypatch):
              monkeypatch.delenv("OLD_KEY", raising=False)
              assert key_of("old") is None
    """
    check(drawing)
    assert findings(drawing) == ["app/keys.py:3: still reads OLD_KEY, so its config lines stay"]


def test_what_forces_the_kept_value_stays_where_a_kept_file_reads_the_variable_by_a_constant() -> None:
    drawing = """
        ? flag USE_NEW=true
        ? keep vendor/
        @ app/keys.py
          KEY = "USE_NEW"
        @ app/run.py
        - import os
        -
        - from app.keys import KEY
        -
        -
          def run():
        -     return 1 if os.getenv(KEY) == "true" else 2
        +     return 1
        @ vendor/other.py
          import os

          from app.keys import KEY


          def other():
              return 1 if os.getenv(KEY) == "true" else 2
        @ tests/test_run.py
          from vendor.other import other


          def test_other(monkeypatch):
              monkeypatch.setenv("USE_NEW", "true")
              assert other() == 1
    """
    check(drawing)
    assert findings(drawing) == [
        "tests/test_run.py:5: forces the kept value and stays, since vendor/other.py is under KEEP",
        "vendor/other.py:7: reads the flag and is under KEEP, so the read stays",
        f"app/keys.py:1: {READS}",
        "vendor/other.py:7: reads USE_NEW, so its config lines stay",
    ]
