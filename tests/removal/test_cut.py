"""Entries of lists and guards that only test it go with what an item removes."""

from __future__ import annotations

import pytest
from planning import check

GOES = {
    "one name of a chain": """
        ? remove legacy.OLD
        @ legacy.py
        - OLD = NEW = "x"
        + NEW = "x"
    """,
    "one of a row": """
        ? remove legacy.OLD
        @ legacy.py
        - OLD, NEW = 1, 2
        + NEW = 2
    """,
    "an entry of a tuple of tuples": """
        ? remove legacy.OLD
        @ legacy.py
        - OLD = "old"
          NEW = "new"
        - CHOICES = ((OLD, "Old"), (NEW, "New"))
        + CHOICES = ((NEW, "New"),)
    """,
    "an entry on a line of its own, with its comments": """
        ? remove legacy.OLD
        @ legacy.py
        - OLD = "old"
          NEW = "new"
        @ app.py
        - from legacy import NEW, OLD
        + from legacy import NEW

          MODELS = [
              NEW,
        -     # the old one
        -     OLD,  # still
          ]


          def run():
              return MODELS
    """,
    "an entry of a class's choices": """
        ? remove app.Kind.OLD
        @ app.py
          class Kind:
        -     OLD = "old"
              NEW = "new"
        -     CHOICES = [(OLD, "Old"), (NEW, "New")]
        +     CHOICES = [(NEW, "New")]
    """,
    "the first and the last of several, and one of a pair": """
        ? remove legacy.OLD
        @ legacy.py
        - OLD = "old"
          NEW = "new"
          LAST = "last"
        - ALL = [OLD, NEW, LAST]
        - PAIR = (NEW, OLD)
        - TAIL = [NEW, OLD]
        - BARE = NEW, OLD
        + ALL = [NEW, LAST]
        + PAIR = (NEW,)
        + TAIL = [NEW]
        + BARE = NEW,
    """,
    "the only entry of a set": """
        ? remove legacy.OLD
        @ legacy.py gone
        - OLD = "old"
        @ app.py
        - from legacy import OLD
        -
        - MODELS = {OLD}
        + MODELS = set()
    """,
    "a route": """
        ? remove legacy.old
        @ legacy.py
        - def old(x):
        -     return x
        -
        -
          def new(x):
              return x
        @ urls.py
        - from legacy import new, old
        + from legacy import new

          urlpatterns = [
              path("new/", new),
        -     path("old/", old),
          ]
    """,
    "an entry of __all__, here and in the package": """
        ? remove app.core.old
        @ app/__init__.py
        - from app.core import go, old
        + from app.core import go

        - __all__ = ["go", "old"]
        + __all__ = ["go"]
        @ app/core.py
        - __all__ = ("go", "old")
        + __all__ = ("go",)


          def go():
              return 1
        -
        -
        - def old():
        -     return 2
    """,
    "a guard that raises, with its comment": """
        ? guarded app.models.ALLOWED
        @ app/__init__.py
        @ app/models.py gone
        - ALLOWED = ("a", "b")
        @ app/main.py
        - from app.models import ALLOWED
        -
        -
          def run(model):
        -     # only those
        -     if model not in ALLOWED:
        -         raise ValueError(model)
              return model
    """,
    "a guard that returns nothing": """
        ? guarded app.models.ALLOWED
        @ app/__init__.py
        @ app/models.py gone
        - ALLOWED = ("a", "b")
        @ app/main.py
        - from app.models import ALLOWED
        -
        -
          def run(model):
        -     if model not in ALLOWED:
        -         return None
              return model
    """,
    "a guard that returns an error": """
        ? guarded app.models.ALLOWED
        @ app/__init__.py
        @ app/models.py gone
        - ALLOWED = ("a", "b")
        @ app/main.py
        - from app.models import ALLOWED
        -
        -
          def run(model):
        -     if model not in ALLOWED:
        -         return {"error": "unknown model"}, 400
              return model
    """,
    "a guard that calls what goes": """
        ? guarded app.models.is_allowed
        @ app/__init__.py
        @ app/models.py gone
        - def is_allowed(m):
        -     return m in ("a", "b")
        @ app/main.py
        - from app.models import is_allowed
        -
        -
          def run(model):
        -     if not is_allowed(model):
        -         raise ValueError(model)
              return model
    """,
    "a guard behind elif": """
        ? guarded app.models.ALLOWED
        @ app/__init__.py
        @ app/models.py gone
        - ALLOWED = ("a", "b")
        @ app/main.py
        - from app.models import ALLOWED
        -
        -
          def check(model):
              if not model:
                  return 1
        -     elif model not in ALLOWED:
        -         raise ValueError(model)
              return model
    """,
    "a guard that is all of its function": """
        ? guarded app.models.ALLOWED
        @ app/__init__.py
        @ app/models.py gone
        - ALLOWED = ("a", "b")
        @ app/main.py
        - from app.models import ALLOWED
        -
        -
          def check(model):
        -     if model not in ALLOWED:
        -         raise ValueError(model)
        +     pass
    """,
    "an entry that is added alone": """
        ? remove legacy.old
        @ legacy.py
          def new(x):
              return x
        -
        -
        - def old(x):
        -     return x
        @ urls.py
        - from legacy import new, old
        + from legacy import new

          urlpatterns = [path("new/", new)]
        - urlpatterns += [path("old/", old)]
    """,
}


@pytest.mark.parametrize("drawing", GOES.values(), ids=GOES)
def test_it_is_cut_out(drawing: str) -> None:
    check(drawing)
