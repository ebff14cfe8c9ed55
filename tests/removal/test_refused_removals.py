"""What cannot be done is refused with its place, its reason and who reaches it, and changes nothing."""

from __future__ import annotations

import pytest
from planning import refusals

REFUSED = {
    "a value by which a test of something else is set up": (
        """
        ? remove flags.OLD
        @ flags.py
          OLD = "old"
          NEW = "new"
        @ tests/test_app.py
          from flags import OLD


          def test_run(settings):
              settings.FLAGS[OLD] = True
              assert run() == 1
    """,
        [
            (
                "tests/test_app.py:5",
                "a test uses OLD in a way that cannot be cut cleanly",
                ("test_run (tests/test_app.py:5)",),
            )
        ],
    ),
    "an attribute that the fallback does not have": (
        """
        ? remove app.old -> None
        @ app.py
          def old():
              return 1


          def run():
              return old().columns
    """,
        [("app.py:6", "the fallback None would raise here, for it has no columns", ("run (app.py:6)",))],
    ),
    "an attribute that the fallback does not have, asked of the local that gets it": (
        """
        ? remove app.old -> None
        @ app.py
          def old():
              return 1


          def run():
              rows = old()
              return rows.count()
    """,
        [("app.py:6", "the fallback None would raise where rows is used, for it has no count", ("run (app.py:6)",))],
    ),
    "an attribute that the fallback does not have, asked before the local can get another": (
        """
        ? remove app.old -> None
        @ app.py
          def old(x):
              return x


          def run(x):
              parsed = old(x)
              if not parsed.scheme:
                  parsed = x
              return parsed.netloc
    """,
        [("app.py:6", "the fallback None would raise where parsed is used, for it has no scheme", ("run (app.py:6)",))],
    ),
    "an attribute that the fallback does not have, asked of one side of a choice": (
        """
        ? remove app.old -> None
        @ app.py
          def old():
              return 1


          def run(x):
              found = old() if x else [1]
              found.append(2)
              return found
    """,
        [("app.py:6", "the fallback None would raise where found is used, for it has no append", ("run (app.py:6)",))],
    ),
    "an order that the fallback does not have": (
        """
        ? remove app.old -> None
        @ app.py
          def old():
              return 1


          def run(x):
              limit = old()
              print(limit)
              if x > limit:
                  return x
    """,
        [("app.py:6", "the fallback None would raise where limit is used, for it has no order", ("run (app.py:6)",))],
    ),
    "a sum that the fallback is no part of": (
        """
        ? remove app.old -> None
        @ app.py
          def old():
              return 1


          def run(x):
              return x + old()
    """,
        [("app.py:6", "the fallback None would raise here, for it takes no part in arithmetic", ("run (app.py:6)",))],
    ),
    "a context manager that a stack enters": (
        """
        ? remove app.old -> None
        @ app.py
          from contextlib import ExitStack


          def old():
              return open("x")


          def run():
              with ExitStack() as stack:
                  return stack.enter_context(old())
    """,
        [("app.py:10", "the fallback None would raise here, for it is no context manager", ("run (app.py:10)",))],
    ),
    "a context manager that the fallback is not": (
        """
        ? remove app.old -> None
        @ app.py
          def old():
              return 1


          def run():
              with old() as x:
                  return x
    """,
        [("app.py:6", "the fallback None would raise here, for it is no context manager", ("run (app.py:6)",))],
    ),
    "parts that the fallback does not have": (
        """
        ? remove app.old -> None
        @ app.py
          def old():
              return 1


          def run():
              a, b = old()
              return a
    """,
        [("app.py:6", "the fallback None would raise here, for it cannot be taken apart", ("run (app.py:6)",))],
    ),
    "a loop over what cannot be iterated": (
        """
        ? remove app.old -> 0
        @ app.py
          def old():
              return 1


          def run():
              return [x for x in old()]
    """,
        [("app.py:6", "the fallback 0 would raise here, for it cannot be iterated", ("run (app.py:6)",))],
    ),
    "a call without a declared fallback": (
        """
        ? remove legacy.old
        @ legacy.py
          def old(x):
              return x
        @ app.py
          from legacy import old


          def run(x):
              return old(x)


          def main():
              return run(1)
    """,
        [
            ("app.py:5", "live code calls it and the item declares no fallback", ("run (app.py:5)", "main (app.py:9)")),
        ],
    ),
    "an entry of a dict": (
        """
        ? remove legacy.old -> 1
        @ legacy.py
          def old(x):
              return x
        @ app.py
          from legacy import old

          TABLE = {"old": old}
    """,
        [
            ("app.py:3", "live code uses it as a value, which no fallback can stand in for", ("TABLE (app.py:3)",)),
        ],
    ),
    "part of a sum of lists": (
        """
        ? remove legacy.OLD
        @ legacy.py
          OLD = "old"
        @ app.py
          from legacy import OLD

          NAMES = ["a"] + [OLD]
    """,
        [
            ("app.py:3", "live code uses it as a value, which no fallback can stand in for", ("NAMES (app.py:3)",)),
        ],
    ),
    "part of an entry": (
        """
        ? remove legacy.OLD
        @ legacy.py
          OLD = "old"
          NEW = "new"
          ALL = [OLD + NEW, NEW]
    """,
        [
            ("legacy.py:3", "live code uses it as a value, which no fallback can stand in for", ("ALL (legacy.py:3)",)),
        ],
    ),
    "an argument of partial": (
        """
        ? remove legacy.old -> 1
        @ legacy.py
          def old(x):
              return x
        @ app.py
          from functools import partial

          from legacy import old

          run = partial(old, 1)
    """,
        [
            ("app.py:5", "live code uses it as a value, which no fallback can stand in for", ("run (app.py:5)",)),
        ],
    ),
    "a default argument": (
        """
        ? remove legacy.old -> 1
        @ legacy.py
          def old(x):
              return x
        @ app.py
          from legacy import old


          def run(x=old):
              return x
    """,
        [
            ("app.py:4", "live code uses it as a value, which no fallback can stand in for", ("run (app.py:4)",)),
        ],
    ),
    "a decorator": (
        """
        ? remove legacy.old -> 1
        @ legacy.py
          def old(x):
              return x
        @ app.py
          from legacy import old


          @old
          def run(x):
              return x
    """,
        [
            ("app.py:4", "live code uses it as a value, which no fallback can stand in for", ("run (app.py:4)",)),
        ],
    ),
    "a decorator that is called": (
        """
        ? remove legacy.old -> 1
        @ legacy.py
          def old(x):
              return x
        @ app.py
          from legacy import old


          @old(1)
          def run(x):
              return x
    """,
        [
            (
                "app.py:4",
                "it is called in a decorator or for a base class, where no fallback can stand in for it",
                ("run (app.py:4)",),
            ),
        ],
    ),
    "a base class": (
        """
        ? remove legacy.Old -> 1
        @ legacy.py
          class Old:
              pass
        @ app.py
          from legacy import Old


          class New(Old):
              pass


          x = New()
    """,
        [
            (
                "app.py:4",
                "live code uses it as a value, which no fallback can stand in for",
                ("New (app.py:4)", "x (app.py:8)"),
            ),
        ],
    ),
    "a base class that a call makes": (
        """
        ? remove legacy.old -> dict
        @ legacy.py
          def old(x):
              return x
        @ app.py
          from legacy import old


          class A(old(1)):
              pass


          print(A)
    """,
        [
            (
                "app.py:4",
                "it is called in a decorator or for a base class, where no fallback can stand in for it",
                ("A (app.py:4)",),
            ),
        ],
    ),
    "an annotation": (
        """
        ? remove legacy.Old
        @ legacy.py
          class Old:
              pass
        @ app.py
          from legacy import Old


          def run(x: Old) -> "Old | None":
              return x
    """,
        [
            ("app.py:4", "live code uses it as a value, which no fallback can stand in for", ("run (app.py:4)",)),
        ],
    ),
    "a quoted annotation": (
        """
        ? remove legacy.Old
        @ legacy.py
          class Old:
              pass
        @ app.py
          from legacy import Old


          def run(x: "list[Old]") -> None:
              return x
    """,
        [
            ("app.py:4", "live code uses it as a value, which no fallback can stand in for", ("run (app.py:4)",)),
        ],
    ),
    "a type that is tested for": (
        """
        ? remove legacy.Old
        @ legacy.py
          class Old:
              pass
        @ app.py
          from legacy import Old


          def run(x):
              return 1 if isinstance(x, Old) else 2
    """,
        [
            ("app.py:5", "live code uses it as a value, which no fallback can stand in for", ("run (app.py:5)",)),
        ],
    ),
    "an exception that is caught": (
        """
        ? remove legacy.OldError
        @ legacy.py
          class OldError(Exception):
              pass
        @ app.py
          from legacy import OldError


          def run(x):
              try:
                  go()
              except OldError:
                  return 2
    """,
        [
            ("app.py:7", "live code uses it as a value, which no fallback can stand in for", ("run (app.py:7)",)),
        ],
    ),
    "an example in a docstring": (
        '''
        ? remove legacy.old -> 1
        @ legacy.py
          def old():
              return 1


          def new():
              """New.

              >>> old()
              1
              """
              return 2
    ''',
        [
            ("legacy.py:6", "a string names it, so it may be reached from elsewhere", ("new (legacy.py:6)",)),
        ],
    ),
    "a string with its path": (
        """
        ? remove legacy.old -> DEFAULT
        @ legacy.py
          def old(x):
              return x
        @ app.py
          TASK = "legacy.old"
          KIND = "old"
    """,
        [
            ("app.py:1", "a string names it, so it may be reached from elsewhere", ("TASK (app.py:1)",)),
        ],
    ),
    "a setting with its path": (
        """
        ? path app/middleware.py
        @ app/__init__.py
        @ app/middleware.py
          class Old:
              pass
        @ app/settings.py
          MIDDLEWARE = [
              "app.middleware.Old",
              "app.other.New",
          ]
    """,
        [
            (
                "app/settings.py:2",
                "a string names it, so it may be reached from elsewhere",
                ("MIDDLEWARE (app/settings.py:2)",),
            ),
            (
                "app/settings.py:2",
                "a string names the module, so it may be imported from elsewhere",
                ("MIDDLEWARE (app/settings.py:2)",),
            ),
        ],
    ),
    "an entry point": (
        """
        ? path app/old.py
        @ pyproject.toml
          [project.scripts]
          old = "app.old:go"
        @ app/__init__.py
        @ app/old.py
          def go():
              return 1
    """,
        [
            ("pyproject.toml:2", "this file names it and cannot be changed by the tool", ()),
        ],
    ),
    "a file that cannot be parsed": (
        """
        ? remove legacy.old -> 1
        @ legacy.py
          def old(x):
              return x
        @ broken.py
          from legacy import old
          print old
    """,
        [
            ("broken.py:1", "this file names it and cannot be changed by the tool", ()),
        ],
    ),
    "a function that nothing used before": (
        """
        ? remove legacy.old
        @ legacy.py
          def old(x):
              return x
        @ app.py
          from legacy import old


          def helper():
              return old(1)


          def outer():
              return helper()


          def main():
              return 1
    """,
        [
            (
                "app.py:5",
                "live code calls it and the item declares no fallback",
                ("helper (app.py:5)", "outer (app.py:9)"),
            ),
        ],
    ),
    "a call under KEEP": (
        """
        ? remove legacy.old -> 1
        ? keep billing/
        @ legacy.py
          def old(x):
              return x
        @ billing/pay.py
          from legacy import old

          old(1)
    """,
        [
            ("billing/pay.py:1", "code under KEEP uses it", ()),
            ("billing/pay.py:3", "code under KEEP uses it", ()),
        ],
    ),
    "an import under KEEP": (
        """
        ? remove legacy.old -> 1
        ? keep billing/
        @ legacy.py
          def old(x):
              return x
        @ billing/pay.py
          from legacy import old
    """,
        [
            ("billing/pay.py:1", "code under KEEP uses it", ()),
        ],
    ),
    "an import of the file under KEEP": (
        """
        ? path app/old.py
        ? keep billing.py
        @ app/__init__.py
        @ app/old.py
          x = 1
        @ billing.py
          import app.old
    """,
        [
            ("billing.py:1", "code under KEEP imports it", ()),
        ],
    ),
    "one place of two": (
        """
        ? remove legacy.old -> DEFAULT
        @ legacy.py
          def old(x):
              return x
        @ app.py
          from legacy import old

          DEFAULT = 1


          def run(x):
              return old(x)
        @ b.py
          from legacy import old

          TABLE = {1: old}
    """,
        [
            ("b.py:3", "live code uses it as a value, which no fallback can stand in for", ("TABLE (b.py:3)",)),
        ],
    ),
    "a raise inside an expression": (
        """
        ? remove legacy.old -> raise ValueError("x")
        @ legacy.py
          def old(x):
              return x
        @ app.py
          from legacy import old


          def a(x):
              return old(x) + 1
    """,
        [
            ("app.py:5", "the fallback raises, and the call stands inside an expression", ("a (app.py:5)",)),
        ],
    ),
    "a raise for a value that is read elsewhere": (
        """
        ? remove legacy.old -> raise ValueError("x")
        @ legacy.py
          def old(x):
              return x
        @ app.py
          from legacy import old


          def a(x):
              y = None
              if x:
                  y = old(x)
              return y
    """,
        [
            ("app.py:7", "the fallback raises, and what the call is assigned to is used elsewhere", ("a (app.py:7)",)),
        ],
    ),
    "a raise outside of functions": (
        """
        ? remove legacy.old -> raise ValueError("x")
        @ legacy.py
          def old(x):
              return x
        @ app.py
          from legacy import old

          x = old(1)
    """,
        [
            ("app.py:3", "the fallback raises, and the call stands in no function", ("x (app.py:3)",)),
        ],
    ),
    "a raise before the only yield": (
        """
        ? remove legacy.old -> raise ValueError("x")
        @ legacy.py
          def old(x):
              return x
        @ app.py
          from legacy import old


          def a(x):
              y = old(x)
              yield y
    """,
        [
            (
                "app.py:5",
                "the fallback raises, and only what follows makes the function a generator",
                ("a (app.py:5)",),
            ),
        ],
    ),
    "a raise before what makes a name local": (
        """
        ? remove legacy.old -> raise ValueError("x")
        @ legacy.py
          def old(x):
              return x
        @ app.py
          from legacy import old


          def run(a):
              if a:
                  return old(a)
                  b = 1
              return b
    """,
        [
            ("app.py:6", "the fallback raises, and only what follows makes b a local name", ("run (app.py:6)",)),
        ],
    ),
    "an await outside of async functions": (
        """
        ? remove legacy.old -> await app.defaults.pick()
        @ app/__init__.py
        @ app/defaults.py
          async def pick():
              return 1
        @ legacy.py
          def old(x):
              return x
        @ app/main.py
          from legacy import old


          def run(x):
              return old(x)
    """,
        [
            (
                "app/main.py:5",
                "the fallback awaits, and the call stands in no async function",
                ("run (app/main.py:5)",),
            ),
        ],
    ),
    "a name that the file does not know": (
        """
        ? remove legacy.old -> DEFAULT
        @ legacy.py
          def old(x):
              return x
        @ app.py
          from legacy import old


          def run(x):
              return old(x)
    """,
        [
            (
                "app.py:5",
                "the fallback names DEFAULT, which this file does not know: write its dotted name",
                ("run (app.py:5)",),
            ),
        ],
    ),
    "a name that its module does not define": (
        """
        ? remove legacy.old -> app.defaults.DEFALT
        @ app/__init__.py
        @ app/defaults.py
          DEFAULT = 1
        @ legacy.py
          def old(x):
              return x
        @ app/main.py
          from legacy import old


          def run(x):
              return old(x)
    """,
        [
            (
                "app/main.py:5",
                "the fallback names app.defaults.DEFALT, which app/defaults.py does not define",
                ("run (app/main.py:5)",),
            ),
        ],
    ),
    "quotes that an f-string cannot hold": (
        """
        ? remove legacy.old -> "it's"
        @ legacy.py
          def old(x):
              return x
        @ app.py
          from legacy import old


          def run(x):
              return f"got {old(x)}"
    """,
        [
            (
                "app.py:5",
                "the fallback holds quotes or backslashes that the f-string around the call cannot hold",
                ("run (app.py:5)",),
            ),
        ],
    ),
    "a value that is written to": (
        """
        ? remove legacy.old -> app.defaults.DEFAULT
        @ app/__init__.py
        @ app/defaults.py
          DEFAULT = {}
        @ legacy.py
          def old(x):
              return x
        @ app/main.py
          from legacy import old


          def run(x):
              old(x)["k"] = 1
    """,
        [
            (
                "app/main.py:5",
                "live code writes to what the call gives, which must not reach the fallback",
                ("run (app/main.py:5)",),
            ),
        ],
    ),
    "a cycle outside of functions": (
        """
        ? remove app.legacy.old -> app.defaults.DEFAULT
        @ app/__init__.py
        @ app/defaults.py
          from app.main import x

          DEFAULT = 1
        @ app/legacy.py
          def old(x):
              return x
        @ app/main.py
          from app.legacy import old

          x = old(1)
    """,
        [
            (
                "app/main.py:3",
                "the fallback's import would make a cycle at the top of the file, "
                "and there is no function body to hold it",
                ("x (app/main.py:3)",),
            ),
        ],
    ),
    "a guard without leave to drop it": (
        """
        ? remove app.models.ALLOWED
        @ app/__init__.py
        @ app/models.py
          ALLOWED = ("a", "b")
        @ app/main.py
          from app.models import ALLOWED


          def run(model):
              if model not in ALLOWED:
                  raise ValueError(model)
              return model
    """,
        [
            (
                "app/main.py:5",
                "live code uses it as a value, which no fallback can stand in for",
                ("run (app/main.py:5)",),
            ),
        ],
    ),
    "a guard that asks more": (
        """
        ? guarded app.models.ALLOWED
        @ app/__init__.py
        @ app/models.py
          ALLOWED = ("a", "b")
        @ app/main.py
          from app.models import ALLOWED


          def run(model):
              if model not in ALLOWED and model.strict:
                  raise ValueError(model)
              return model
    """,
        [
            (
                "app/main.py:5",
                "live code uses it as a value, which no fallback can stand in for",
                ("run (app/main.py:5)",),
            ),
        ],
    ),
    "a guard with an else": (
        """
        ? guarded app.models.ALLOWED
        @ app/__init__.py
        @ app/models.py
          ALLOWED = ("a", "b")
        @ app/main.py
          from app.models import ALLOWED


          def run(model):
              if model not in ALLOWED:
                  raise ValueError(model)
              else:
                  return model
    """,
        [
            (
                "app/main.py:5",
                "live code uses it as a value, which no fallback can stand in for",
                ("run (app/main.py:5)",),
            ),
        ],
    ),
    "a test that returns no error": (
        """
        ? guarded app.models.ALLOWED
        @ app/__init__.py
        @ app/models.py
          ALLOWED = ("a", "b")
        @ app/main.py
          from app.models import ALLOWED


          def run(model):
              if model in ALLOWED:
                  return call(model)
              raise ValueError(model)
    """,
        [
            (
                "app/main.py:5",
                "live code uses it as a value, which no fallback can stand in for",
                ("run (app/main.py:5)",),
            ),
        ],
    ),
    "a guard that returns another value": (
        """
        ? guarded app.models.ALLOWED
        @ app/__init__.py
        @ app/models.py
          ALLOWED = ("a", "b")
        @ app/main.py
          from app.models import ALLOWED


          def run(model):
              if model not in ALLOWED:
                  return "gpt-4"
              return model
    """,
        [
            (
                "app/main.py:5",
                "live code uses it as a value, which no fallback can stand in for",
                ("run (app/main.py:5)",),
            ),
        ],
    ),
    "a guard whose test acts": (
        """
        ? guarded app.models.ALLOWED
        @ app/__init__.py
        @ app/models.py
          ALLOWED = ("a", "b")
        @ app/main.py
          from app.models import ALLOWED


          def run(model):
              if pop(model) not in ALLOWED:
                  raise ValueError(model)
              return model
    """,
        [
            (
                "app/main.py:5",
                "live code uses it as a value, which no fallback can stand in for",
                ("run (app/main.py:5)",),
            ),
        ],
    ),
    "a guard that binds a name": (
        """
        ? guarded app.models.ALLOWED
        @ app/__init__.py
        @ app/models.py
          ALLOWED = ("a", "b")
        @ app/main.py
          from app.models import ALLOWED


          def check(models):
              if (name := models.name) not in ALLOWED:
                  raise ValueError(name)
              return name
    """,
        [
            (
                "app/main.py:5",
                "live code uses it as a value, which no fallback can stand in for",
                ("check (app/main.py:5)",),
            ),
        ],
    ),
    "a call into the file": (
        """
        ? path app/old.py
        @ app/__init__.py
        @ app/old.py
          def go():
              return 1
        @ app/main.py
          from app.old import go


          def run():
              return go()
    """,
        [
            ("app/main.py:5", "live code calls it and the item declares no fallback", ("run (app/main.py:5)",)),
        ],
    ),
    "a read of the file's module": (
        """
        ? path app/old.py
        @ app/__init__.py
        @ app/old.py
          def go():
              return 1
        @ app/main.py
          import app.old as o


          def run():
              return o.missing
    """,
        [
            ("app/main.py:1", "live code uses the module", ()),
        ],
    ),
    "an import that others need": (
        """
        ? path app/old.py
        @ app/__init__.py
        @ app/other.py
          def go():
              return 1
        @ app/old.py
          def old():
              return 1
        @ main.py
          import app.old

          app.other.go()
    """,
        [
            ("main.py:1", "live code reaches other modules through this import", ()),
        ],
    ),
    "a name that the file hands on": (
        """
        ? path app/old.py
        @ app/__init__.py
        @ app/old.py
          from json import dumps


          def old():
              return dumps(1)
        @ main.py
          from app.old import dumps

          dumps(2)
    """,
        [
            ("main.py:1", "live code uses what this import brings", ()),
        ],
    ),
    "a name that its star hands on": (
        """
        ? path app/old.py
        @ app/__init__.py
        @ app/old.py
          from json import dumps


          def old():
              return dumps(1)
        @ main.py
          from app.old import *

          dumps(2)
    """,
        [
            ("main.py:1", "live code uses dumps, which this import brings", ()),
        ],
    ),
    "a string with the module's path": (
        """
        ? path app/old/
        @ app/__init__.py
        @ app/old/__init__.py
        @ app/old/models.py
          x = 1
        @ settings.py
          INSTALLED_APPS = [
              "app.old",
              "app.new",
          ]
    """,
        [
            (
                "settings.py:2",
                "a string names the module, so it may be imported from elsewhere",
                ("INSTALLED_APPS (settings.py:2)",),
            ),
        ],
    ),
    "a variable that a function reads": (
        """
        ? env OLD_URL
        @ app.py
          import os


          def run():
              return os.environ["OLD_URL"]


          run()
    """,
        [
            ("app.py:5", "live code still reads OLD_URL", ()),
        ],
    ),
    "a variable that a constant reads": (
        """
        ? env OLD_URL
        @ app.py
          import os

          URL = os.environ["OLD_URL"]
          TIMEOUT = int(os.environ.get("OLD_URL", 3))


          def run():
              return TIMEOUT
    """,
        [
            ("app.py:4", "live code still reads OLD_URL", ()),
        ],
    ),
    "a variable that KEEP reads": (
        """
        ? env OLD_URL
        ? keep billing.py
        @ billing.py
          import os

          OLD_URL = os.getenv("OLD_URL", "x")
    """,
        [
            ("billing.py:3", "live code still reads OLD_URL", ()),
        ],
    ),
    "a method that a field of its serializer calls by the field's name": (
        """
        ? remove api.PageSerializer.get_domain -> None
        @ api.py
          from rest_framework import serializers


          class PageSerializer(serializers.Serializer):
              domain = serializers.SerializerMethodField()

              def get_domain(self, page):
                  return page.host
    """,
        [("api.py:5", "the field domain calls get_domain", ())],
    ),
    "a method that a field of a subclass calls, with a field class of the repository's own": (
        """
        ? remove api.Hosted.get_domain -> None
        @ fields.py
          from rest_framework.serializers import SerializerMethodField


          class Cached(SerializerMethodField):
              pass
        @ api.py
          from rest_framework import serializers

          from fields import Cached


          class Hosted:
              def get_domain(self, page):
                  return page.host


          class PageSerializer(Hosted, serializers.Serializer):
              domain = Cached(source="*")
    """,
        [("api.py:12", "the field domain calls get_domain", ())],
    ),
    "a method that a field in its class names": (
        """
        ? remove filters.Builds.by_kind -> None
        @ filters.py
          from django_filters import ChoiceFilter, FilterSet


          class Builds(FilterSet):
              kind = ChoiceFilter(method="by_kind")

              def by_kind(self, rows, _, value):
                  return rows
    """,
        [
            (
                "filters.py:5",
                "Builds names by_kind here, for whoever reads its attributes",
                ("Builds.kind (filters.py:5)",),
            )
        ],
    ),
    "a method that a list in its class names": (
        """
        ? remove admin.BuildAdmin.rebuild -> None
        @ admin.py
          from django.contrib import admin


          class BuildAdmin(admin.ModelAdmin):
              list_display = ["name"]
              actions = ["rebuild"]

              def rebuild(self, request, rows):
                  rows.update(state="new")
    """,
        [
            (
                "admin.py:6",
                "BuildAdmin names rebuild here, for whoever reads its attributes",
                ("BuildAdmin.actions (admin.py:6)",),
            )
        ],
    ),
    "a property that the class of another file names in its settings": (
        """
        ? remove models.Build.age -> None
        @ models.py
          class Build:
              @property
              def age(self):
                  return 1
        @ api.py
          from rest_framework import serializers

          import models


          class BuildSerializer(serializers.ModelSerializer):
              class Meta:
                  model = models.Build
                  fields = ("name", "age")
    """,
        [
            (
                "api.py:9",
                "BuildSerializer names age here, for whoever reads its attributes",
                ("BuildSerializer.Meta.fields (api.py:9)",),
            )
        ],
    ),
    "a property that code asks for by its name": (
        """
        ? remove models.Course.in_spanish -> None
        @ models.py
          class Course:
              @property
              def in_spanish(self):
                  return False
        @ index.py
          def is_indexed(product):
              return getattr(product, "in_spanish", True)
    """,
        [("index.py:2", "live code asks for in_spanish by its name", ("is_indexed (index.py:2)",))],
    ),
    "a method whose presence code asks for": (
        """
        ? remove models.Course.old_key -> None
        @ models.py
          class Course:
              def old_key(self):
                  return 1


          def key(course: Course):
              return hasattr(course, "old_key")
    """,
        [("models.py:7", "live code asks for old_key by its name", ("key (models.py:7)",))],
    ),
    "a function that code asks its module for": (
        """
        ? remove legacy.old -> None
        @ legacy.py
          def old():
              return 1
        @ app.py
          import legacy


          def run():
              return getattr(legacy, "old")()
    """,
        [("app.py:5", "live code asks for old by its name", ("run (app.py:5)",))],
    ),
    "a name that is deleted": (
        """
        ? remove legacy.old
        @ legacy.py
          def old(x):
              return x


          del old
    """,
        [
            ("legacy.py:1", "legacy.old is bound in a way that cannot simply go", ()),
        ],
    ),
    "a name that is bound twice": (
        """
        ? remove legacy.OLD
        @ legacy.py
          OLD = 1
          OLD += 1
    """,
        [
            ("legacy.py:1", "legacy.OLD is bound in a way that cannot simply go", ()),
        ],
    ),
    "a name that is bound with another": (
        """
        ? remove legacy.OLD
        @ legacy.py
          OLD, NEW = load()
    """,
        [
            ("legacy.py:1", "legacy.OLD is bound in a way that cannot simply go", ()),
        ],
    ),
}


@pytest.mark.parametrize(("drawing", "expected"), REFUSED.values(), ids=REFUSED)
def test_it_is_refused(drawing: str, expected: list[tuple[str, str, tuple[str, ...]]]) -> None:
    assert refusals(drawing) == expected
