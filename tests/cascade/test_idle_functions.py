"""What only calls a function that a settled flag emptied goes with it; a call that may do more stays."""

from __future__ import annotations

import pytest
from planning import chains, check

GOES = {
    "a call that is all of a statement": """
        @ app.py
        - def legacy_notify(user):
        -     if not is_new():
        -         user.send()
        -
        -
          def run(user):
        -     legacy_notify(user)
              return 1
    """,
    "an awaited call in another file, and a call of a method": '''
        @ app.py
        - async def ping(user):
        -     if not is_new():
        -         await user.send()
        -
        -
          class A:
        -     def hook(self, x):
        -         """Doc."""
        -         if not is_new():
        -             x.go()
        -
              def run(self, x):
        -         self.hook(x)
                  return x
        @ b.py
        - from app import ping
        -
        -
          async def go(u):
        -     if u:
        -         await ping(u)
              return 1
    ''',
    "the only call of a block, of an if, of a loop": """
        @ app.py
        - def ping(u):
        -     if not is_new():
        -         go(u)
        -
        -
          def run(us):
              for u in us:
        -         ping(u)
        +         pass
        -     if us:
        -         ping(us)
              try:
        -         ping(1)
        +         pass
              finally:
                  done()
    """,
    "a call whose only other witness is a test": """
        @ app.py
        - def ping():
        -     if not is_new():
        -         go()
        -
        -
          def run():
        -     ping()
              return 1
        @ tests/test_app.py
        - from unittest.mock import patch
        -
        - from app import run
        -
        -
        - def test_old():
        -     with patch("app.ping") as ping:
        -         run()
        -     ping.assert_called_once()
        + from app import run


          def test_run():
              assert run() == 1
    """,
    "a receiver of a signal that a test calls": """
        @ app/__init__.py
        @ app/signals.py
        - from django.db.models.signals import post_save
        - from django.dispatch import receiver
        -
        - from app.models import User
        -
        -
        - @receiver(post_save, sender=User)
        - def welcome(sender, **kwargs):
        -     if not is_new():
        -         old(sender)
        -
        -
          def other():
              return 1
        @ app/models.py gone
        - class User:
        -     pass
        @ tests/test_signals.py
        - from app.signals import other, welcome
        + from app.signals import other


        - def test_welcome():
        -     welcome(None)
        -     assert sent()
        -
        -
          def test_other():
              assert other() == 1
    """,
    "a receiver of a signal": """
        @ app.py
        - from django.db.models.signals import post_save
        - from django.dispatch import receiver
        -
          from app2 import User


        - @receiver(post_save, sender=User)
        - def on_save(sender, instance, **kwargs):
        -     if not is_new():
        -         instance.touch()
        -
        -
          def run():
              return User
    """,
    "a handler that is connected to a signal": """
        @ app.py
        - from django.db.models.signals import post_save
        -
          from app2 import User


        - def on_save(sender, instance, **kwargs):
        -     if not is_new():
        -         instance.touch()
        -
        -
        - post_save.connect(on_save, sender=User)
        -
        -
          def run():
              return User
    """,
    "a call of a method that overrides another": """
        @ app.py
          class Base:
              def hook(self):
                  return stay()

              def run(self):
                  self.hook()


          class Sub(Base):
              def hook(self):
        -         if not is_new():
        -             go()
        +         pass

              def x(self):
                  self.hook()
    """,
}

KEPT = {
    "an argument acts": """
        @ app.py
        - def ping(user):
        -     if not is_new():
        -         user.send()
        + def ping(user):
        +     pass


          def run(user):
              ping(load())
              return 1
    """,
    "the function is handed on": """
        @ app.py
          def ping(user):
        -     if not is_new():
        -         user.send()
        +     pass


          def run(users):
              ping(1)
              return map(ping, users)
    """,
    "a subclass overrides the method": """
        @ app.py
          class Base:
              def hook(self):
        -         if not is_new():
        -             go()
        +         pass

              def run(self):
                  self.hook()
                  return 1


          class Sub(Base):
              def hook(self):
                  return stay()
    """,
    "a string names the function": """
        @ app.py
          def ping():
        -     if not is_new():
        -         go()
        +     pass


          def run():
              ping()
              return "ping"
    """,
    "a decorator registers the function": """
        @ app.py
          @app.task
          def ping():
        -     if not is_new():
        -         go()
        +     pass


          def run():
              ping()
    """,
    "the result is given on": """
        @ app.py
        - def ping(user):
        -     if not is_new():
        -         user.send()
        + def ping():
        +     pass


          def run(u):
        -     return ping(u)
        +     return ping()
    """,
    "the function did nothing before": """
        @ app.py
          def ping():
              pass


          def run(u):
              ping()
        -     return 1 if is_new() else 2
        +     return 1
    """,
    "the function is a generator": """
        @ app.py
          def rows():
        -     if not is_new():
        -         yield 1
        +     yield from ()


          def run():
              rows()
    """,
    "code under KEEP calls it": """
        ? keep b.py
        @ app.py
          def ping():
        -     if not is_new():
        -         go()
        +     pass


          def run():
              ping()
        @ b.py
          from app import ping

          ping()
    """,
}


@pytest.mark.parametrize("drawing", GOES.values(), ids=GOES)
def test_it_goes(drawing: str) -> None:
    check(drawing)


@pytest.mark.parametrize("drawing", KEPT.values(), ids=KEPT)
def test_the_call_stays_where(drawing: str) -> None:
    check(drawing)


def test_the_chain_names_the_function() -> None:
    found = chains(GOES["a call that is all of a statement"])
    assert ("is_new() is True", "branch unreachable", "legacy_notify does nothing", "call unused") in found
