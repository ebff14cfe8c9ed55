"""Arguments that declare a variable for the object that reads it: they go with its last read, or stay and are told."""

from __future__ import annotations

import pytest
from planning import check, findings

GONE = {
    "one of several": """
        ? flag USE_NEW=true
        @ settings.py
          import environ
          env = environ.Env(
              DEBUG=(bool, False),
        -     USE_NEW=(bool, False),  # since May
          )
          DEBUG = env("DEBUG")
        - NEW = env("USE_NEW")
        @ app.py
        - from settings import DEBUG, NEW
        - print("n" if NEW else "o", DEBUG)
        + from settings import DEBUG
        + print("n", DEBUG)
        @ deploy.env
        - USE_NEW=true
          DEBUG=1
        """,
    "of a variable that is removed, with the constant that it alone used": """
        ? env USE_OLD
        @ settings.py
          import environ
        - SIZE = 8
        - env = environ.Env(USE_OLD=(int, SIZE), DEBUG=bool)
        + env = environ.Env(DEBUG=bool)
          DEBUG = env("DEBUG")
        """,
    "the only one": """
        ? env USE_OLD
        @ settings.py
          from environ import Env
        - env = Env(
        -     USE_OLD=(str, "a"),
        - )
        + env = Env()
          DEBUG = env.bool("DEBUG")
        """,
}
LEFT = {
    "another read of it is not understood": (
        """
        ? flag USE_NEW=true
        @ settings.py
          import environ
          env = environ.Env(USE_NEW=dict)
          NEW = env("USE_NEW")
        """,
        ["settings.py:3: still reads USE_NEW, so its config lines stay"],
    ),
    "a name that is put together": (
        """
        ? env USE_NEW
        @ settings.py
          import environ
          env = environ.Env(USE_NEW=bool)
          def ask(name):
              return env("USE_" + name)
        """,
        ["settings.py:4: puts a name together here that may be USE_NEW, so its config lines stay"],
    ),
    "all of them at once": (
        """
        ? env USE_NEW
        @ settings.py
          import environ
          env = environ.Env(USE_NEW=bool)
          print({name: env(name) for name in env.scheme})
        """,
        [],
    ),
    "a default that may act": (
        """
        ? env USE_NEW
        @ settings.py
          import environ
          env = environ.Env(USE_NEW=(bool, ask()))
        """,
        ["settings.py:2: declares USE_NEW, which is read nowhere, but what it is given may do more"],
    ),
    "a file under KEEP": (
        """
        ? keep settings.py
        ? env USE_NEW
        @ settings.py
          import environ
          env = environ.Env(USE_NEW=bool)
        """,
        ["settings.py:2: declares USE_NEW, which is read nowhere, but the file is under KEEP"],
    ),
    "an object of another kind": (
        """
        ? env USE_NEW
        @ settings.py
          import environ
          class Own(environ.Env):
              pass
          env = Own(USE_NEW=bool)
        """,
        [],
    ),
}


@pytest.mark.parametrize("drawing", GONE.values(), ids=GONE)
def test_a_declaration_goes_with_the_last_read(drawing: str) -> None:
    check(drawing)


@pytest.mark.parametrize(("drawing", "told"), LEFT.values(), ids=LEFT)
def test_a_declaration_that_may_be_asked_for_stays(drawing: str, told: list[str]) -> None:
    check(drawing)
    assert findings(drawing) == told
