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
}


@pytest.mark.parametrize(("drawing", "chain"), CHAINS.values(), ids=CHAINS)
def test_a_chain_runs_from_the_item_to_the_edit(drawing: str, chain: tuple[str, ...]) -> None:
    assert chain in [tuple(why) for why in chains(drawing)]


@pytest.mark.parametrize(("drawing", "chain"), CHAINS.values(), ids=CHAINS)
def test_every_edit_begins_with_the_item(drawing: str, chain: tuple[str, ...]) -> None:
    assert {why[0] for why in chains(drawing)} == {chain[0]}
