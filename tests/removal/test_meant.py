"""A removed method: calls that certainly reach it get the fallback; one that may reach another stops the item."""

from __future__ import annotations

import pytest
from planning import check, findings, refusals

GOES = {
    "a method, and no word for something else in a list outside classes": """
        ? remove app.Router.old_route -> None
        @ app.py
          KINDS = ["old_route", "route"]


          class Router:
        -     def old_route(self):
        -         return 1
        -
              def route(self):
                  return 2
    """,
    "a method, and not the field of that name in a class that has one": """
        ? remove models.Build.age -> None
        @ models.py
        - class Build:
        -     def age(self):
        -         return 1
        + class Build:
        +     pass
        @ api.py
          import models


          class BuildSerializer:
              age = 1

              class Meta:
                  model = models.Build
                  fields = ("name", "age")
    """,
    "a method, and not the attribute that code asks another class for": """
        ? remove models.Build.age -> None
        @ models.py
        - class Build:
        -     def age(self):
        -         return 1
        + class Build:
        +     pass


          class Person:
              def __init__(self):
                  self.born = 1


          def show(person: Person):
              return getattr(person, "age", None)
    """,
    "a method behind a field that calls another": """
        ? remove api.PageSerializer.get_domain -> None
        @ api.py
          from rest_framework import serializers


          class PageSerializer(serializers.Serializer):
              domain = serializers.SerializerMethodField(method_name="get_host")

        -     def get_domain(self, page):
        -         return page.host
        -
              def get_host(self, page):
                  return page.host
    """,
    "a method whose name no other class has, on an object that is not known": """
        ? remove app.Router.old_route -> None
        @ app.py
        - class Router:
        -     def old_route(self):
        -         return 1
        + class Router:
        +     pass


          def run(x):
        -     return x.old_route()
        +     return None
    """,
    "a method, and not its override that a typed object reaches": """
        ? remove app.Base.old -> None
        @ app.py
          class Base:
        -     def old(self):
        -         return 1
        +     pass


          class Sub(Base):
              def old(self):
                  return 2


          def run(s: Sub):
              return s.old()
    """,
    "a method that an override shares its name with, on an instance of just that class": """
        ? remove app.Base.old -> None
        @ app.py
          class Base:
        -     def old(self):
        -         return 1
        +     pass


          class Sub(Base):
              def old(self):
                  return 2


          def run():
        -     return Base().old()
        +     return None
    """,
    "a method that super() reaches": """
        ? remove app.Base.old -> None
        @ app.py
          class Base:
        -     def old(self):
        -         return 1
        +     pass


          class Sub(Base):
              def old(self):
        -         return super().old()
        +         return None


          def run(s: Sub):
              return s.old()
    """,
    "a method whose name a call passes as a keyword to something else": """
        ? remove app.Router.old -> None
        @ app.py
          class Router:
        -     def old(self):
        -         return 1
        +     pass


          def run(r: Router):
        -     return f(old=3, other=r.old())
        +     return f(old=3, other=None)
    """,
    "a method with the override that another item removes": """
        ? remove app.Base.old -> None
        ? remove app.Sub.old -> None
        @ app.py
          class Base:
        -     def old(self):
        -         return 1
        +     pass


          class Sub(Base):
        -     def old(self):
        -         return 2
        +     pass


          def run(b: Base):
        -     return b.old()
        +     return None
    """,
    "a method whose name a class with a base from elsewhere reads": """
        ? remove app.Router.get_url -> None
        @ app.py
          from views import View


          class Router:
        -     def get_url(self):
        -         return 1
        -
              def stay(self):
                  return 2


          class Page(View):
              def run(self):
                  return self.get_url()
    """,
    "a method whose name a template has in its text": """
        ? remove app.Page.members -> None
        @ app.py
        - class Page:
        -     def members(self):
        -         return 1
        + class Page:
        +     pass
        @ page.html
          <p>members of the board</p>
    """,
    "a method whose name is that of a module in a string": """
        ? remove app.core.Perm.organizations -> None
        @ app/__init__.py
        @ app/organizations/__init__.py
          x = 1
        @ app/settings.py
          INSTALLED_APPS = ["app.organizations"]
        @ app/core.py
        - class Perm:
        -     def organizations(self):
        -         return 1
        + class Perm:
        +     pass
    """,
    "a function with what its stub declares": """
        ? remove app.legacy.old
        @ app/__init__.py
        @ app/legacy.py
        - def old():
        -     return 1
        -
        -
          def new():
              return 1
        @ app/legacy.pyi
        - def old() -> int: ...
          def new() -> int: ...
    """,
    "a method, and not the one of a mixin that has nothing to do with it": """
        ? remove app.Mixin.dispatch
        @ app.py
          from lib import View


          class Mixin:
        -     def dispatch(self):
        -         return super().dispatch()
        +     pass


          class Other:
              def dispatch(self):
                  return 2


          class Page(Mixin, View):
              pass


          class Second(Other, View):
              pass
    """,
    "a method that super() with arguments reaches": """
        ? remove app.Base.old -> None
        @ app.py
          class Base:
        -     def old(self):
        -         return 1
        +     pass


          class Sub(Base):
              def old(self):
        -         return super(Sub, self).old()
        +         return None
    """,
    "a function, and not its user that a base from elsewhere may call": """
        ? remove app.legacy -> 1
        @ app.py
          from http.server import BaseHTTPRequestHandler


        - def legacy(h):
        -     return h.do_GET()
        -
        -
          class Handler(BaseHTTPRequestHandler):
              def do_GET(self):
        -         return legacy(self)
        +         return 1


          def run():
              return Handler
    """,
    "a function, and not the __init__ that calls it": """
        ? remove app.legacy -> 1
        @ app.py
        - def legacy(h):
        -     return Row()
        -
        -
          class Row:
              def __init__(self):
        -         self.x = legacy(self)
        +         self.x = 1


          def run():
              return Row().x
    """,
    "functions of one name that two items remove": """
        ? remove slow.go -> None
        ? remove fast.go -> None
        @ fast.py gone
        - def go():
        -     return 1
        @ slow.py gone
        - def go():
        -     return 2
        @ app.py
        - try:
        -     from fast import go
        - except ImportError:
        -     from slow import go
        -
        -
          def run():
        -     return go()
        +     return None
    """,
}

REFUSED = {
    "another import may bring the name": (
        """
        ? remove slow.go -> None
        @ fast.py
          def go():
              return 1
        @ slow.py
          def go():
              return 2
        @ app.py
          try:
              from fast import go
          except ImportError:
              from slow import go


          def run():
              return go()
    """,
        [("app.py:8", "it may mean go (fast.py:1) here, which stays", ("run (app.py:8)",))],
    ),
    "the file may define the name itself": (
        """
        ? remove slow.go -> None
        @ slow.py
          def go():
              return 2
        @ app.py
          try:
              from slow import go
          except ImportError:
              def go():
                  return 3


          def run():
              return go()
    """,
        [("app.py:9", "it may mean go (app.py:2) here, which stays", ("run (app.py:9)",))],
    ),
    "another class has a method of that name": (
        """
        ? remove app.Router.old -> None
        @ app.py
          class Router:
              def old(self):
                  return 1


          class Dog:
              def old(self):
                  return 2


          def run(x):
              return x.old()
    """,
        [("app.py:12", "it may mean Dog.old (app.py:7) here, which stays", ("run (app.py:12)",))],
    ),
    "a built-in object has a method of that name": (
        """
        ? remove app.Router.update -> None
        @ app.py
          class Router:
              def update(self):
                  return 1


          def run(x):
              return x.update()
    """,
        [("app.py:7", "the class of the object is not known here, so it may mean something else", ("run (app.py:7)",))],
    ),
    "a subclass overrides it": (
        """
        ? remove app.Base.old -> None
        @ app.py
          class Base:
              def old(self):
                  return 1


          class Sub(Base):
              def old(self):
                  return 2


          def run(b: Base):
              return b.old()
    """,
        [("app.py:12", "it may mean Sub.old (app.py:7) here, which stays", ("run (app.py:12)",))],
    ),
    "it overrides what the object has by its type": (
        """
        ? remove app.Sub.old -> None
        @ app.py
          class Base:
              def old(self):
                  return 1


          class Sub(Base):
              def old(self):
                  return 2


          def run(b: Base):
              return b.old()
    """,
        [("app.py:12", "it may mean Base.old (app.py:2) here, which stays", ("run (app.py:12)",))],
    ),
    "it belongs to a protocol that another class satisfies": (
        """
        ? remove app.Walker.walk -> 1
        @ app.py
          from typing import Protocol


          class Walker(Protocol):
              def walk(self): ...


          class Dog:
              def walk(self):
                  return 2


          def run(w: Walker):
              return w.walk()
    """,
        [("app.py:14", "it may mean Dog.walk (app.py:9) here, which stays", ("run (app.py:14)",))],
    ),
    "it is a column of Django": (
        """
        ? remove app.Row.old
        @ app.py
          from django.db import models


          class Row(models.Model):
              old = models.CharField(max_length=3)
              new = models.CharField(max_length=3)
    """,
        [("app.py:5", "Row.old is a column of a table: it needs a migration to go", ())],
    ),
    "it is a column of SQLAlchemy": (
        """
        ? remove app.Row.old
        @ app.py
          from sqlalchemy import Column, Integer
          from sqlalchemy.orm import declarative_base

          Base = declarative_base()


          class Row(Base):
              old = Column(Integer)
              new = Column(Integer)
    """,
        [("app.py:8", "Row.old is a column of a table: it needs a migration to go", ())],
    ),
    "it is a column of Flask-SQLAlchemy": (
        """
        ? remove app.Row.old
        @ app.py
          from flask_sqlalchemy import SQLAlchemy

          db = SQLAlchemy()


          class Row(db.Model):
              old = db.Column(db.Integer)
    """,
        [("app.py:7", "Row.old is a column of a table: it needs a migration to go", ())],
    ),
    "a template uses it as a filter": (
        """
        @ app/templatetags/tags.py
          from django import template

          register = template.Library()


          @register.filter
          def is_project_user(user, project):
              return user
        @ app/page.html
          {% if user|is_project_user:project %}x{% endif %}
        ? remove app.templatetags.tags.is_project_user -> None
    """,
        [("app/page.html:1", "this file names it and cannot be changed by the tool", ())],
    ),
}


@pytest.mark.parametrize("drawing", GOES.values(), ids=GOES)
def test_it_goes(drawing: str) -> None:
    check(drawing)


@pytest.mark.parametrize(("drawing", "expected"), REFUSED.values(), ids=REFUSED)
def test_it_is_refused_where(drawing: str, expected: list[tuple[str, str, tuple[str, ...]]]) -> None:
    assert refusals(drawing) == expected


def test_what_another_class_reads_is_said() -> None:
    drawing = GOES["a method whose name a class with a base from elsewhere reads"]
    assert findings(drawing) == ["app.py:14: get_url of another class, which is left as it is"]


BEYOND = {
    "a method that its base may call for a field of the class": (
        """
        ? remove app.Page.prepare_site_key
        @ app.py
          from lib import Document, Keyword


          class Page(Document):
              site_key = Keyword()
        -
        -     def prepare_site_key(self, page):
        -         return page.site.key
    """,
        [
            "app.py:7: Page.prepare_site_key goes, and lib.Document, which is not in this repository, "
            "may have called it for the field site_key"
        ],
    ),
    "a table": (
        """
        ? remove app.Row
        @ app.py gone
        - from django.db import models
        -
        -
        - class Row(models.Model):
        -     old = models.CharField(max_length=3)
    """,
        ["app.py:4: Row is a table, which needs a migration to go"],
    ),
    "a method that a base from elsewhere may call": (
        """
        ? remove app.Page.get_queryset
        @ app.py
          from lib import View


          class Page(View):
        -     def get_queryset(self):
        -         return 1
        -
              def other(self):
                  return 2
    """,
        ["app.py:5: Page.get_queryset goes, and lib.View, which is not in this repository, may have called it"],
    ),
    "a function that its decorator registers": (
        """
        ? remove app.old
        @ app.py
          from lib import app


        - @app.get("/old")
        - def old():
        -     return 1
        -
        -
          @app.get("/new")
          def new():
              return 1
    """,
        ["app.py:5: old goes with what its decorator registers it for"],
    ),
}


@pytest.mark.parametrize(("drawing", "expected"), BEYOND.values(), ids=BEYOND)
def test_what_the_code_does_not_show_is_said_of(drawing: str, expected: list[str]) -> None:
    check(drawing)
    assert findings(drawing) == expected
