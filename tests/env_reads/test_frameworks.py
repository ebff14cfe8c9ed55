"""A variable that a framework's settings hold: folded where code reads the setting, or told where none is certain."""

from __future__ import annotations

import pytest
from planning import check, findings

DJANGO = {
    "a setting, with its default elsewhere and in tests": """
        ? flag USE_NEW=1
        @ shop/__init__.py
        @ shop/settings.py
          import os
          INSTALLED_APPS = ["shop"]
        - USE_NEW = os.environ.get("USE_NEW") == "1"
          REGION = os.environ.get("REGION", "eu")
        @ shop/views.py
          from django.conf import settings
          def answer(question):
        -     if settings.USE_NEW:
        -         return question + settings.REGION
        -     return question
        +     return question + settings.REGION
          def late(question):
        -     return question + "!" if getattr(settings, "USE_NEW", False) else question
        +     return question + "!"
        @ tests/test_views.py
          from django.test import SimpleTestCase, override_settings
          from shop.views import answer, late
          class AnswerTest(SimpleTestCase):
        -     @override_settings(USE_NEW=True, REGION="us")
        +     @override_settings(REGION="us")
              def test_new(self):
                  self.assertEqual(answer("a") + late("b"), "ausb!")
        -     @override_settings(USE_NEW=False)
        -     def test_old(self):
        -         self.assertEqual(answer("a"), "a")
        @ deploy.env
        - USE_NEW=1
          REGION=eu
        """,
    "by a reader of the catalogue": """
        ? flag USE_NEW=on
        @ shop/__init__.py
        @ shop/settings.py
          import environ
        - env = environ.Env(USE_NEW=(bool, False), REGION=str)
        + env = environ.Env(REGION=str)
          INSTALLED_APPS = ["shop"]
        - USE_NEW = env("USE_NEW")
          REGION = env("REGION")
        @ shop/views.py
          from django.conf import settings
          def answer(question):
        -     return question + settings.REGION if settings.USE_NEW else question
        +     return question + settings.REGION
        """,
}
FLASK = """
    ? flag USE_NEW=1
    @ app.py
      import os
      from flask import Flask
      app = Flask(__name__)
    - app.config["USE_NEW"] = os.environ.get("USE_NEW") == "1"
    + app.config["USE_NEW"] = True
      app.config["REGION"] = os.environ.get("REGION", "eu")
      @app.route("/")
      def answer():
          return app.config["REGION"] if app.config["USE_NEW"] else "old"
    @ deploy.env
      USE_NEW=1
    """
PREFIXED = """
    ? flag FLASK_USE_NEW=true
    @ app.py
      from flask import Flask
      app = Flask(__name__)
      app.config.from_prefixed_env()
      @app.route("/")
      def answer():
          return "new" if app.config["USE_NEW"] else "old"
    @ deploy.env
      FLASK_USE_NEW=true
    """


@pytest.mark.parametrize("drawing", DJANGO.values(), ids=DJANGO)
def test_a_django_setting_folds_where_it_is_read(drawing: str) -> None:
    check(drawing)


def test_what_flask_holds_under_a_key_may_be_set_elsewhere() -> None:
    check(FLASK)
    reason = "still reads USE_NEW, so its config lines stay"
    assert findings(FLASK) == [f"app.py:4: {reason}", f"app.py:8: {reason}"]


def test_what_flask_loads_by_prefix_stays() -> None:
    check(PREFIXED)
    assert findings(PREFIXED) == [
        "app.py:3: may read FLASK_USE_NEW, as every variable of its prefix, so its config lines stay"
    ]
