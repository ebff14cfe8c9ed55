"""A removed method: calls that certainly reach it get the fallback; one that may reach another stops the item."""

from __future__ import annotations

import pytest
from planning import check, findings, refusals

GOES = {
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
}

REFUSED = {
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
