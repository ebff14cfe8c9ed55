"""Calls of a removed function get the declared fallback, as their place asks."""

from __future__ import annotations

import pytest
from planning import check, findings

GOES = {
    "None where only what a condition guards reads of it": """
        ? remove app.old -> None
        @ app.py
        - def old():
        -     return 1
        -
        -
          def run(x):
        -     limit = old()
        +     limit = None
              y = "%s" % limit
              if x and limit > x:
                  return limit.real
              limit = x
              return y, limit.real
    """,
    "None for a local that a block may set before it is read": """
        ? remove app.old -> None
        @ app.py
        - def old():
        -     return 1
        -
        -
          def run(x):
        -     found = old()
        +     found = None
              if x:
                  found = [x]
              found.append(1)
              return found
    """,
    "a value, and what code uses whose file only has the name of a test stays": """
        ? remove app.old -> 0
        @ app.py
          def small():
              return 1


        - def old():
        -     return small()
        -
        -
          def run():
        -     return old()
        +     return 0
        @ load_test.py
          from app import small


          class Load:
              def measure(self):
                  return small()
    """,
    "a value in code whose file only has the name of a test": """
        ? remove app.old -> 0
        @ app.py
        - def old():
        -     return 1
        -
        -
          def run():
        -     return old()
        +     return 0
        @ jobs/version_test.py
        - from app import old
        -
        -
          class CreateVersion:
              def execute(self):
        -         return old()
        +         return 0
        @ tests/test_version.py
          from jobs.version_test import CreateVersion


          def test_version():
              assert CreateVersion().execute() == 1
    """,
    "None for a local that a condition asks for": """
        ? remove app.old -> None
        @ app.py
        - def old():
        -     return 1
        -
        -
          def run():
        -     rows = old()
        +     rows = None
              if not rows:
                  return 0
              return rows.count()
    """,
    "None for a local that is given more": """
        ? remove app.old -> None
        @ app.py
        - def old():
        -     return 1
        -
        -
          def run(x):
        -     rows = old()
        +     rows = None
              for row in x:
                  rows = row
              return rows.count()
    """,
    "None for a local that is handed on": """
        ? remove app.old -> None
        @ app.py
        - def old():
        -     return 1
        -
        -
          def run(x):
        -     rows = old()
        +     rows = None
              return x(rows, [rows])
    """,
    "a text where a text is asked for": """
        ? remove app.old -> ""
        @ app.py
        - def old():
        -     return 1
        -
        -
          def run():
        -     return [x for x in old()], old().strip(), old()[:1]
        +     return [x for x in ""], "".strip(), ""[:1]
    """,
    "a value that the file knows": """
        ? remove legacy.old -> DEFAULT
        @ legacy.py
        - def old(x):
        -     return x
        -
        -
          def new(x):
              return x
        @ app.py
        - from legacy import old
        -
          DEFAULT = 1


          def run(x):
        -     return old(x)
        +     return DEFAULT
    """,
    "a value for an awaited call": """
        ? remove legacy.old -> DEFAULT
        @ legacy.py gone
        - async def old(x):
        -     return x
        @ app.py
        - from legacy import old
        -
          DEFAULT = 1


          async def run(x):
        -     y = await old(x)
        +     y = DEFAULT
              return y
    """,
    "an await for an awaited call": """
        ? remove legacy.old -> await pick()
        @ legacy.py gone
        - async def old(x):
        -     return x
        @ app.py
        - from legacy import old
        -
        -
          async def pick():
              return 1


          async def run(x):
        -     return (await old(x)).name
        +     return (await pick()).name
    """,
    "where a handler falls through to the call": """
        ? remove legacy.old -> DEFAULT
        @ legacy.py gone
        - def old(x):
        -     return x
        @ app.py
        - from legacy import old
        -
          DEFAULT = 1


          def run(x):
              try:
                  return new(x)
              except ValueError as error:
                  log(error)
        -     return old(x)
        +     return DEFAULT
    """,
    "a raise for a return inside a handler": """
        ? remove legacy.old -> raise app.errors.NoRoute("down")
        @ app/__init__.py
        @ app/errors.py
          class NoRoute(Exception):
              pass
        @ legacy.py gone
        - def old(x):
        -     return x
        @ app/main.py
        - from legacy import old
        + from app.errors import NoRoute


          def run(x):
              try:
                  return new(x)
              except ValueError:
                  log()
        -         return old(x)
        +         raise NoRoute("down")
    """,
    "a raise for a bare call and for an assignment, with what follows": """
        ? remove legacy.old -> raise ValueError("x")
        @ legacy.py gone
        - def old(x):
        -     return x
        @ app.py
        - from legacy import old
        -
        -
          def a(x):
        -     old(x)
        -     b(x)
        -
        -
        - def b(x):
        -     y = old(x)
        -     return y
        +     raise ValueError("x")
    """,
    "a raise behind a colon": """
        ? remove legacy.old -> raise ValueError("x")
        @ legacy.py gone
        - def old(x):
        -     return x
        @ app.py
        - from legacy import old
        -
        -
          def run(x):
        -     if x: return old(x)
        +     if x: raise ValueError("x")
              return 2
    """,
    "a raise inside with": """
        ? remove legacy.old -> raise ValueError("x")
        @ legacy.py gone
        - def old(x):
        -     return x
        @ app.py
        - from legacy import old
        -
        -
          def run(a):
              with open(a):
        -         b = old(a)
        -         print(b)
        +         raise ValueError("x")
              return 1
    """,
    "nothing for a bare call in a handler": """
        ? remove legacy.old -> DEFAULT
        @ legacy.py
          def old(x):
              return x
        @ app.py
          from legacy import old


          def run(x):
              try:
                  new(x)
              except ValueError:
                  old(x)
    """,
    "a call that acts for a bare call": """
        ? remove legacy.old -> app.report.note("gone")
        @ app/__init__.py
        @ app/report.py
          def note(x):
              print(x)
        @ legacy.py gone
        - def old(x):
        -     return x
        @ app/main.py
        - from legacy import old
        + from app.report import note


          def run(x):
        -     old(x)
        +     note("gone")
    """,
    "a name in an f-string": """
        ? remove legacy.old -> DEFAULT
        @ legacy.py gone
        - def old(x):
        -     return x
        @ app.py
        - from legacy import old
        -
          DEFAULT = 1


          def run(x):
        -     return f"{old(x)!r} and {old(x):>3}"
        +     return f"{DEFAULT!r} and {DEFAULT:>3}"
    """,
    "quotes that the f-string around it leaves free": """
        ? remove legacy.old -> "none"
        @ legacy.py gone
        - def old(x):
        -     return x
        @ app.py
        - from legacy import old
        -
        -
          def run(x):
        -     return f"got {old(x)}"
        +     return f"got {'none'}"
    """,
    "a dict in an f-string": """
        ? remove legacy.old -> {1: 2}
        @ legacy.py gone
        - def old(x):
        -     return x
        @ app.py
        - from legacy import old
        -
        -
          def run(x):
        -     return f"got {old(x)}"
        +     return f"got {({1: 2})}"
    """,
    "a conditional expression at every place": """
        ? remove legacy.old -> 1 if x else 2
        @ legacy.py gone
        - def old(x):
        -     return x
        @ app.py
        - from legacy import old
        -
        -
          def run(x):
        -     call(old(x), k=old(x), *old(x))
        -     print(old(x).name, -old(x), old(x) + 1)
        -     return [old(x)], old(x)[0], not old(x)
        +     call(1 if x else 2, k=1 if x else 2, *(1 if x else 2))
        +     print((1 if x else 2).name, -(1 if x else 2), (1 if x else 2) + 1)
        +     return [1 if x else 2], (1 if x else 2)[0], not (1 if x else 2)
    """,
    "an `or` at every place": """
        ? remove legacy.old -> a or b
        @ legacy.py gone
        - def old(x):
        -     return x
        @ app.py
        - from legacy import old
        -
        -
          def run(a, b):
        -     return old(a) and b, not old(a), old(a) or b, old(a).name, (old(a))
        +     return (a or b) and b, not (a or b), (a or b) or b, (a or b).name, (a or b)
    """,
    "a sum that ends in a call": """
        ? remove legacy.old -> 1 + int("2")
        @ legacy.py gone
        - def old(x):
        -     return x
        @ app.py
        - from legacy import old
        -
        -
          def run(a):
        -     return -old(a), old(a) * 2, old(a) + 1
        +     return -(1 + int("2")), (1 + int("2")) * 2, 1 + int("2") + 1
    """,
    "a tuple": """
        ? remove legacy.old -> 1, 2
        @ legacy.py gone
        - def old(x):
        -     return x
        @ app.py
        - from legacy import old
        -
        -
          def run(x):
        -     a = old(x)
        -     return call(old(x)), a, [old(x)]
        +     a = (1, 2)
        +     return call((1, 2)), a, [(1, 2)]
    """,
    "in a comprehension, a dict and a lambda": """
        ? remove legacy.old -> 1 if True else 2
        @ legacy.py gone
        - def old(x):
        -     return x
        @ app.py
        - from legacy import old
        -
        -
          def run(xs):
        -     print([old(x) for x in xs if old(x)])
        -     return {old(1): old(2)}, lambda: old(3)
        +     print([1 if True else 2 for x in xs if (1 if True else 2)])
        +     return {1 if True else 2: 1 if True else 2}, lambda: 1 if True else 2
    """,
    "as a default argument": """
        ? remove legacy.old -> 1
        @ legacy.py gone
        - def old(x):
        -     return x
        @ app.py
        - from legacy import old
        -
        -
        - def run(x=old(2)):
        + def run(x=1):
              return x
    """,
    "for what is iterated": """
        ? remove legacy.old -> []
        @ legacy.py gone
        - def old(x):
        -     yield x
        @ app.py
        - from legacy import old
        -
        -
          def run():
        -     yield from old(1)
        -     for x in old(2):
        +     yield from []
        +     for x in []:
                  yield x
    """,
    "for what is iterated with async for": """
        ? remove legacy.old -> nothing()
        @ legacy.py gone
        - async def old(x):
        -     yield x
        @ app.py
        - from legacy import old
        -
        -
          async def nothing():
              return
              yield


          async def run():
        -     async for x in old(2):
        +     async for x in nothing():
                  yield x
    """,
    "for a context manager": """
        ? remove legacy.old -> nullcontext()
        @ legacy.py gone
        - def old(x):
        -     return x
        @ app.py
          from contextlib import nullcontext
        -
        - from legacy import old


          def run():
        -     with old(1) as x:
        +     with nullcontext() as x:
                  return x, nullcontext
    """,
    "for a call through the module": """
        ? remove legacy.old -> DEFAULT
        @ legacy.py gone
        - def old(x):
        -     return x
        @ app.py
        - import legacy
        -
          DEFAULT = 1


          def run():
        -     return legacy.old(1)
        +     return DEFAULT
    """,
    "for a call of a method": """
        ? remove app.Router.old -> 1
        @ app.py
          class Router:
        -     def old(self):
        +     def run(self):
                  return 1
        -
        -     def run(self):
        -         return self.old()
    """,
    "for an instance": """
        ? remove legacy.Old -> DEFAULT
        @ legacy.py gone
        - class Old:
        -     def go(self):
        -         return 1
        @ app.py
        - from legacy import Old
        -
          DEFAULT = 1


          def run():
        -     return Old().go()
        +     return DEFAULT.go()
    """,
    "for a call whose argument acts": """
        ? remove legacy.old -> 1
        @ legacy.py gone
        - def old(x):
        -     return x
        @ app.py
        - from legacy import old
        -
        -
          def run(x):
        -     return old(fetch(x))
        +     return 1
    """,
    "an attribute of a parameter": """
        ? remove legacy.old -> settings.default
        @ legacy.py gone
        - def old(x):
        -     return x
        @ app.py
        - from legacy import old
        -
        -
          def run(settings):
        -     return old(settings)
        +     return settings.default
    """,
    "for a call under WRAP": """
        ? remove legacy.old -> 1
        ? wrap worker.py
        @ legacy.py gone
        - def old(x):
        -     return x
        @ worker.py
        - from legacy import old
        -
        -
        - def _helper(x):
        -     return old(x)
        + def _helper():
        +     return 1


          def run(x):
        -     return _helper(x)
        +     return _helper()
    """,
    "for a call in a public function under WRAP": """
        ? remove legacy.old -> 1
        ? wrap worker.py
        @ legacy.py gone
        - def old(x):
        -     return x
        @ worker.py
        - from legacy import old
        -
        -
          def helper(x):
        -     return old(x)
        +     return 1
    """,
    "that a later item removes in turn": """
        ? remove legacy.old -> legacy.new(x)
        ? remove legacy.new -> 1
        @ legacy.py
        - def old(x):
        -     return x
        -
        -
        - def new(x):
        -     return x
        -
        -
          def other():
              return other()
        @ app.py
        - from legacy import old
        -
        -
          def run(x):
        -     return old(x)
        +     return 1
    """,
    "with the helpers of what goes": """
        ? remove legacy.old -> 1
        @ legacy.py
        - LIMIT = 1
        -
        -
        - def _help():
        -     return LIMIT
        -
        -
        - def old(x):
        -     return _help()
        -
        -
          def other():
              return 1
        @ app.py
        - from legacy import old, other
        + from legacy import other


          def run(x):
        -     return old(x) + other()
        +     return 1 + other()
    """,
    "with the test that alone exercises it": """
        ? remove legacy.old -> 1
        @ legacy.py
        - def old(x):
        -     return x
        -
        -
          def new(x):
              return x
        @ tests/test_legacy.py
        - from legacy import new, old
        -
        -
        - def test_old():
        -     assert old(1) == 1
        + from legacy import new


          def test_new():
              assert new(1) == 1
    """,
}

SAID = {
    "for a call whose argument acts": (
        "app.py:5: an argument of the replaced call had effects, which are dropped with it"
    ),
}


@pytest.mark.parametrize("drawing", GOES.values(), ids=GOES)
def test_the_fallback_stands_in(drawing: str) -> None:
    check(drawing)


@pytest.mark.parametrize("name", SAID)
def test_what_was_left_alone_is_said(name: str) -> None:
    assert SAID[name] in findings(GOES[name])
