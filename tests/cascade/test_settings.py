"""A setting goes with the last read of it in each environment, unless something else reads it."""

from __future__ import annotations

from pathlib import Path

import pytest
from folding import Memory
from planning import check, findings

from legacy_codemod import plan
from legacy_codemod.model import ExprFlag, Inventory, Item, Place, Request
from legacy_codemod.tree import tree_of
from legacy_codemod.workspace import Workspace

STAYS = {
    "Django reads it too": """
        @ shop/__init__.py
        @ shop/settings.py
          INSTALLED_APPS = ["django.contrib.auth"]
          LANGUAGE_CODE = "de"
        @ shop/views.py
        - from django.conf import settings
        -
        -
          def run():
        -     return 1 if is_new() else settings.LANGUAGE_CODE
        +     return 1
    """,
    "an app of another distribution may read it": """
        @ shop/__init__.py
        @ shop/settings.py
          INSTALLED_APPS = ["django.contrib.auth", "corsheaders", "shop"]
          CORS_MAX_AGE = 60
        - SHOP_MAX_AGE = 70
        @ shop/views.py
        - from django.conf import settings
        -
        -
          def run():
        -     return 1 if is_new() else settings.CORS_MAX_AGE + settings.SHOP_MAX_AGE
        +     return 1
    """,
    "the flag is named as Django gathers it, and its value is read": """
        ? named django.conf.settings.NEW
        @ shop/__init__.py
        @ shop/settings.py
          from decouple import config

        - NEW = config("NEW", False, cast=bool)
          PER_DAY = config("PER_DAY", 60, cast=int)
        @ shop/views.py
        - from django.conf import settings
        -
        -
          def run():
        -     return 1 if settings.NEW else 2
        +     return 1
    """,
    "only a test of the old path read it": """
        ? named shop.settings.OLD
        @ shop/__init__.py
        @ shop/settings.py
        - OLD = True
          PER_DAY = 60
        @ shop/views.py
        - from django.conf import settings
        -
        -
          def run():
        -     return 1 if settings.OLD else 2
        +     return 1
        @ tests/test_views.py
          from django.conf import settings
        - from django.test import SimpleTestCase, override_settings
        + from django.test import SimpleTestCase


          class RunTest(SimpleTestCase):
        -     @override_settings(OLD=False)
        -     def test_old(self):
        -         self.assertEqual(run(), settings.PER_DAY)
        -
              def test_new(self):
                  self.assertEqual(settings.SITE, 1)
    """,
}


@pytest.mark.parametrize("drawing", STAYS.values(), ids=STAYS)
def test_a_setting_stays_where(drawing: str) -> None:
    check(drawing)


def test_it_says_that_django_reads_it() -> None:
    said = "shop/settings.py:2: now unused here, but Django reads LANGUAGE_CODE itself, so it stays"
    assert findings(STAYS["Django reads it too"]) == [said]


FLAG = Item(ExprFlag("is_new()", True), Place("legacy-inventory.yaml", 1))
READ = "from app import settings\n\nx = new if is_new() {} settings.LIMIT else old\n"

LEFT = {
    "the only read went": ({"app/run.py": READ.format("or")}, ""),
    "one read is left on the edited line": ({"app/run.py": READ.format("and")}, "LIMIT = 2\n"),
    "one read is left in another file": (
        {"app/run.py": READ.format("or"), "app/other.py": "from app import settings\n\nshow(settings.LIMIT)\n"},
        "LIMIT = 2\n",
    ),
}


@pytest.mark.parametrize(("files", "left"), LEFT.values(), ids=LEFT)
def test_a_setting_of_one_environment(files: dict[str, str], left: str) -> None:
    settings = {"app/settings/__init__.py": "LIMIT = 1\n", "app/settings/local.py": "KEPT = 1\nLIMIT = 2\n"}
    tree = tree_of(Memory({path: text.encode() for path, text in {"app/__init__.py": "", **settings, **files}.items()}))
    made = plan.make(Workspace(Request(), Inventory("legacy-inventory.yaml", flags=(FLAG,)), tree, Path()))
    change = made.files.get("app/settings/local.py")
    after = change.after if change else settings["app/settings/local.py"].encode()
    assert after == f"KEPT = 1\n{left}".encode()
