"""Every edit says why, from the flag or the item to what went because of it."""

from __future__ import annotations

import pytest
from planning import chains

FLAG = "is_new() is True"
CHAINS = {
    "a function": (
        """
        @ app.py
          def old():
              return 1


          def run():
              return 1 if is_new() else old()
        """,
        (FLAG, "old unused"),
    ),
    "the import of a function": (
        """
        @ app.py
          from legacy import old


          def run():
              return 1 if is_new() else old()
        @ legacy.py
          def old():
              return 1


          def other():
              return other()
        """,
        (FLAG, "old unused", "import unused"),
    ),
    "its entry in __all__": (
        """
        @ app.py
          __all__ = ["old", "run"]


          def old():
              return 1


          def run():
              return 1 if is_new() else old()
        """,
        (FLAG, "old unused", "export unused"),
    ),
    "what only that function used": (
        """
        @ app.py
          LIMIT = 1


          def old():
              return LIMIT


          def run():
              return 1 if is_new() else old()
        """,
        (FLAG, "old unused", "LIMIT unused"),
    ),
    "a local": (
        """
        @ app.py
          def run(a):
              x = a.b
              return a if is_new() else x
        """,
        (FLAG, "x unused"),
    ),
    "a parameter, where it is passed": (
        """
        @ app.py
          def pick(a, limit):
              return a if is_new() else limit


          def run():
              return pick(1, limit=3)
        """,
        (FLAG, "limit unused", "parameter unused"),
    ),
    "a removed function": (
        """
        ? remove app.old
        @ app.py
          def old():
              return 1


          def other():
              return other()
        """,
        ("old is REMOVE",),
    ),
    "the import of a removed function": (
        """
        ? remove legacy.old -> 1
        @ app.py
          from legacy import old


          def run():
              return old()
        @ legacy.py
          def old():
              return 1


          def other():
              return other()
        """,
        ("old is REMOVE", "import unused"),
    ),
    "a helper of a removed function": (
        """
        ? remove app.old
        @ app.py
          def old():
              return _help()


          def _help():
              return 1


          def other():
              return other()
        """,
        ("old is REMOVE", "_help unused"),
    ),
    "a removed file": (
        """
        ? path old.py
        @ old.py
          x = 1
        """,
        ("old.py is REMOVE",),
    ),
    "a branch that nothing is left out beside": (
        """
        @ app.py
          def run():
              if is_new():
                  new()
        """,
        (FLAG, "the condition always holds"),
    ),
    "the first of two neighbours that go for different reasons": (
        """
        @ app.py
          def one():
              return 1


          def two():
              return 2


          def run():
              if not is_new():
                  one()
              return 1 if is_new() else two()
        """,
        (FLAG, "branch unreachable", "one unused"),
    ),
    "the second of them": (
        """
        @ app.py
          def one():
              return 1


          def two():
              return 2


          def run():
              if not is_new():
                  one()
              return 1 if is_new() else two()
        """,
        (FLAG, "two unused"),
    ),
    "the second of two neighbouring fields": (
        """
        ? remove app.old
        @ app.py
          from dataclasses import dataclass


          @dataclass
          class Settings:
              kept: int = 1
              one: int = 1
              two: int = 2


          def old():
              return Settings().one + Settings().two


          print(Settings().kept)
        """,
        ("old is REMOVE", "two unused"),
    ),
    "a call that the fallback replaces": (
        """
        ? remove old.legacy -> defaults.DEFAULT
        @ app.py
          from old import legacy


          def run():
              return legacy()
        @ defaults.py
          DEFAULT = 1
        @ old.py
          def legacy():
              return 1
        """,
        ("legacy is REMOVE", "the fallback stands in"),
    ),
    "an import that the fallback needs": (
        """
        ? remove old.legacy -> defaults.DEFAULT
        @ app.py
          from old import legacy, other


          def run():
              return legacy() + other()
        @ defaults.py
          DEFAULT = 1
        @ old.py
          def legacy():
              return 1


          def other():
              return 2
        """,
        ("legacy is REMOVE", "the fallback needs this import"),
    ),
    "a line of a config file": (
        """
        ? env OLD_KEY
        @ .env
          OLD_KEY=1
          KEPT=1
        """,
        ("OLD_KEY is REMOVE", "OLD_KEY is read nowhere", "config line unused"),
    ),
    "a line of a config file, where only a test sets the variable": (
        """
        ? flag USE_NEW=true
        @ .env
          USE_NEW=true
          KEPT=1
        @ tests/test_app.py
          def test_it(monkeypatch):
              monkeypatch.setenv("USE_NEW", "true")
              assert 1
        """,
        ("USE_NEW is true", "USE_NEW is read nowhere", "config line unused"),
    ),
    "a fixture that only removed tests asked for": (
        """
        ? path old.py
        @ old.py
          def legacy():
              return 1
        @ tests/conftest.py
          import pytest


          @pytest.fixture
          def number():
              return 1


          @pytest.fixture(autouse=True)
          def quiet():
              print()
        @ tests/test_old.py
          from old import legacy


          def test_it(number):
              assert legacy() == number
        """,
        ("old.py is REMOVE", "fixture number unused", "fixture removed"),
    ),
}


@pytest.mark.parametrize(("drawing", "chain"), CHAINS.values(), ids=CHAINS)
def test_a_chain_runs_from_the_item_to_the_edit(drawing: str, chain: tuple[str, ...]) -> None:
    assert chain in [tuple(why) for why in chains(drawing)]


@pytest.mark.parametrize(("drawing", "chain"), CHAINS.values(), ids=CHAINS)
def test_every_edit_begins_with_the_item(drawing: str, chain: tuple[str, ...]) -> None:
    assert {why[0] for why in chains(drawing)} == {chain[0]}
