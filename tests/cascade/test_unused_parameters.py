"""Parameters that a settled flag left unread go from the signature and from every call, or from none."""

from __future__ import annotations

import pytest
from planning import check, findings

KEPT = {
    "a call unpacks its arguments": """
        @ app.py
          def pick(a, limit):
        -     return a if is_new() else limit
        +     return a


          def run(args):
              return pick(*args)
    """,
    "a call unpacks a dict": """
        @ app.py
          def pick(a, limit):
        -     return a if is_new() else limit
        +     return a


          def run(args):
              return pick(**args)
    """,
    "the function is handed on": """
        @ app.py
          def pick(a, limit):
        -     return a if is_new() else limit
        +     return a


          def run(args):
              return map(pick, args, [1]), pick(1, 2)
    """,
    "partial sets it": """
        @ app.py
          from functools import partial


          def pick(a, limit):
        -     return a if is_new() else limit
        +     return a


          run = partial(pick, limit=2)
          pick(1, 2)
    """,
    "what a call passes for it acts": """
        @ app.py
          def pick(a, limit):
        -     return a if is_new() else limit
        +     return a


          def run(args):
              return pick(1, fetch())
    """,
    "making its default acts": """
        @ app.py
          def pick(a, limit=load()):
        -     return a if is_new() else limit
        +     return a


          def run():
              return pick(1)
    """,
    "a subclass overrides the method": """
        @ app.py
          class Router:
              def pick(self, a, limit):
        -         return a if is_new() else limit
        +         return a

              def run(self):
                  return self.pick(1, 2)


          class Sub(Router):
              def pick(self, a, limit):
                  return limit
    """,
    "a call goes through the class": """
        @ app.py
          class Router:
              def pick(self, a, limit):
        -         return a if is_new() else limit
        +         return a


          def run(r: Router):
              return Router.pick(r, 1, 2)
    """,
    "a call on an object that is not known": """
        @ app.py
          class Router:
              def pick(self, a, limit):
        -         return a if is_new() else limit
        +         return a


          def run(r):
              return r.pick(1, 2)
    """,
    "a call through super()": """
        @ app.py
          class Router:
              def pick(self, a, limit):
        -         return a if is_new() else limit
        +         return a


          class Sub(Router):
              def go(self):
                  return super().pick(1, 2)
    """,
    "a decorator is given the function": """
        @ app.py
          @route
          def pick(a, limit):
        -     return a if is_new() else limit
        +     return a


          pick(1, 2)
    """,
    "nothing calls the function": """
        @ app.py
          def pick(a, limit):
        -     return a if is_new() else limit
        +     return a
    """,
    "it can only be passed by place": """
        @ app.py
          def pick(a, limit, /):
        -     return a if is_new() else limit
        +     return a


          def run():
              return pick(1, 2)
    """,
    "a call stands under KEEP": """
        ? keep b.py
        @ app.py
          def pick(a, limit):
        -     return a if is_new() else limit
        +     return a
        @ b.py
          from app import pick

          pick(1, 2)
    """,
    "a stub beside the file says the signature twice": """
        @ app.py
          def pick(a, limit):
        -     return a if is_new() else limit
        +     return a


          def run():
              return pick(1, 2)
        @ app.pyi
          from typing import overload

          @overload
          def pick(a: int, limit: int) -> int: ...
          @overload
          def pick(a: str, limit: int) -> str: ...
          def run() -> int: ...
    """,
    "a stub beside the file says the signature in another way": """
        @ app.py
          def pick(a, limit):
        -     return a if is_new() else limit
        +     return a


          def run():
              return pick(1, 2)
        @ app.pyi
          def pick(*args: int) -> int: ...
          def run() -> int: ...
    """,
}

GOES = {
    "from the stub beside the file too": """
        @ app.py
        - def pick(a, limit=2, *, other=3):
        -     return a + other if is_new() else limit
        + def pick(a, *, other=3):
        +     return a + other


          def run():
        -     return pick(1, 2)
        +     return pick(1)
        @ app.pyi
        - def pick(a: int, limit: int = ..., *, other: int = ...) -> int: ...
        + def pick(a: int, *, other: int = ...) -> int: ...
          def run() -> int: ...
    """,
    "a method's from the stub beside the file too": """
        @ app.py
          class Picker:
        -     def _pick(self, a, limit):
        -         return a if is_new() else limit
        +     def _pick(self, a):
        +         return a

              def run(self):
        -         return self._pick(1, 2)
        +         return self._pick(1)
        @ app.pyi
          class Picker:
        -     def _pick(self, a: int, limit: int) -> int: ...
        +     def _pick(self, a: int) -> int: ...
              def run(self) -> int: ...
    """,
    "a default, an annotation and what calls pass in parentheses": """
        @ app.py
        - def pick(a, limit: (int) = (3)):
        -     return a if is_new() else limit
        + def pick(a):
        +     return a


        - def pair(limit: ((int)), a: (int)):
        -     return a if is_new() else limit
        + def pair(a: (int)):
        +     return a


          def run():
        -     return pick((1), (2)), pick(1, ((2))), pair((1), (2)), pair(((1)), a=(2))
        +     return pick((1)), pick(1), pair((2)), pair(a=(2))
    """,
    "the one parameter, in parentheses": """
        @ app.py
        - def pick(limit=(3)):
        -     return 1 if is_new() else limit
        + def pick():
        +     return 1


          def run():
        -     return pick((2)), pick(((
        -         2  # two
        -     )),), pick(limit=(2))
        +     return pick(), pick(), pick()
    """,
    "in parentheses on lines of their own": """
        @ app.py
          def pick(
              a,
        -     limit=(
        -         3
        -     ),
          ):
        -     return a if is_new() else limit
        +     return a


          def run():
              return pick(
                  1,
        -         (
        -             2
        -         ),
              )
    """,
    "what takes all others, in parentheses": """
        @ app.py
        - def pick(a, limit=(3), *others: (int), **named: (int)):
        -     return (a, others, named) if is_new() else limit
        + def pick(a, *others: (int), **named: (int)):
        +     return (a, others, named)


          def run():
        -     return pick((1), (2))
        +     return pick((1))
    """,
    "passed by keyword": """
        @ app.py
        - def pick(a, limit):
        -     return a if is_new() else limit
        + def pick(a):
        +     return a


          def run():
        -     return pick(1, limit=3)
        +     return pick(1)
    """,
    "passed by place, by name and not at all": """
        @ app.py
        - def pick(a, limit=2, other=3):
        -     return a + other if is_new() else limit
        + def pick(a, other=3):
        +     return a + other


          def run():
        -     return pick(1, 5, 6) + pick(2) + pick(3, other=1)
        +     return pick(1, 6) + pick(2) + pick(3, other=1)
    """,
    "the only one": """
        @ app.py
        - def pick(limit):
        -     return 1 if is_new() else limit
        + def pick():
        +     return 1


          def run():
        -     return pick(3)
        +     return pick()
    """,
    "on a line of its own, with the comment above it": """
        @ app.py
          def pick(
              a,
        -     # how many
        -     limit: int = 3,
              other=1,
          ):
        -     return a + other if is_new() else limit
        +     return a + other


          def run():
              return pick(
                  1,
        -         limit=2,
                  other=3,
              )
    """,
    "of a method": """
        @ app.py
          class Router:
        -     def pick(self, a, limit):
        -         return a if is_new() else limit
        +     def pick(self, a):
        +         return a

              def run(self):
        -         return self.pick(1, limit=2)
        +         return self.pick(1)
    """,
    "of __init__, from calls of the class": """
        @ app.py
          class Router:
        -     def __init__(self, a, limit):
        -         self.a = a if is_new() else limit
        +     def __init__(self, a):
        +         self.a = a


          def run():
        -     return Router(1, limit=2).a
        +     return Router(1).a
    """,
    "alone behind a bare star": """
        @ app.py
        - def pick(a, *, limit=2):
        -     return a if is_new() else limit
        + def pick(a):
        +     return a


          def run():
        -     return pick(1, limit=2), pick(1)
        +     return pick(1), pick(1)
    """,
    "alone behind a bare star, with nothing in front of that": """
        @ app.py
        - def pick(*, limit):
        -     return 1 if is_new() else limit
        + def pick():
        +     return 1


          def run():
        -     return pick(limit=2)
        +     return pick()
    """,
    "between a bare star and keyword arguments": """
        @ app.py
        - def pick(a, *, limit=2, **more):
        -     return (a, more) if is_new() else limit
        + def pick(a, **more):
        +     return (a, more)


          def run():
        -     return pick(1, limit=2, b=3)
        +     return pick(1, b=3)
    """,
    "behind a star that takes further arguments": """
        @ app.py
        - def pick(*a, limit):
        -     return a if is_new() else limit
        + def pick(*a):
        +     return a


          def run():
        -     return pick(1, limit=2)
        +     return pick(1)
    """,
    "behind a bare star on a line of its own": """
        @ app.py
          def pick(
              a,
        -     *,
        -     # how many
        -     limit: int,
          ):
        -     return a if is_new() else limit
        +     return a


          def run():
        -     return pick(1, limit=2)
        +     return pick(1)
    """,
    "behind a bare star": """
        @ app.py
        - def pick(a, *, limit, other):
        -     return a + other if is_new() else limit
        + def pick(a, *, other):
        +     return a + other


          def run():
        -     return pick(1, limit=2, other=3)
        +     return pick(1, other=3)
    """,
    "before a bare star": """
        @ app.py
        - def pick(a, limit, *, b, c=1):
        -     return (a, b, c) if is_new() else limit
        + def pick(a, *, b, c=1):
        +     return (a, b, c)


          def run():
        -     return pick(1, 2, b=3)
        +     return pick(1, b=3)
    """,
    "behind a slash": """
        @ app.py
        - def pick(a, /, limit, b):
        -     return (a, b) if is_new() else limit
        + def pick(a, /, b):
        +     return (a, b)


          def run():
        -     return pick(1, 2, 3)
        +     return pick(1, 3)
    """,
    "before further arguments": """
        @ app.py
        - def pick(limit, *rest):
        -     return rest if is_new() else limit
        + def pick(*rest):
        +     return rest


          def run():
        -     return pick(1, 2, 3)
        +     return pick(2, 3)
    """,
    "before keyword arguments": """
        @ app.py
        - def pick(limit, **rest):
        -     return rest if is_new() else limit
        + def pick(**rest):
        +     return rest


          def run():
        -     return pick(1, a=2)
        +     return pick(a=2)
    """,
    "with its default and the import of that": """
        @ app.py
        - from fastapi import Depends
        -
        -
        - def pick(a, limit=Depends(get)):
        -     return a if is_new() else limit
        + def pick(a):
        +     return a


          def run():
              return pick(1)
    """,
    "with the local that was passed": """
        @ app.py
        - def pick(a, limit):
        -     return a if is_new() else limit
        + def pick(a):
        +     return a


          def run(x):
        -     limit = x.limit
        -     return pick(1, limit)
        +     return pick(1)
    """,
    "from the call in a test": """
        @ app.py
        - def pick(a, limit):
        -     return a if is_new() else limit
        + def pick(a):
        +     return a


          def run():
        -     return pick(1, 2)
        +     return pick(1)
        @ tests/test_app.py
          from app import pick


          def test_pick():
        -     assert pick(1, limit=2) == 1
        +     assert pick(1) == 1
    """,
}


@pytest.mark.parametrize("drawing", KEPT.values(), ids=KEPT)
def test_a_parameter_stays_where(drawing: str) -> None:
    check(drawing)


@pytest.mark.parametrize("drawing", GOES.values(), ids=GOES)
def test_a_parameter_goes(drawing: str) -> None:
    check(drawing)


@pytest.mark.parametrize("name", [name for name in KEPT if name.startswith("a stub")])
def test_a_parameter_that_a_stub_keeps_is_named(name: str) -> None:
    reason = "limit is read no more, but app.pyi says the signature in another way, so the parameter stays"
    assert findings(KEPT[name]) == [f"app.py:1: {reason}"]
