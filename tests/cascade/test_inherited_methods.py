"""A method that a settled flag reduced to a call of what it overrides goes; one that says more stays."""

from __future__ import annotations

import pytest
from planning import check

GOES = {
    "all arguments are handed on": """
        @ app.py
          class Base:
              def go(self, x):
                  return x


          class Sub(Base):
        -     def go(self, x):
        -         if not is_new():
        -             x = x + 1
        -         return super().go(x)
        +     pass


          def run():
              return Sub().go(1)
    """,
    "what it overrides stays, which only others call": """
        @ app.py
          class Base:
              def go(self):
                  return 1


          class Sub(Base):
        -     def go(self):
        -         if not is_new():
        -             print("go")
        -         return super().go()
        -
              def stop(self):
                  return 2
        @ tests/test_app.py
          from app import Sub


          def test_go():
              assert Sub().go() == 1
    """,
    "__init__ hands on by name": """
        @ app.py
          class Base:
              def __init__(self, x, y=1):
                  self.x = x


          class Sub(Base):
        -     def __init__(self, x, y=1):
        -         super().__init__(x, y=y)
        -         if not is_new():
        -             self.z = 1
        +     pass


          def run():
              return Sub(1).x
    """,
    "__init__ takes anything, and its base is not in the repository": """
        @ app.py
          from lib import Base


          class Sub(Base):
        -     def __init__(self, *args, **kwargs):
        -         super().__init__(*args, **kwargs)
        -         if not is_new():
        -             self.z = 1
        -
              def go(self, *args, **kwargs):
        -         if not is_new():
        -             f()
                  return super().go(*args, **kwargs)


          def run():
              return Sub(1).x
    """,
    "it awaits what it overrides": """
        @ app.py
          class Base:
              async def go(self, x):
                  return x

              def b(self, x):
                  return x


          class Sub(Base):
        -     async def go(self, x):
        -         if not is_new():
        -             f()
        -         return await super().go(x)
        -
              def b(self, x):
        -         if not is_new():
        -             f()
                  super().b(x)


          async def run(s: Sub):
              return await s.go(1), s.b(1)
    """,
}

KEPT = {
    "its default is another": """
        @ app.py
          class Base:
              def __init__(self, x, y=1):
                  self.x = x


          class Sub(Base):
              def __init__(self, x, y=2):
                  super().__init__(x, y=y)
        -         if not is_new():
        -             self.z = 1


          def run():
              return Sub(1).x
    """,
    "what it overrides is abstract": """
        @ app.py
          from abc import ABC, abstractmethod


          class Base(ABC):
              @abstractmethod
              def go(self, x):
                  return x


          class Sub(Base):
              def go(self, x):
        -         if not is_new():
        -             x = x + 1
                  return super().go(x)


          def run():
              return Sub().go(1)
    """,
    "it hands on less, or in another order, or is decorated": """
        @ app.py
          class Base:
              def a(self, x, y=None):
                  return x

              def b(self, x, y):
                  return x

              def c(self, x):
                  return x


          class Sub(Base):
              def a(self, x, y=None):
        -         if not is_new():
        -             f()
                  return super().a(x)

              def b(self, x, y):
        -         if not is_new():
        -             f()
                  return super().b(y, x)

              @cache
              def c(self, x):
        -         if not is_new():
        -             f()
                  return super().c(x)


          def run(s: Sub):
              return s.a(1), s.b(1, 2), s.c(1)
    """,
    "it was so before": """
        @ app.py
          class Base:
              def go(self, x):
                  return x


          class Sub(Base):
              def go(self, x):
                  return super().go(x)

              def other(self):
        -         return 1 if is_new() else 2
        +         return 1


          def run(s: Sub):
              return s.go(1), s.other()
    """,
}


@pytest.mark.parametrize("drawing", GOES.values(), ids=GOES)
def test_a_method_goes_where(drawing: str) -> None:
    check(drawing)


@pytest.mark.parametrize("drawing", KEPT.values(), ids=KEPT)
def test_a_method_stays_where(drawing: str) -> None:
    check(drawing)
