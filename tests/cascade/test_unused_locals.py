"""Locals that a settled flag left unused go; what makes their value stays where it acts or may fail."""

from __future__ import annotations

import pytest
from planning import check

KEPT = {
    "bound together with another": """
        @ app.py
          def run(a):
              x, y = a
        -     return y if is_new() else x
        +     return y
    """,
    "bound by unpacking": """
        @ app.py
          def run(a):
              first, *rest = a
        -     return first if is_new() else rest
        +     return first
    """,
    "bound by a loop": """
        @ app.py
          def run(a):
              for x in a:
                  pass
        -     return 1 if is_new() else x
        +     return 1
    """,
    "bound inside a condition": """
        @ app.py
          def run(a):
              if (x := fetch(a)):
                  pass
        -     return 1 if is_new() else x
        +     return 1
    """,
    "bound by with": """
        @ app.py
          def run(a):
              with open(a) as x:
        -         if is_new():
        -             return 1
        -         return x.read()
        +         return 1
    """,
    "bound by except": """
        @ app.py
          def run(a):
              try:
                  go()
              except ValueError as error:
        -         return 1 if is_new() else error
        +         return 1
    """,
    "added to in a loop": """
        @ app.py
          def run(a):
              x = 0
              for b in a:
                  x += b
        -     return a if is_new() else x
        +     return a
    """,
    "rebound by an inner function": """
        @ app.py
          def run(a):
              x = 0

              def bump():
                  nonlocal x
                  x = x + 1
                  return x

        -     return bump if is_new() else x
        +     return bump
    """,
    "locals() hands it on": """
        @ app.py
          def run(a):
              x = a.b
        -     if is_new():
        -         return locals()
        -     return x
        +     return locals()
    """,
    "eval may read it": """
        @ app.py
          def run(a):
              x = a.b
        -     if is_new():
        -         return eval("x + 1")
        -     return x
        +     return eval("x + 1")
    """,
    "deleted later": """
        @ app.py
          def run(a):
              x = a.b
        -     y = 1 if is_new() else x
              del x
        -     return y
        +     return 1
    """,
    "a function that a decorator is given": """
        @ app.py
          def run(a):
              @a.on
              def old():
                  return a

        -     return a if is_new() else old()
        +     return a
    """,
    "a target that another target of the same assignment reads": """
        @ app.py
          def run(a):
              x = x[0] = a.b
        -     return a if is_new() else x
        +     return a
    """,
    "one of a row whose value may act": """
        @ app.py
          def run(a):
              x, y = a.load(), 1
        -     return y if is_new() else x
        +     return y
    """,
    "one of a row that unpacks": """
        @ app.py
          def run(a):
              x, y, z = *a, 1
        -     return z if is_new() else x + y
        +     return z
    """,
    "one of a row, where its value may fail and a handler waits for that": """
        @ app.py
          def run(a):
              try:
                  x, y = a.b, 1
              except AttributeError:
                  return None
        -     return y if is_new() else x
        +     return y
    """,
    "in a chain of an inner function that says it is not its own": """
        @ app.py
          def run(a):
              x = 0

              def bump():
                  nonlocal x
                  x = y = a.b
                  return y

        -     return bump if is_new() else x
        +     return bump
    """,
}

GOES = {
    "one name of a chain": """
        @ app.py
          def run(a):
        -     x = y = a.b()
        +     y = a.b()
        -     return y if is_new() else x
        +     return y
    """,
    "the last name of a chain": """
        @ app.py
          def run(a):
        -     y = x = (
        +     y = (
                  a.b()
              )
        -     return y if is_new() else x
        +     return y
    """,
    "every name of a chain": """
        @ app.py
          def run(a):
        -     x = y = a.b
        -     return a if is_new() else x + y
        +     return a
    """,
    "every name of a chain whose value may act": """
        @ app.py
          def run(a):
        -     x = y = a.b()
        +     a.b()
        -     return a if is_new() else x + y
        +     return a
    """,
    "one of a row": """
        @ app.py
          def run(a):
        -     x, y = a.b, (a.c if a.d else 1)
        +     y = a.c if a.d else 1
        -     return y if is_new() else x
        +     return y
    """,
    "one of a row of three, in parentheses": """
        @ app.py
          def run(a):
        -     (x, y, z) = (a.b, 2, a.c())
        +     (x, z) = (a.b, a.c())
        -     return x, (z if is_new() else y)
        +     return x, z
    """,
    "a whole row": """
        @ app.py
          def run(a):
        -     x, y = 1, 2
        -     return a if is_new() else x + y
        +     return a
    """,
    "a value that is only read": """
        @ app.py
          def run(a):
        -     x = a.b + 1
        -     return a if is_new() else x
        +     return a
    """,
    "a local that only another unused one reads": """
        @ app.py
          def run(a):
        -     x = a.b
        -     y = x + 1
        -     return a if is_new() else y
        +     return a
    """,
    "a local that an inner function read": """
        @ app.py
          def run(a):
        -     x = a.b
        -
              def inner():
        -         return a if is_new() else x
        +         return a

              return inner
    """,
    "a lambda": """
        @ app.py
          def run(a):
        -     x = lambda: a
        -     return a if is_new() else x()
        +     return a
    """,
    "an inner function": """
        @ app.py
          def run(a):
        -     def old():
        -         return a
        -
        -     return a if is_new() else old()
        +     return a
    """,
    "an inner class": """
        @ app.py
          def run(a):
        -     class Old:
        -         pass
        -
        -     return a if is_new() else Old()
        +     return a
    """,
    "only the name, where making the value acts": """
        @ app.py
          def run(a):
        -     x = fetch(a)
        -     return a if is_new() else x
        +     fetch(a)
        +     return a
    """,
    "only the name and its annotation": """
        @ app.py
          def run(a):
        -     x: int = fetch(a)
        -     return a if is_new() else x
        +     fetch(a)
        +     return a
    """,
    "only the name before an await": """
        @ app.py
          async def run(a):
        -     x = await fetch(a)
        -     return a if is_new() else x
        +     await fetch(a)
        +     return a
    """,
    "only the name before a yield": """
        @ app.py
          def run(a):
        -     x = yield a
        -     return a if is_new() else x
        +     yield a
        +     return a
    """,
    "only the name before a call of several lines": """
        @ app.py
          def run(a):
        -     x = fetch(
        +     fetch(
                  a,
                  1,
              )
        -     return a if is_new() else x
        +     return a
    """,
    "only the name before a continued line": r"""
        @ app.py
          def run(a):
        -     x = \
        -         fetch(a)
        -     return a if is_new() else x
        +     fetch(a)
        +     return a
    """,
    "only the name before a comment": """
        @ app.py
          def run(a):
        -     x = fetch(a)  # the old one
        -     return a if is_new() else x
        +     fetch(a)  # the old one
        +     return a
    """,
    "only the name, where a handler waits for the value to fail": """
        @ app.py
          def run(a):
              try:
        -         x = int(a)
        +         int(a)
              except ValueError:
                  return None
        -     return a if is_new() else x
        +     return a
    """,
    "a try that only finds a value": """
        @ app.py
          def run(a):
        -     try:
        -         x = a["k"]
        -     except KeyError:
        -         x = None
        -     return a if is_new() else x
        +     return a
    """,
    "both sides of an if that only find a value": """
        @ app.py
          def run(a):
        -     if a:
        -         x = 1
        -     else:
        -         x = 2
        -     return a if is_new() else x
        +     return a
    """,
    "the only statement of a block": """
        @ app.py
          def run(a):
        -     if a:
        -         x = a.b
        -     return a if is_new() else x
        +     return a
    """,
    "one of two statements on a line": """
        @ app.py
          def run(a):
        -     x = a.b; y = a.c
        -     return y if is_new() else x
        +     y = a.c
        +     return y
    """,
    "with the comment above it": """
        @ app.py
          def run(a):
              # about a
              y = a.c

        -     # about x
        -     x = a.b
        -     return y if is_new() else x
        +     return y
    """,
    "not one that was unused before": """
        @ app.py
          def run(a):
              y = a.c
        -     x = a.b
        -     return a if is_new() else x
        +     return a
    """,
    "a name in the body of a class": """
        @ app.py
          class A:
        -     x = 1
        -     y = 2 if is_new() else x
        +     y = 2
    """,
}


@pytest.mark.parametrize("drawing", KEPT.values(), ids=KEPT)
def test_a_local_stays_where_it_is(drawing: str) -> None:
    check(drawing)


@pytest.mark.parametrize("drawing", GOES.values(), ids=GOES)
def test_a_local_goes(drawing: str) -> None:
    check(drawing)
