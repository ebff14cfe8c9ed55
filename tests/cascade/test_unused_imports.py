"""Imports that a settled flag left unused go; those that anything may still need stay."""

from __future__ import annotations

import pytest
from planning import check

KEPT = {
    "a quoted annotation still reads it": """
        @ app.py
          from json import JSONDecoder


          def run(a: "JSONDecoder | None" = None):
        -     if is_new():
        -         return a
        -     return JSONDecoder()
        +     return a
    """,
    "an example in a docstring still reads it": '''
        @ app.py
          import json


          def run():
              """Give one.

              >>> json.dumps(1)
              '1'
              """
        -     return 1 if is_new() else json.dumps(1)
        +     return 1
    ''',
    "globals() may be asked for it": """
        @ app.py
          import json


          def run():
        -     return globals()["json"] if is_new() else json.dumps(1)
        +     return globals()["json"]
    """,
    "a function rebinds it": """
        @ app.py
          import json


          def load():
              global json
              import ujson as json


          def run():
        -     return 1 if is_new() else json.dumps(1)
        +     return 1
    """,
    "it is deleted later": """
        @ app.py
          import json

        - x = 1 if is_new() else json.dumps(1)
        + x = 1
          del json
    """,
    "it is added to": """
        @ app.py
          from counters import total

          total += 1


          def run():
        -     return 1 if is_new() else total
        +     return 1
        @ counters.py
          total = 1


          def read():
              return total


          read()
    """,
    "another file imports it from here": """
        @ app.py
          from json import dumps


          def run():
        -     return 1 if is_new() else dumps(1)
        +     return 1
        @ other.py
          from app import dumps

          dumps(2)
    """,
    "another file imports everything from here": """
        @ app.py
          from json import dumps


          def run():
        -     return 1 if is_new() else dumps(1)
        +     return 1
        @ other.py
          from app import *

          dumps(2)
    """,
    "another file reads it through this module": """
        @ app.py
          from json import dumps


          def run():
        -     return 1 if is_new() else dumps(1)
        +     return 1
        @ other.py
          import app as a

          a.dumps(2)
    """,
    "a test patches it here by its path": """
        @ app.py
          from json import dumps


          def run():
        -     return 1 if is_new() else dumps(1)
        +     return 1
        @ test_app.py
          from unittest import mock


          def test_run():
              with mock.patch("app.dumps"):
                  assert other()
    """,
    "a test sets it on this module": """
        @ app.py
          from json import dumps


          def run():
        -     return 1 if is_new() else dumps(1)
        +     return 1
        @ test_app.py
          import app


          def test_run(monkeypatch):
              monkeypatch.setattr(app, "dumps", print)
              assert app.run()
    """,
    "__all__ lists it": """
        @ app.py
          from json import dumps

          __all__ = ["dumps", "run"]


          def run():
        -     return 1 if is_new() else dumps(1)
        +     return 1
    """,
    "a string names it through this module": """
        @ app.py
          from json import dumps


          def run():
        -     return 1 if is_new() else dumps(1)
        +     return 1
        @ settings.py
          SERIALIZER = "app.dumps"
    """,
    "it is imported as itself, to be handed on": """
        @ app.py
          from json import dumps as dumps


          def run():
        -     return 1 if is_new() else dumps(1)
        +     return 1
    """,
    "its line says that it is there for what importing it does": """
        @ app.py
          import json  # noqa: F401


          def run():
        -     return 1 if is_new() else json.dumps(1)
        +     return 1
    """,
    "a class holds it as an attribute": """
        @ app.py
          class A:
              from json import dumps

              def run(self):
        -         return 1 if is_new() else self.dumps(1)
        +         return 1
    """,
    "its error handler does more than find another": """
        @ app.py
          import sys

          try:
              import ujson
          except ImportError:
              sys.exit("install ujson")


          def run():
        -     return 1 if is_new() else ujson.dumps(1)
        +     return 1
    """,
    "an import from the future": """
        @ app.py
          from __future__ import annotations


          def run():
        -     return 1 if is_new() else 2
        +     return 1
    """,
}

GOES = {
    "a plain import, with the module that nothing else imports": """
        @ app.py
        - import legacy
        - import os
        -
        -
          def run():
        -     return 1 if is_new() else legacy.old(os)
        +     return 1
        @ legacy.py gone
        - def old(x):
        -     return x
    """,
    "a dotted import and one of two on a line": """
        @ app.py
        - import os.path
        - import json as j, sys
        + import sys


          def run():
              print(sys)
        -     return 1 if is_new() else j.dumps(os.path.join("a"))
        +     return 1
    """,
    "of two dotted ones that bind the same name, the one that was read": """
        @ app.py
        - import xml.dom
          import xml.sax


          def run():
              print(xml.sax)
        -     return 1 if is_new() else xml.dom.Node
        +     return 1
    """,
    "of two dotted ones that bind the same name, not the one that nothing read before": """
        @ app.py
        - import xml.dom
          import xml.sax


          def run():
        -     return 1 if is_new() else xml.dom.Node
        +     return 1
    """,
    "not the dotted one of a name that is handed on whole": """
        @ app.py
          import xml.dom
          import xml.sax


          def run():
        -     return xml if is_new() else xml.dom.Node
        +     return xml
    """,
    "not the dotted one that brings the package in which another name is read": """
        @ app.py
          import lib.core.old
          import lib.extra


          def run():
              print(lib.extra)
        -     return lib.core.new() if is_new() else lib.core.old.go()
        +     return lib.core.new()
    """,
    "the dotted one, where another import brings the package too": """
        @ app.py
          import lib.core
        - import lib.core.old


          def run():
        -     return lib.core.new() if is_new() else lib.core.old.go()
        +     return lib.core.new()
    """,
    "not the dotted one that a string names through this file": """
        @ app.py
          import xml.dom
          import xml.sax


          def run():
              print(xml.sax)
        -     return 1 if is_new() else xml.dom.Node
        +     return 1
        @ test_app.py
          from unittest import mock

          import app


          def test_run():
              with mock.patch("app.xml.dom.Node"):
                  assert app.run() == 1
    """,
    "one name of a list": """
        @ app.py
        - from json import dumps, loads
        + from json import loads


          def run():
        -     return loads("1") if is_new() else dumps(1)
        +     return loads("1")
    """,
    "the first name of a list on lines of their own, with its comment": """
        @ app.py
          from json import (
        -     dumps,  # old way
              # the new way
              loads,
          )


          def run():
        -     return loads("1") if is_new() else dumps(1)
        +     return loads("1")
    """,
    "the last name of a line, where the next line is too long to move up": """
        @ app.py
        - from asyncio import (AbstractEventLoop, AbstractEventLoopPolicy, Barrier,
        + from asyncio import (AbstractEventLoop, AbstractEventLoopPolicy,
                               BaseProtocol, BaseTransport, BoundedSemaphore, Event)

          BASES = (AbstractEventLoop, AbstractEventLoopPolicy, BaseProtocol, BaseTransport, BoundedSemaphore, Event)


          def run():
        -     return 1 if is_new() else Barrier(1)
        +     return 1
    """,
    "the last name of a line, where the next line moves up": """
        @ app.py
        - from asyncio import (AbstractEventLoop, AbstractEventLoopPolicy, BoundedSemaphore,
        -                      Event,
        + from asyncio import (AbstractEventLoop, AbstractEventLoopPolicy, Event,
                               BaseProtocol, BaseTransport, Lock, Queue)

          BASES = (AbstractEventLoop, AbstractEventLoopPolicy, BaseProtocol, BaseTransport, Event, Lock, Queue)


          def run():
        -     return 1 if is_new() else BoundedSemaphore(1)
        +     return 1
    """,
    "the last name of such a list, without a trailing comma": """
        @ app.py
        - from json import (
        -     dumps,
        -     loads
        - )
        + from json import dumps


          def run():
        -     return dumps("1") if is_new() else loads(1)
        +     return dumps("1")
    """,
    "a name of a list that only its length put in parentheses": """
        @ app.py
        - from app.configuration.constants import (
        -     ANOTHER_CONSTANT_WITH_A_LONG_NAME, ONE_CONSTANT, THE_LONGEST_CONSTANT
        - )
        + from app.configuration.constants import ONE_CONSTANT, THE_LONGEST_CONSTANT


          def run():
        -     return ONE_CONSTANT + THE_LONGEST_CONSTANT if is_new() else ANOTHER_CONSTANT_WITH_A_LONG_NAME
        +     return ONE_CONSTANT + THE_LONGEST_CONSTANT
    """,
    "a name of a list with a comment in its parentheses": """
        @ app.py
          from json import (  # both ways
        -     dumps, loads
        +     dumps
          )


          def run():
        -     return dumps("1") if is_new() else loads(1)
        +     return dumps("1")
    """,
    "a name on a continued line": r"""
        @ app.py
        - from json import dumps, \
        -     loads
        + from json import dumps


          def run():
        -     return dumps("1") if is_new() else loads(1)
        +     return dumps("1")
    """,
    "a name that only annotations read, in a TYPE_CHECKING block": """
        @ app.py
          from __future__ import annotations

          from typing import TYPE_CHECKING

          if TYPE_CHECKING:
        -     from json import JSONDecoder, JSONEncoder
        +     from json import JSONEncoder


          def run(a: JSONEncoder):
        -     if is_new():
        -         return 1
        -     x: JSONDecoder = make()
        -     return x
        +     return 1
    """,
    "a TYPE_CHECKING block that empties, with its own import": """
        @ app.py
        - from typing import TYPE_CHECKING
        -
        - if TYPE_CHECKING:
        -     from json import JSONDecoder
        -
        -
          def run():
        -     if is_new():
        -         return 1
        -     x: "JSONDecoder" = make()
        -     return x
        +     return 1
    """,
    "an import inside a function": """
        @ app.py
          def run():
        -     from json import dumps
        -
        -     if is_new():
        -         return 1
        -     return dumps(1)
        +     return 1
    """,
    "a try around an import inside a function": """
        @ app.py
          def run():
        -     try:
        -         from json import dumps
        -     except ImportError:
        -         dumps = None
        -     return 1 if is_new() else dumps(1)
        +     return 1
    """,
    "a try with the import of a stand-in": """
        @ app.py
        - try:
        -     import ujson as json
        - except ImportError:
        -     import json
        -
        -
          def run():
        -     return 1 if is_new() else json.dumps(1)
        +     return 1
    """,
    "a try with None for a stand-in": """
        @ app.py
        - try:
        -     import ujson
        - except ImportError:
        -     ujson = None
        -
        -
          def run():
        -     return 1 if is_new() else ujson.dumps(1)
        +     return 1
    """,
    "both sides of a test of the version": """
        @ app.py
        - import sys
        -
        - if sys.version_info >= (3, 11):
        -     import tomllib
        - else:
        -     import tomli as tomllib
        -
        -
          def run():
        -     return 1 if is_new() else tomllib.loads("")
        +     return 1
    """,
    "one of two statements on a line": """
        @ app.py
        - import json; import sys
        + import sys


          def run():
        -     return sys if is_new() else json.dumps(1)
        +     return sys
    """,
    "an import that stands there twice": """
        @ app.py
        - import json
        - import json
        -
        -
          def run():
        -     return 1 if is_new() else json.dumps(1)
        +     return 1
    """,
    "with the comment above it": """
        @ app.py
          import os
        - # legacy needs json
        - import json

          x = os.sep


          def run():
        -     return 1 if is_new() else json.dumps(1)
        +     return 1
    """,
    "not with the licence header above it": """
        @ app.py
          # Copyright Us
        - import json


          def run():
        -     return 1 if is_new() else json.dumps(1)
        +     return 1
    """,
    "not one that nothing used before": """
        @ app.py
        - import json
          import os


          def run():
        -     return 1 if is_new() else json.dumps(1)
        +     return 1
    """,
    "with the definition it brought": """
        @ app.py
        - from legacy import old, new
        + from legacy import new


          def run():
        -     return new() if is_new() else old()
        +     return new()
        @ legacy.py
        - def old():
        -     return 2
        -
        -
          def new():
              return 3
    """,
    "with the re-export of a package": """
        @ app/__init__.py
        - from app.core import go, old
        + from app.core import go
        @ app/core.py
          def go():
              return 1
        -
        -
        - def old():
        -     return 2
        @ main.py
        - from app import go, old
        + from app import go


          def run():
        -     return go() if is_new() else old()
        +     return go()
    """,
}


@pytest.mark.parametrize("drawing", KEPT.values(), ids=KEPT)
def test_an_import_stays_where(drawing: str) -> None:
    check(drawing)


@pytest.mark.parametrize("drawing", GOES.values(), ids=GOES)
def test_an_import_goes(drawing: str) -> None:
    check(drawing)
