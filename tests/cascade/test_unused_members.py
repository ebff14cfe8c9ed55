"""Methods, attributes and fields that a settled flag left unused go; what may be reached without its name stays."""

from __future__ import annotations

import pytest
from planning import check, findings

KEPT = {
    "an instance of a class below has it as its own, above what its class says": """
        @ app.py
          class Base:
              def __init__(self):
                  self.old = 1


          class Sub(Base):
              old = 2


          def run():
        -     return Sub().old if is_new() else Base().old
        +     return Sub().old
    """,
    "nothing read it before, though a call that goes passes something by its name": """
        @ app.py
          class Router:
              def __init__(self, *args):
                  self.args = args


          def run(go):
        -     return Router() if is_new() else go(args=[1])
        +     return Router()
    """,
    "super() calls it": """
        @ app.py
          class Base:
              def walk(self):
                  return 1


          class New(Base):
              def walk(self):
                  return super().walk() + 1


          def run(b: Base, n: New):
        -     return n.walk() if is_new() else b.walk()
        +     return n.walk()
    """,
    "a method of the base class calls it": """
        @ app.py
          class Base:
              def go(self):
                  return self.hook()

              def hook(self):
                  return 0


          class Old(Base):
              def hook(self):
                  return 1


          def run(o: Old):
        -     return o.go() if is_new() else o.hook()
        +     return o.go()
    """,
    "a mixin calls it in a class of both": """
        @ app.py
          class Mixin:
              def go(self):
                  return self.hook()


          class Impl:
              def hook(self):
                  return 1


          class Both(Mixin, Impl):
              pass


          def run(i: Impl):
        -     return Both().go() if is_new() else i.hook()
        +     return Both().go()
    """,
    "a protocol asks for it": """
        @ app.py
          from typing import Protocol


          class Walker(Protocol):
              def walk(self): ...


          class Impl:
              def walk(self):
                  return 1


          def use(w: Walker):
              return w.walk()


          def run(i: Impl):
        -     return use(i) if is_new() else i.walk()
        +     return use(i)
    """,
    "its base class is not in the repository": """
        @ app.py
          from http.server import BaseHTTPRequestHandler


          class Handler(BaseHTTPRequestHandler):
              def do_GET(self):
                  return 1


          def run(h: Handler):
        -     return 1 if is_new() else h.do_GET()
        +     return 1
    """,
    "a template names it": """
        @ app.py
          class Page:
              def title_old(self):
                  return 1


          def run(p: Page):
        -     return 1 if is_new() else p.title_old()
        +     return 1
        @ page.html
          {{ page.title_old }}
    """,
    "getattr puts its name together": """
        @ app.py
          class Visitor:
              def visit(self, kind):
                  return getattr(self, f"visit_{kind}")()

              def visit_old(self):
                  return 1

              def run(self):
        -         return 2 if is_new() else self.visit_old()
        +         return 2
    """,
    "getattr puts the name of its only user together": """
        @ app.py
          class Visitor:
              def visit(self, kind):
                  return getattr(self, f"visit_{kind}")()

              def visit_old(self):
                  return self.helper()

              def helper(self):
                  return 1

              def run(self):
        -         return 2 if is_new() else self.visit_old() + self.helper()
        +         return 2
    """,
    "getattr puts its name together with a percent sign": """
        @ app.py
          class Visitor:
              def visit(self, kind):
                  return getattr(self, "visit_%s" % kind)()

              def visit_old(self):
                  return 1

              def run(self):
        -         return 2 if is_new() else self.visit_old()
        +         return 2
    """,
    "Python calls it by its name": """
        @ app.py
          class Router:
              def __call__(self):
                  return 1

              def __len__(self):
                  return self.size()

              def size(self):
                  return 3


          def run(r: Router):
        -     return 1 if is_new() else r.__len__() + r.size()
        +     return 1
    """,
    "__slots__ lists it": """
        @ app.py
          class Router:
              __slots__ = ("old", "new")

              def __init__(self):
                  self.old = 1
                  self.new = 2

              def run(self):
        -         return self.new if is_new() else self.old
        +         return self.new
    """,
    "it is deleted": """
        @ app.py
          class Router:
              def __init__(self):
                  self.old = 1

              def run(self):
        -         return 2 if is_new() else self.old
        +         return 2

              def close(self):
                  del self.old
    """,
    "it is set from outside": """
        @ app.py
          class Router:
              old = 1

              def run(self):
        -         return 2 if is_new() else self.old
        +         return 2


          def setup(r):
              r.old = 5
    """,
    "setattr names it": """
        @ app.py
          class Router:
              old = 1

              def run(self):
        -         return 2 if is_new() else self.old
        +         return 2


          def setup(r):
              setattr(r, "old", 5)
    """,
    "a keyword argument may set it": """
        @ app.py
          class Router:
              old = 1

              def run(self):
        -         return 2 if is_new() else self.old
        +         return 2


          def setup():
              configure(old=2)
    """,
    "an object that is not known has it too": """
        @ app.py
          class Router:
              def walk(self):
                  return 1


          def run(r: Router):
        -     return 1 if is_new() else r.walk()
        +     return 1


          def other(x):
              return x.walk()
    """,
    "the class itself lists it": """
        @ app.py
          class Model:
              OLD = "old"
              NEW = "new"
              CHOICES = [(OLD, "Old"), (NEW, "New")]

              def run(self):
        -         return self.NEW if is_new() else self.OLD
        +         return self.NEW
    """,
    "a field that is passed by place": """
        @ app.py
          from dataclasses import dataclass


          @dataclass
          class Settings:
              old: str
              new: str


          def run(s: Settings):
        -     return s.new if is_new() else s.old
        +     return s.new


          def make():
              return Settings("a", "b")
    """,
    "a field that is passed by name": """
        @ app.py
          from dataclasses import dataclass


          @dataclass
          class Settings:
              old: str
              new: str


          def run(s: Settings):
        -     return s.new if is_new() else s.old
        +     return s.new


          def make():
              return Settings(old="a", new="b")
    """,
    "a field that asdict reads": """
        @ app.py
          from dataclasses import asdict, dataclass


          @dataclass
          class Settings:
              old: str = "1"
              new: str = "2"


          def run(s: Settings):
        -     return asdict(s) if is_new() else s.old
        +     return asdict(s)
    """,
    "a field that unpacked values set": """
        @ app.py
          from dataclasses import dataclass


          @dataclass
          class Settings:
              old: str = "1"
              new: str = "2"


          def run(d):
              s = Settings(**d)
        -     return s.new if is_new() else s.old
        +     return s.new
    """,
    "a field of a pydantic model": """
        @ app.py
          from pydantic import BaseModel


          class Body(BaseModel):
              old: str = "1"
              new: str = "2"


          def run(s: Body):
        -     return s.new if is_new() else s.old
        +     return s.new
    """,
    "a key of a typed dict": """
        @ app.py
          from typing import TypedDict


          class Body(TypedDict):
              old: str
              new: str


          def run(s: Body):
        -     return s["new"] if is_new() else s["old"]
        +     return s["new"]
    """,
    "a field of a named tuple": """
        @ app.py
          from typing import NamedTuple


          class Row(NamedTuple):
              old: str
              new: str


          def run(s: Row):
              a, b = s
        -     return s.new if is_new() else s.old
        +     return s.new
    """,
    "a member of an enum that is iterated": """
        @ app.py
          from enum import Enum


          class Kind(Enum):
              OLD = "old"
              NEW = "new"


          def run(k):
        -     return list(Kind) if is_new() else Kind.OLD
        +     return list(Kind)
    """,
    "a member of an enum that is made from a value": """
        @ app.py
          from enum import Enum


          class Kind(Enum):
              OLD = "old"
              NEW = "new"


          def run(k):
        -     return Kind(k) if is_new() else Kind.OLD
        +     return Kind(k)
    """,
    "a base of a class below may call it": """
        @ app.py
          from lib import View


          class Mixin:
              def dispatch(self):
        -         if not is_new():
        -             return super().dispatch()
                  return 1


          class Other:
              def dispatch(self):
                  return 2


          class Page(Mixin, Other, View):
              pass
    """,
    "a choice of Django that a field offers": """
        @ app.py
          from django.db import models


          class Kind(models.TextChoices):
              OLD = "old", "Old"
              NEW = "new", "New"


          class Row(models.Model):
              kind = models.CharField(choices=Kind.choices, max_length=3)


          def run():
        -     return Kind.NEW if is_new() else Kind.OLD
        +     return Kind.NEW
    """,
}

GOES = {
    "a member of an enum": """
        @ app.py
          from enum import Enum


          class Kind(Enum):
        -     OLD = "old"
              NEW = "new"


          def run(k):
        -     return Kind.NEW if is_new() else Kind.OLD
        +     return Kind.NEW
    """,
    "a method": """
        @ app.py
          class Router:
        -     def old(self):
        -         return 1
        -
              def run(self):
        -         return 2 if is_new() else self.old()
        +         return 2
    """,
    "the only method below a docstring": '''
        @ app.py
          class Router:
              """Doc."""

        -     def old(self):
        -         return 1
        -

          def run(r: Router):
        -     return r if is_new() else r.old()
        +     return r
    ''',
    "a method whose name another class has": """
        @ app.py
          class Router:
        -     def walk(self):
        -         return 1
        +     pass


          class Dog:
              def walk(self):
                  return 1


          def run(r: Router, d: Dog):
        -     return d.walk() if is_new() else r.walk()
        +     return d.walk()
    """,
    "an abstract method with what overrides it": """
        @ app.py
        - from abc import ABC, abstractmethod
        + from abc import ABC


          class Base(ABC):
        -     @abstractmethod
        -     def walk(self): ...
        +     pass


          class Impl(Base):
        -     def walk(self):
        -         return 1
        +     pass


          def run(b: Base):
        -     return 1 if is_new() else b.walk()
        +     return 1
    """,
    "a subclass, and not the method it overrides": """
        @ app.py
          class Base:
              def walk(self):
                  return 1


        - class Old(Base):
        -     def walk(self):
        -         return 2
        -
        -
          def run(b: Base):
        -     return b.walk() if is_new() else Old().walk()
        +     return b.walk()
    """,
    "a static method and a class method": """
        @ app.py
          class Router:
        -     @staticmethod
        -     def one():
        -         return 1
        -
        -     @classmethod
        -     def two(cls):
        -         return 2
        -
              def run(self):
        -         return 3 if is_new() else Router.one() + self.two()
        +         return 3
    """,
    "a property with its setter": """
        @ app.py
          class Router:
        -     @property
        -     def old(self):
        -         return 1
        -
        -     @old.setter
        -     def old(self, value):
        -         self._old = value
        -
              def run(self):
        -         return 2 if is_new() else self.old
        +         return 2
    """,
    "a cached property with its import": """
        @ app.py
        - from functools import cached_property
        -
        -
          class Router:
        -     @cached_property
        -     def old(self):
        -         return 1
        -
              def run(self):
        -         return 2 if is_new() else self.old
        +         return 2
    """,
    "an attribute of a class": """
        @ app.py
          class Router:
        -     LIMIT = 3
              other: int = 4

              def run(self):
        -         return self.other if is_new() else self.LIMIT
        +         return self.other
    """,
    "a field with a default": """
        @ app.py
          from dataclasses import dataclass


          @dataclass
          class Settings:
        -     old: str = "a"
              new: str = "b"


          def run(s: Settings):
        -     return s.new if is_new() else s.old
        +     return s.new
    """,
    "a class in a class": """
        @ app.py
          class Outer:
        -     class Inner:
        -         X = 1
        -
              def run(self):
        -         return 1 if is_new() else self.Inner.X
        +         return 1
    """,
    "a method with the test that alone exercises it": """
        @ app.py
          class Router:
        -     def old(self):
        -         return 1
        -
              def run(self):
        -         return 2 if is_new() else self.old()
        +         return 2
        @ tests/test_app.py
          from app import Router
        -
        -
        - def test_old():
        -     assert Router().old() == 1


          def test_run():
              assert Router().run() == 2
    """,
    "an attribute, and not the one of that name in an unrelated class": """
        @ app.py
          from lib import Form


          class Old:
        -     links = 1
        -
              def go(self):
                  return 3


          class Other(Form):
              links = 2


          def run(o: Old):
        -     return o.go() if is_new() else o.links
        +     return o.go()
    """,
}

UNSAID = {
    "members of unrelated classes that an object that is not known may have had": """
        @ app.py
          from lib import Form, View


          class Old(View):
              def link(self):
                  return 2


          class Other(Form):
              def link(self):
                  return 2


          def run(o):
        -     return o if is_new() else o.link()
        +     return o
    """,
    "a member of an unrelated class": """
        @ app.py
          from lib import Form


          class Old:
        -     links = 1
        -
              def go(self):
                  return 3


          class Other(Form):
              links = 2


          def run(o: Old):
        -     return o.go() if is_new() else o.links
        +     return o.go()
    """,
}

SAID = {
    "a base of a class below may call it": (
        "app.py:12: Other.dispatch is now unused here, but lib.View, which is not in this repository, may call it"
    ),
    "a choice of Django that a field offers": (
        "app.py:5: now unused, but app.py:10 may reach any member of Kind by its value"
    ),
    "its base class is not in the repository": (
        "app.py:5: "
        "Handler.do_GET is now unused here, but http.server.BaseHTTPRequestHandler, "
        "which is not in this repository, may call it"
    ),
    "a template names it": (
        "page.html:1: Page.title_old is used by no code any more, but it is named here, so it stays"
    ),
    "getattr puts its name together": (
        "app.py:5: now unused, but app.py:3 may reach it by a name put together at run time"
    ),
    "getattr puts the name of its only user together": (
        "app.py:5: now unused, but app.py:3 may reach it by a name put together at run time"
    ),
    "getattr puts its name together with a percent sign": (
        "app.py:5: now unused, but app.py:3 may reach it by a name put together at run time"
    ),
    "Python calls it by its name": "app.py:5: now unused, but Python calls it by its name",
    "__slots__ lists it": "app.py:2: Router.old is used by no code any more, but it is named here, so it stays",
    "setattr names it": "app.py:9: Router.old is used by no code any more, but it is named here, so it stays",
    "a field that asdict reads": "app.py:6: now unused, but app.py asks for all fields at once",
    "a field that unpacked values set": (
        "app.py:6: now unused, but app.py:11 passes values to the fields without naming them"
    ),
    "a field of a pydantic model": (
        "app.py:5: Body.old is now unused here, but pydantic.BaseModel, which is not in this repository, may call it"
    ),
    "a member of an enum that is iterated": (
        "app.py:5: now unused, but app.py:10 may reach any member of Kind by its value"
    ),
    "a member of an enum that is made from a value": (
        "app.py:5: now unused, but app.py:10 may reach any member of Kind by its value"
    ),
}


@pytest.mark.parametrize("drawing", KEPT.values(), ids=KEPT)
def test_a_member_stays_where(drawing: str) -> None:
    check(drawing)


@pytest.mark.parametrize("drawing", GOES.values(), ids=GOES)
def test_a_member_goes(drawing: str) -> None:
    check(drawing)


@pytest.mark.parametrize("name", SAID)
def test_why_it_stays_is_said(name: str) -> None:
    assert SAID[name] in findings(KEPT[name])


@pytest.mark.parametrize("name", UNSAID)
def test_nothing_is_said_of(name: str) -> None:
    check(UNSAID[name])
    assert findings(UNSAID[name]) == []
