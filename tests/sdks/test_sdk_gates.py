"""Decorators and mixins that ask for an SDK's flag: they go where they let all through, else the item is refused."""

from __future__ import annotations

import pytest
from planning import check, findings, refusals

GONE = {
    "a decorator of the project's own, with the test of what it does": """
        ? decorator app.gates.required($X)
        @ app/gates.py
          from store import load
        - def required(name):
        -     def decorator(view):
        -         return lambda: view() if load(name) else None
        -     return decorator
          def other():
              return load(1)
        @ app/views.py
          from app.gates import other
        - from app.gates import required
        - @required("new")
          def page():
              return other()
        @ tests/test_gates.py
          from app.gates import other
        - from app.gates import required
          def test_other():
              assert other()
        - def test_required():
        -     assert required("new")(lambda: 1)() is None
        """,
    "a decorator that lets through what is off": """
        ? sdk django-waffle new False
        @ app/views.py
        - from waffle.decorators import waffle_flag
        - @waffle_flag("!new")
          def page(request):
              return 1
        """,
    "a decorator around a view in a table": """
        ? sdk django-waffle new
        @ app/urls.py
          from django.urls import path
        - from waffle.decorators import waffle_flag
          from app.views import page
        - urlpatterns = [path("page", waffle_flag("new")(page))]
        + urlpatterns = [path("page", page)]
        """,
    "a decorator on a method": """
        ? sdk django-waffle new
        @ app/views.py
        - from django.utils.decorators import method_decorator
          from django.views import View
        - from waffle.decorators import waffle_switch
          class Page(View):
        -     @method_decorator(waffle_switch("new"))
              def get(self, request):
                  return 1
        """,
    "a decorator that asks for the flag to be off": """
        ? sdk django-flags NEW False
        @ app/views.py
        - from flags.decorators import flag_required
        - @flag_required("NEW", pass_if_set=False)
          def page(request):
              return 1
        """,
    "the only base": """
        ? sdk django-waffle new
        @ app/views.py
        - from waffle.mixins import WaffleFlagMixin
        - class Page(WaffleFlagMixin):
        -     waffle_flag = "new"
        + class Page:
        +     pass
        """,
    "a base in front of a keyword": """
        ? sdk django-waffle new
        @ app/views.py
        - from waffle import mixins
        - class Page(View, mixins.WaffleSwitchMixin, metaclass=Meta):
        -     waffle_switch: str = "new"
        + class Page(View, metaclass=Meta):
              name = "page"
        """,
    "a base on a line of its own": """
        ? sdk django-waffle new
        @ app/views.py
        - from waffle.mixins import WaffleFlagMixin
          class Page(
        -     WaffleFlagMixin,  # only where it is on
              View,
          ):
        -     waffle_flag = "new"
              name = "page"
        """,
}

STAYS = {
    "a library's decorator that a test puts on something": """
        ? decorator gates.required("new")
        @ tests/test_gates.py
          from gates import required
          def test_required():
              assert required("new")(lambda: 1)() == 1
        """,
    "a decorator of another flag": """
        ? sdk django-waffle new
        @ app/views.py
          from waffle.decorators import waffle_flag
          @waffle_flag("newer")
          def page(request):
              return "new"
        """,
    "a class below asks for its own flag": """
        ? sdk django-waffle new
        @ app/views.py
          from waffle.mixins import WaffleFlagMixin
          class Page(WaffleFlagMixin, View):
              waffle_flag = "new"
          class Other(Page):
              waffle_flag = "other"
        """,
    "nobody knows what is passed": """
        ? sdk django-flags NEW
        @ app/views.py
          from flags.decorators import flag_required
          from app.settings import passes
          @flag_required("NEW", pass_if_set=passes)
          def page(request):
              return 1
        """,
    "a file under KEEP": """
        ? sdk django-waffle new
        ? keep app/views.py
        @ app/views.py
          from waffle.decorators import waffle_flag
          @waffle_flag("new")
          def page(request):
              return 1
        """,
}


@pytest.mark.parametrize("drawing", GONE.values(), ids=GONE)
def test_goes(drawing: str) -> None:
    check(drawing)


@pytest.mark.parametrize("drawing", STAYS.values(), ids=STAYS)
def test_stays(drawing: str) -> None:
    check(drawing)
    assert findings(drawing), "what stays is said"


def test_a_decorator_that_lets_none_through_refuses_the_item() -> None:
    (place, reason, _), *others = refusals("""
        ? sdk django-waffle new False
        @ app/views.py
          from waffle.decorators import waffle_flag
          @waffle_flag("new", "home")
          def page(request):
              return 1
        """)
    assert (place, others) == ("app/views.py:2", [])
    assert reason.startswith("the decorator makes page unreachable")


def test_a_mixin_that_lets_none_through_refuses_the_item() -> None:
    (place, reason, _), *others = refusals("""
        ? sdk django-waffle new False
        @ app/views.py
          from waffle.mixins import WaffleFlagMixin
          class Page(WaffleFlagMixin, View):
              waffle_flag = "new"
        """)
    assert (place, others) == ("app/views.py:2", [])
    assert reason.startswith("the mixin makes Page unreachable")
