"""Functions, classes and constants that a settled flag left unused go; what may still be reached stays."""

from __future__ import annotations

import pytest
from planning import check, findings

KEPT = {
    "one name of a chain in an enumeration, whose first one names the case": """
        @ app.py
          import enum


          class Kind(enum.Enum):
              OLD = NEW = "x"


          def run():
        -     return Kind.NEW if is_new() else Kind.OLD
        +     return Kind.NEW
    """,
    "one of a row whose value may act": """
        @ app.py
          OLD, NEW = load("a"), "b"


          def run():
        -     return NEW if is_new() else OLD
        +     return NEW
    """,
    "one of a row on several lines": """
        @ app.py
          OLD, NEW = (
              "a",  # the old way
              "b",
          )


          def run():
        -     return NEW if is_new() else OLD
        +     return NEW
    """,
    "one name of a chain in parentheses of its own": """
        @ app.py
          (OLD) = NEW = "x"


          def run():
        -     return NEW if is_new() else OLD
        +     return NEW
    """,
    "an entry point in pyproject.toml names it": """
        @ pyproject.toml
          [project.scripts]
          old = "app:old"
        @ app.py
          def old():
              return 1


          def run():
        -     return 1 if is_new() else old()
        +     return 1
    """,
    "an entry point in setup.cfg names it": """
        @ setup.cfg
          [options.entry_points]
          console_scripts =
              old = pkg.app:old
        @ pkg/__init__.py
        @ pkg/app.py
          def old():
              return 1


          def run():
        -     return 1 if is_new() else old()
        +     return 1
    """,
    "a config file names its path": """
        @ conf.yaml
          handler: pkg.app.old
        @ pkg/__init__.py
        @ pkg/app.py
          def old():
              return 1


          def run():
        -     return 1 if is_new() else old()
        +     return 1
    """,
    "a notebook imports it": """
        @ app.py
          def old():
              return 1


          def run():
        -     return 1 if is_new() else old()
        +     return 1
        @ nb.ipynb
          {"source": "from app import old"}
    """,
    "a string is its name": """
        @ app.py
          LIMIT = 3


          def run():
        -     return "LIMIT" if is_new() else LIMIT
        +     return "LIMIT"
    """,
    "getattr names it": """
        @ app.py
          import legacy


          def run():
        -     return getattr(legacy, "old")() if is_new() else legacy.old()
        +     return getattr(legacy, "old")()
        @ legacy.py
          def old():
              return 1
    """,
    "getattr puts its name together": """
        @ app.py
          import legacy


          def run(kind):
        -     return getattr(legacy, f"do_{kind}")() if is_new() else legacy.do_old()
        +     return getattr(legacy, f"do_{kind}")()
        @ legacy.py
          def do_old():
              return 1
    """,
    "globals() is asked for a name put together": """
        @ app.py
          def do_old():
              return 1


          def run(kind):
        -     return globals()["do_" + kind]() if is_new() else do_old()
        +     return globals()["do_" + kind]()
    """,
    "its module is handed on as a whole": """
        @ app.py
          import legacy


          def run(kind):
        -     return collect(legacy) if is_new() else legacy.do_old()
        +     return collect(legacy)
        @ legacy.py
          def do_old():
              return 1
    """,
    "its module is held by a variable": """
        @ app/__init__.py
        @ app/legacy.py
          def old():
              return 1
        @ app/main.py
        - import app.legacy as m
        -
        -
          def run(kind):
        -     return 1 if is_new() else m.old()
        +     return 1
        @ app/second.py
          from app import legacy

          mod = legacy
          mod.old()
    """,
    "another file reads it through a dotted import": """
        @ app/__init__.py
        @ app/legacy.py
          def old():
              return 1
        @ app/main.py
        - import app.legacy as m
        -
        -
          def run(kind):
        -     return 1 if is_new() else m.old()
        +     return 1
        @ app/second.py
          import app.legacy

          app.legacy.old()
    """,
    "another file reads it through the module's other name": """
        @ app/__init__.py
        @ app/legacy.py
          def old():
              return 1


          def other():
              return 2
        @ app/main.py
        - from . import legacy
        -
        -
          def run(kind):
        -     return 1 if is_new() else legacy.old()
        +     return 1
        @ app/second.py
          from . import legacy as l

          l.other()
          l.old()
    """,
    "a file that cannot be parsed mentions it": """
        @ app.py
          def old():
              return 1


          def run():
        -     return 1 if is_new() else old()
        +     return 1
        @ broken.py
          from app import old
          print old()
    """,
    "it is under KEEP": """
        ? keep billing.py
        @ app.py
        - from billing import old
        -
        -
          def run():
        -     return 1 if is_new() else old()
        +     return 1
        @ billing.py
          def old():
              return 1
    """,
    "code under KEEP reads it": """
        ? flag USE_NEW=1
        ? keep billing.py
        @ app.py
        - import os
        -
        - USE_NEW = os.getenv("USE_NEW") == "1"
        + USE_NEW = True


          def is_on():
        -     return USE_NEW
        +     return True


          def run():
        -     return 1 if is_on() else 2
        +     return 1
        @ billing.py
          import app

          print(app.USE_NEW, app.is_on())
    """,
    "unittest finds it by its base class": """
        @ app.py
        - def old():
        -     return 1
        -
        -
          def run():
        -     return 2 if is_new() else old()
        +     return 2
        @ tests/test_app.py
          import unittest

        - from app import old, run
        + from app import run


          class RunTest(unittest.TestCase):
              def test_run(self):
                  self.assertEqual(run(), 2)


        - class RunAsBefore(RunTest):
        -     def setUp(self):
        -         self.old = old()
        -
        -     def test_old(self):
        -         self.assertEqual(self.old, 1)
        -
        -
          class RunOnMondaysTest(unittest.TestCase):
              def test_run(self):
                  self.assertEqual(run(), 2)
    """,
    "another file uses it": """
        @ app.py
          def old():
              return 1


          def run():
        -     return 1 if is_new() else old()
        +     return 1
        @ billing.py
          from app import old

          old()
    """,
    "its user was unused before, and stays": """
        @ app.py
          def never():
              return old()


          def old():
              return 1


          def run():
        -     return 1 if is_new() else old()
        +     return 1
    """,
    "its decorator makes it a task": """
        @ app.py
          @shared_task
          def old():
              return 1


          def run():
        -     return 1 if is_new() else old.delay()
        +     return 1
    """,
    "its decorator routes to it": """
        @ app.py
          @router.get("/old")
          def old():
              return 1


          def run():
        -     return 1 if is_new() else old()
        +     return 1
    """,
    "its base class registers it": """
        @ app.py
          class Plugin:
              seen = []

              def __init_subclass__(cls, **kwargs):
                  Plugin.seen.append(cls)


          class Old(Plugin):
              def go(self):
                  return 1


          def run():
        -     return Plugin.seen if is_new() else Old().go()
        +     return Plugin.seen
    """,
    "its metaclass registers it": """
        @ app.py
          class Meta(type):
              def __new__(cls, *a):
                  return register(super().__new__(cls, *a))


          class Old(metaclass=Meta):
              def go(self):
                  return 1


          def run():
        -     return 1 if is_new() else Old().go()
        +     return 1
    """,
    "it is a model of Django": """
        @ app.py
          from django.db import models


          class Old(models.Model):
              name = models.CharField(max_length=3)


          def run():
        -     return 1 if is_new() else Old.objects.get()
        +     return 1
    """,
    "a handler that stays catches it": """
        @ app.py
          class OldError(Exception):
              pass


          def run():
              try:
        -         return 1 if is_new() else fail(OldError)
        +         return 1
              except OldError:
                  return 2
    """,
    "a class is made with it": """
        @ app.py
          TABLE = "old"
          OTHER = "x"


          class Row(Base, table=TABLE):
              pass


          def run():
        -     return Row if is_new() else TABLE
        +     return Row
    """,
    "a pattern of a match names it": """
        @ app.py
          class Old:
              pass


          def run(x):
        -     if is_new():
        -         match x:
        -             case Old():
        -                 return 1
        +     match x:
        +         case Old():
        +             return 1
              return Old()
    """,
    "making its value acts": """
        @ app.py
          CLIENT = connect()


          def run():
        -     return 1 if is_new() else CLIENT.get()
        +     return 1
    """,
    "it is added to at the top": """
        @ app.py
          TOTAL = 0
          TOTAL += 1


          def run():
        -     return 1 if is_new() else TOTAL
        +     return 1
    """,
    "a function rebinds it": """
        @ app.py
          COUNT = 0


          def bump():
              global COUNT
              COUNT += 1


          def run():
        -     return bump() if is_new() else COUNT
        +     return bump()
    """,
    "it is rebound by a wrapper": """
        @ app.py
          def old():
              return 1


          old = wrap(old)


          def run():
        -     return 1 if is_new() else old()
        +     return 1
    """,
    "the main guard calls it": """
        @ app.py
          def old():
              return 1


          def run():
        -     return 1 if is_new() else old()
        +     return 1


          if __name__ == "__main__":
              old()
    """,
    "an example in a docstring calls it": '''
        @ app.py
          def run():
              """Run.

              >>> old()
              1
              """
        -     return 1 if is_new() else old()
        +     return 1


          def old():
              return 1
    ''',
    "it is a fixture that a test asks for": """
        @ app.py
          def run():
        -     return 1 if is_new() else 2
        +     return 1
        @ tests/conftest.py
          import pytest


          @pytest.fixture
          def old():
              return 1
        @ tests/test_a.py
          from tests.conftest import old


          def test_a(old):
              assert old
    """,
    "making a default of it acts": """
        @ app.py
          def old(a=register("x")):
              return 1


          def run():
        -     return 1 if is_new() else old()
        +     return 1
    """,
    "its body acts when the class is made": """
        @ app.py
          class Old:
              register("old")
              x = connect()

              def go(self):
                  return 1


          def run():
        -     return 1 if is_new() else Old().go()
        +     return 1
    """,
    "a call makes its base class": """
        @ app.py
          class Old(make_base()):
              pass


          def run():
        -     return 1 if is_new() else Old()
        +     return 1
    """,
    "its method is handed to an object of the repository": """
        @ app.py
          app = Celery("x")


          class Old:
              @app.task
              def go():
                  return 1


          def run():
        -     return 1 if is_new() else Old().go()
        +     return 1
    """,
    "what may be reached all the same uses it": """
        @ app.py
          import legacy


          def run(kind):
        -     return getattr(legacy, f"do_{kind}")() if is_new() else legacy.do_old()
        +     return getattr(legacy, f"do_{kind}")()
        @ legacy.py
          LIMIT = 3


          def do_old():
              return LIMIT
    """,
    "its module is imported by a name put together": """
        @ app/__init__.py
        @ app/load.py
          import importlib


          def load(x):
              return importlib.import_module("app.plugins." + x)
        @ app/plugins/__init__.py
        @ app/plugins/one.py
          def setup():
              return 1
        @ app/main.py
        - from app.plugins.one import setup
        -
        -
          def run():
        -     return 1 if is_new() else setup()
        +     return 1
    """,
    "its module is imported by a name with a known end": """
        @ app/__init__.py
        @ app/load.py
          from importlib import import_module


          def load(x):
              return import_module(f"app.{x}.hooks").setup()
        @ app/one/__init__.py
        @ app/one/hooks.py
          def setup():
              return 1
        @ app/main.py
        - from app.one.hooks import setup
        -
        -
          def run():
        -     return 1 if is_new() else setup()
        +     return 1
    """,
    "an entry point in setup.py names it": """
        @ setup.py
          from setuptools import setup

          setup(entry_points={"console_scripts": ["old = app:old"]})
        @ app.py
          def old():
              return 1


          def run():
        -     return 1 if is_new() else old()
        +     return 1
    """,
    "a workflow imports it from where it is handed on": """
        @ ci.yml
          run: python -c "from app import old; old()"
        @ app/__init__.py
          from app.legacy import old


          def run():
        -     return 1 if is_new() else old()
        +     return 1
        @ app/legacy.py
          def old():
              return 1
    """,
    "eval of its file may read it": """
        @ app.py
          def old():
              return 1


          def run(x):
        -     return eval(x) if is_new() else old()
        +     return eval(x)
    """,
}

GOES = {
    "one name of a chain": """
        @ app.py
        - OLD = NEW = load("x")
        + NEW = load("x")


          def run():
        -     return NEW if is_new() else OLD
        +     return NEW
    """,
    "every name of a chain": """
        @ app.py
        - OLD = OLDER = "x"
        -
        -
          def run():
        -     return 1 if is_new() else OLD + OLDER
        +     return 1
    """,
    "one of a row, and what only its value used": """
        @ app.py
        - BASE = 1
        - OLD, NEW = BASE + 1, "b"
        + NEW = "b"


          def run():
        -     return NEW if is_new() else OLD
        +     return NEW
    """,
    "one name of a chain of attributes": """
        @ app.py
          class Run:
              def __init__(self, a):
        -         self._old = self.new = a
        +         self.new = a

              def run(self):
        -         return self.new if is_new() else self._old
        +         return self.new
    """,
    "one name of a chain in another module, with its import": """
        @ app/run.py
        - from app.names import NEW, OLD
        + from app.names import NEW


          def run():
        -     return NEW if is_new() else OLD
        +     return NEW
        @ app/names.py
        - OLD = NEW = "x"
        + NEW = "x"
    """,
    "a function": """
        @ app.py
        - def old():
        + def run():
              return 1
        -
        -
        - def run():
        -     return 1 if is_new() else old()
    """,
    "a decorated function with the comments above and in it": '''
        @ app.py
          # Copyright
          """Doc."""

          import sys

          # the new part


          def new():
              return sys


          # the old part


        - # about old
        - @cache
        - def old():
        -     return 1
        -     # trailing
        -
        -
          def run():
        -     return new() if is_new() else old()
        +     return new()
    ''',
    "a function that calls itself": """
        @ app.py
        - def fact(n):
        -     return n * fact(n - 1)
        -
        -
          def run():
        -     return 1 if is_new() else fact(1)
        +     return 1
    """,
    "two functions that call each other": """
        @ app.py
        - def ping(n):
        -     return pong(n)
        -
        -
        - def pong(n):
        -     return ping(n)
        -
        -
          def run():
        -     return 1 if is_new() else ping(1)
        +     return 1
    """,
    "a class": """
        @ app.py
        - class Old:
        -     def go(self):
        -         return 1
        -
        -
          def run():
        -     return 1 if is_new() else Old().go()
        +     return 1
    """,
    "a class with its base class": """
        @ app.py
        - class Base:
        -     def go(self):
        -         return 1
        -
        -
        - class Old(Base):
        -     pass
        -
        -
          def run():
        -     return 1 if is_new() else Old().go()
        +     return 1
    """,
    "only the method of a class that a quoted annotation names": """
        @ app.py
          class Old:
        -     def go(self):
        -         return 1
        +     pass


          def show(old: "Old | None" = None):
              return old


          def run():
        -     return show() if is_new() else Old().go()
        +     return show()
    """,
    "only the method of a class that is quoted inside an annotation": """
        @ app.py
          from typing import List


          class Old:
        -     def go(self):
        -         return 1
        +     pass


          def show() -> List["Old"]:
              return []


          def run():
        -     return show() if is_new() else Old().go()
        +     return show()
    """,
    "only the method of a class that a cast quotes": """
        @ app.py
          from typing import cast


          class Old:
        -     def go(self):
        -         return 1
        +     pass


          def show(x):
              return cast("list[Old]", x)


          def run():
        -     return show(1) if is_new() else Old().go()
        +     return show(1)
    """,
    "constants that only each other use": """
        @ app.py
        - MODELS = ["a", "b"]
        - LIMIT: int = 3
        - BOTH = MODELS + ["c"]
        -
        -
          def run():
        -     return 1 if is_new() else (BOTH, LIMIT)
        +     return 1
    """,
    "a constant, and not its neighbour that a default reads": """
        @ app.py
        - LIMIT = 3
          OTHER = 4


          def run(f=lambda n=OTHER: n):
        -     return [x for x in range(OTHER)] if is_new() else LIMIT
        +     return [x for x in range(OTHER)]
    """,
    "a type alias with its variable and import": """
        @ app.py
        - from typing import TypeVar
        -
        - T = TypeVar("T")
        - Old = dict[str, T]
        -
        -
          def run():
        -     if is_new():
        -         return 1
        -     x: Old = {}
        -     return x
        +     return 1
    """,
    "a data class with the import of its decorator": """
        @ app.py
        - from dataclasses import dataclass
        -
        -
        - @dataclass
        - class Old:
        -     a: int = 1
        -
        -
          def run():
        -     return 1 if is_new() else Old()
        +     return 1
    """,
    "a named tuple with its import": """
        @ app.py
        - from collections import namedtuple
        -
        - Old = namedtuple("Old", "a b")
        -
        -
          def run():
        -     return 1 if is_new() else Old(1, 2)
        +     return 1
    """,
    "a function with one definition per platform": """
        @ app.py
        - import sys
        -
        - if sys.platform == "win32":
        -     def old():
        -         return 1
        - else:
        -     def old():
        -         return 2
        -
        -
          def run():
        -     return 1 if is_new() else old()
        +     return 1
    """,
    "a chain through three files": """
        @ app/__init__.py
        @ app/main.py
        - from app.a import first
        -
        -
          def run():
        -     return 1 if is_new() else first()
        +     return 1
        @ app/a.py gone
        - from app.b import second
        -
        -
        - def first():
        -     return second()
        @ app/b.py
        - LIMIT = 3
        -
        -
        - def second():
        -     return LIMIT
        -
        -
          def other():
              return 2
        @ app/uses.py
          from app.b import other

          other()
    """,
    "with its re-export and its entry in __all__": """
        @ app/__init__.py
        - from app.legacy import old
          from app.main import run

        - __all__ = ["old", "run"]
        + __all__ = ["run"]
        @ app/legacy.py gone
        - def old():
        -     return 1
        @ app/main.py
        - from app.legacy import old
        -
        -
          def run():
        -     return 1 if is_new() else old()
        +     return 1
    """,
    "with re-exports on lines of their own": """
        @ app/__init__.py
          from app.main import (
        -     old,
              run,
          )

          __all__ = (
        -     "old",
              "run",
          )
        @ app/main.py
        - def old():
        + def run():
              return 1
        -
        -
        - def run():
        -     return 1 if is_new() else old()
    """,
    "with its entry in its own file's __all__": """
        @ app.py
        - __all__ = ["old", "run"]
        -
        -
        - def old():
        -     return 1
        + __all__ = ["run"]


          def run():
        -     return 1 if is_new() else old()
        +     return 1
    """,
    "with a module that keeps but a docstring and a logger": '''
        @ app.py
        - from legacy import old
        -
        -
          def run():
        -     return 1 if is_new() else old()
        +     return 1
        @ legacy.py gone
        - """Old."""
        -
        - import logging
        -
        - log = logging.getLogger(__name__)
        -
        -
        - def old():
        -     log.info("x")
        -     return 1
    ''',
    "with a whole package": """
        @ app/__init__.py
        @ app/main.py
        - from app.old import go
        -
        -
          def run():
        -     return 1 if is_new() else go()
        +     return 1
        @ app/old/__init__.py gone
        - from app.old.walk import go
        @ app/old/walk.py gone
        - from app.old.limits import LIMIT
        -
        -
        - def go():
        -     return LIMIT
        @ app/old/limits.py gone
        - LIMIT = 3
    """,
    "only a private helper under WRAP": """
        ? wrap worker.py
        @ worker.py
        - def _old():
        -     return 1
        -
        -
          def public_old():
              return 2


          def run():
        -     return 1 if is_new() else _old() + public_old()
        +     return 1
    """,
    "with the test that alone exercises it": """
        @ app.py
        - def old():
        + def run():
              return 1
        -
        -
        - def run():
        -     return 1 if is_new() else old()
        @ tests/test_app.py
        - from app import old, run
        -
        -
        - def test_old():
        -     assert old() == 1
        + from app import run


          def test_run():
              assert run() == 1
    """,
    "a class whose body only makes values": """
        @ app.py
        - from django.utils.translation import gettext_lazy as _
        -
        -
        - class Old:
        -     label = _("Old")
        -     sizes = sorted([3, 1])
        -
        -
          def run():
        -     return 1 if is_new() else Old().label
        +     return 1
    """,
    "both of two definitions of one name": """
        @ app.py
        - def old():
        -     return 1
        -
        -
        - def old():
        -     return 2
        -
        -
          def run():
        -     return 1 if is_new() else old()
        +     return 1
    """,
    "with the statements that add it to __all__": """
        @ app/__init__.py
        - from .legacy import old, older
          from .main import run

          __all__ = ["run"]
        - __all__ += ["old"]
        - __all__.extend(["older"])
        @ app/legacy.py gone
        - def old():
        -     return older()
        -
        -
        - def older():
        -     return 1
        @ app/main.py
        - from .legacy import old
        -
        -
          def run():
        -     return 1 if is_new() else old()
        +     return 1
    """,
    "with the star import that brings nothing any more": """
        @ app.py
        - from legacy import *
        -
        -
          def run(x):
        -     return x if is_new() else old(x)
        +     return x
        @ legacy.py gone
        - def old(x):
        -     return x
    """,
    "with the setter and its global, and the calls of that": """
        @ app.py
        - STATE = None
        -
        -
        - def set_it(v):
        -     global STATE
        -     STATE = v
        -
        -
          def run():
        -     set_it(1)
        -     return 1 if is_new() else STATE
        +     return 1
    """,
    "with its part of a global": """
        @ app.py
        - STATE = None
          OTHER = None


        - def set_it(v):
        -     global STATE, OTHER
        -     STATE = v
        + def set_it(v):
        +     global OTHER
              OTHER = v


          def run():
              set_it(1)
        -     return OTHER if is_new() else STATE
        +     return OTHER
    """,
    "with what its stub and the stubs beside it declare": """
        @ app/__init__.py
        - from .legacy import old as old
          from .main import run as run
        @ app/__init__.pyi
        - from .legacy import old as old
          from .main import run as run
        @ app/legacy.py gone
        - def old():
        -     return 1
        @ app/legacy.pyi gone
        - def old() -> int: ...
        @ app/main.py
        - from .legacy import old
        -
        -
        - def helper(x):
        -     return x
        -
        -
          class Router:
        -     def go(self):
        -         return 1
        -
              def stay(self):
                  return 2


          def run(r: Router):
        -     return 1 if is_new() else old(helper(r.go()))
        +     return 1
        @ app/main.pyi
        - from typing import Any, overload
        -
        - @overload
        - def helper(x: int) -> Any: ...
        - @overload
        - def helper(x: str) -> Any: ...
        -
          class Router:
        -     def go(self) -> int: ...
              def stay(self) -> int: ...

          def run(r: Router) -> int: ...
    """,
    "with a logger that only it used": """
        @ app.py
        - import structlog
        -
        - log = structlog.get_logger(__name__)
        -
        -
        - def old():
        -     log.info("x")
        -
        -
          def run():
        -     return 1 if is_new() else old()
        +     return 1
    """,
}

SAID = {
    "its module is imported by a name put together": (
        "app/plugins/one.py:1: now unused, but app/load.py:5 may import its module by a name put together at run time"
    ),
    "an entry point in setup.py names it": (
        "setup.py:3: old is used by no code any more, but it is named here, so it stays"
    ),
    "a workflow imports it from where it is handed on": (
        "ci.yml:1: old is used by no code any more, but it is named here, so it stays"
    ),
    "code under KEEP reads it": (
        "billing.py:3: reads USE_NEW, which the flag settles, and is under KEEP, so USE_NEW stays"
    ),
    "an entry point in pyproject.toml names it": (
        "pyproject.toml:2: old is used by no code any more, but it is named here, so it stays"
    ),
    "an entry point in setup.cfg names it": (
        "setup.cfg:3: old is used by no code any more, but it is named here, so it stays"
    ),
    "a config file names its path": "conf.yaml:1: old is used by no code any more, but it is named here, so it stays",
    "a notebook imports it": "nb.ipynb:1: old is used by no code any more, but it is named here, so it stays",
    "a string is its name": "app.py:5: LIMIT is used by no code any more, but it is named here, so it stays",
    "getattr names it": "app.py:5: old is used by no code any more, but it is named here, so it stays",
    "getattr puts its name together": (
        "legacy.py:1: now unused, but app.py:5 may reach it by a name put together at run time"
    ),
    "globals() is asked for a name put together": (
        "app.py:1: now unused, but app.py:6 may reach it by a name put together at run time"
    ),
    "its module is handed on as a whole": (
        "legacy.py:1: now unused, but its module is handed on as a whole at app.py:5, so it may be reached from there"
    ),
    "its module is held by a variable": (
        "app/legacy.py:1: "
        "now unused, but its module is handed on as a whole at app/second.py:3, so it may be reached from there"
    ),
    "a file that cannot be parsed mentions it": (
        "broken.py:1: old is used by no code any more, but it is named here, so it stays"
    ),
    "its decorator makes it a task": "app.py:2: now unused, but its decorator may register it, so it stays",
    "making a default of it acts": (
        "app.py:1: now unused, but a default of it may do more when it is made, so it stays"
    ),
    "its body acts when the class is made": (
        "app.py:1: now unused, but its base or its body may do more when the class is made, so it stays"
    ),
    "its decorator routes to it": "app.py:2: now unused, but its decorator may register it, so it stays",
    "its base class registers it": "app.py:8: now unused, but making the class may register it, so it stays",
    "its metaclass registers it": "app.py:6: now unused, but making the class may register it, so it stays",
    "it is a model of Django": "app.py:4: now unused, but making the class may register it, so it stays",
    "making its value acts": "app.py:1: now unused, but the statement that makes it may do more, so it stays",
    "one of a row whose value may act": "app.py:1: now unused, but its statement binds other names too, so it stays",
    "one of a row on several lines": "app.py:1: now unused, but its statement binds other names too, so it stays",
    "one name of a chain in parentheses of its own": (
        "app.py:1: now unused, but its statement binds other names too, so it stays"
    ),
    "it is added to at the top": "app.py:1: now unused, but the statement that makes it may do more, so it stays",
    "a function rebinds it": "app.py:1: now unused, but the statement that makes it may do more, so it stays",
    "an example in a docstring calls it": (
        "app.py:2: old is used by no code any more, but it is named here, so it stays"
    ),
}


@pytest.mark.parametrize("drawing", KEPT.values(), ids=KEPT)
def test_a_definition_stays_where(drawing: str) -> None:
    check(drawing)


@pytest.mark.parametrize("drawing", GOES.values(), ids=GOES)
def test_a_definition_goes(drawing: str) -> None:
    check(drawing)


@pytest.mark.parametrize("name", SAID)
def test_why_it_stays_is_said(name: str) -> None:
    assert SAID[name] in findings(KEPT[name])
