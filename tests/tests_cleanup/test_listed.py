"""A flag goes from a list of names that a helper of the tests forces one by one, where that is certain."""

from __future__ import annotations

import pytest
from planning import check, findings

APP = """
        ? sdk django-waffle app-new
        @ app.py
        - import waffle
        -
        -
          def run():
        -     return 1 if waffle.switch_is_active("app-new") else 2
        +     return 1
"""
HELPER = """
        @ tests/helpers.py
          from functools import wraps

          from waffle.testutils import toggle_switch


          def switches(names):
              def outer(test):
                  @wraps(test)
                  def inner(*args):
                      for name in names:
                          toggle_switch(name, True)
                      return test(*args)

                  return inner

              return outer
"""
TEST = """
        @ tests/test_app.py
          from app import run
          from tests.helpers import switches


        - @switches(["app-new", "app-other"])
        + @switches(["app-other"])
          def test_run():
              assert run() == 1
"""
UNCUT = TEST.replace('        + @switches(["app-other"])\n', "").replace("        - @", "          @")
STAYS = {
    "the helper does more with each name": HELPER.replace(
        "toggle_switch(name, True)", "toggle_switch(name, log(name))"
    ),
    "the helper forces another value": HELPER.replace("name, True", "name, False"),
    "the helper does more with the list": HELPER.replace("return test(*args)", "return test(*args, names)"),
    "the helper does more in its loop": HELPER.replace(
        "toggle_switch(name, True)", "toggle_switch(name, True)\n                          count()"
    ),
    "the helper takes the list among others": HELPER.replace("(names)", "(*names)"),
    "the helper takes the list under any name": HELPER.replace("(names)", "(*args, **names)"),
    "the helper is decorated": HELPER.replace("def switches", "@register\n          def switches"),
}
SAID = (
    "tests/test_app.py:5: still names app-new (django-waffle), in a way that is not understood: see whether it sets it"
)


def test_the_name_goes_from_a_list() -> None:
    check(APP + HELPER + TEST)


def test_the_name_goes_from_a_tuple_given_by_keyword() -> None:
    check(
        APP
        + HELPER
        + TEST.replace('(["app-new", "app-other"])', '(names=("app-new", "app-other"))').replace(
            '(["app-other"])', '(names=("app-other",))'
        )
    )


@pytest.mark.parametrize("helper", STAYS.values(), ids=STAYS)
def test_the_name_stays_and_is_told_where(helper: str) -> None:
    check(APP + helper + UNCUT)
    assert SAID in findings(APP + helper + UNCUT)


def test_the_last_name_stays_and_is_told() -> None:
    alone = UNCUT.replace(', "app-other"', "")
    check(APP + HELPER + alone)
    assert SAID in findings(APP + HELPER + alone)
