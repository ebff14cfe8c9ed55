"""What gives a settled flag its value goes with the last read of it, though it is a call; in doubt both stay."""

from __future__ import annotations

import pytest
from planning import check, findings

GOES = {
    "an attribute that __init__ asks for, named through the instance": """
        ? named app.config._new
        @ app/__init__.py
          from app.settings import config
        @ app/settings.py
        - from lib.settings import read, truthy
        + from lib.settings import read


          class Config:
              def __init__(self):
                  self._name = read("APP_NAME", "app")
        -         self._new = read("APP_NEW", False, truthy)


          config = Config()
        @ app/run.py
          from app import config
        - import app


          def run():
        -     if config._new and app.config._new:
        -         return config._name
        -     return None
        +     return config._name
    """,
    "the same under another name": """
        ? named app.config.new
        @ app/__init__.py
          from app.settings import Config

          config = Config()
        @ app/settings.py
          from lib import read


          class Config:
              name = read("NAME")
        -     new = read("NEW")
        @ app/run.py
          from app import config as c


          def run():
        -     return c.name if c.new else None
        +     return c.name
    """,
    "a constant of a module that an SDK gives": """
        ? named app.flags.NEW
        @ app/flags.py
          from lib import client, user

          OTHER = client.bool_variation("other", user, False)
        - # the new way
        - NEW = client.bool_variation("new", user, False)
        @ app/run.py
        - from app.flags import NEW, OTHER
        + from app.flags import OTHER


          def run():
        -     return OTHER if NEW else None
        +     return OTHER
    """,
    "an attribute of a class body, with the constant that names its variable": """
        ? expr config._new
        @ app/names.py
          class Names:
        -     NEW = "APP_NEW"
              OLD = "APP_OLD"
        @ app/settings.py
          from lib import Env
          from app.names import Names


          class Config(Env):
        -     _new = Env.var(bool, Names.NEW, default=False)
              _old = Env.var(bool, Names.OLD, default=False)


          config = Config()
        @ app/run.py
          from app.settings import config


          def run():
        -     return config._old if config._new else 0
        +     return config._old
    """,
    "a class body that goes on to ask about it and to set it another way": """
        ? expr self._mode
        @ app.py
        - from lib import Env, warn
        + from lib import Env


          class Config(Env):
        -     _mode = Env.var(str, "APP_MODE", default="")
        -     if _mode is None:
        -         warn("APP_MODE is old")
        -         _mode = "new"
        -     elif not _mode:
        -         _mode = "none"
              _other = 1

              def start(self):
        -         if self._mode:
        -             self.go()
        +         self.go()

              def go(self):
                  print(self._other)
    """,
    "the only attribute of that name, where the object that is read is not known": """
        ? expr request.settings._new
        @ app/settings.py
          from lib import read


          class Settings:
              def __init__(self):
                  self.old = read("OLD")
        -         self._new = read("NEW")
        @ app/run.py
          def run(request):
        -     return request.settings.old if request.settings._new else 0
        +     return request.settings.old
    """,
    "a value that an error of its own may leave unset": """
        ? named app.flags.NEW
        @ app/flags.py
          from lib import env

          OLD = env("OLD")
        - try:
        -     NEW = env("NEW")
        - except KeyError:
        -     NEW = False
        @ app/run.py
        - from app.flags import NEW, OLD
        + from app.flags import OLD

        - print(OLD if NEW else 0)
        + print(OLD)
    """,
    "its entry in a list whose names are asked for one by one": """
        ? expr self._new
        @ app.py
          from lib import read


          class Config:
              _names = [
                  "_old",
        -         "_new",
              ]

              def __init__(self):
                  self._old = read("OLD")
        -         self._new = read("NEW")

              def go(self):
        -         return self._old if self._new else 0
        +         return self._old

              def told(self):
                  return {name: getattr(self, name) for name in self._names}
    """,
    "its entries in a set of all options and in what is made of it": """
        ? named app.options.Options.new
        @ app/options.py
          from typing import Final

        - NAMES: Final = {"old", "new"}
        + NAMES: Final = {"old"}
          CACHED = (NAMES | {"cache"}) - {"old"}


          class Options:
              def __init__(self):
                  self.old = 1
        -         self.new = False
                  self.cache = {}

              def key(self):
                  return [getattr(self, name) for name in sorted(CACHED)]
        @ app/run.py
          from app.options import NAMES, Options


          def run(options: Options, updates):
              if set(updates) - NAMES:
                  print("unknown")
        -     return options.old if options.new else {k: v for k, v in updates.items() if k in NAMES}
        +     return options.old
    """,
    "its entry in a list of a test that sets each name of it": """
        ? named app.config._new
        @ app.py
          from lib import read


          class Config:
              def __init__(self):
                  self._old = read("OLD")
        -         self._new = read("NEW")


          config = Config()


          def run():
        -     return config._old if config._new else 0
        +     return config._old
        @ tests/helpers.py
          from app import config


          def override(values):
        -     names = ["_old", "_new"]
        +     names = ["_old"]
              before = dict((name, getattr(config, name)) for name in names)
              for key, value in values.items():
                  if key in names:
                      setattr(config, key, value)
              return before
    """,
    "its instances are only compared as a whole": """
        ? named app.Config.new
        @ app.py
        - from lib import read
        -
        -
          class Config:
              def __init__(self, old):
                  self.old = old
        -         self.new = read("NEW")

              def go(self):
        -         return self.old if self.new else 0
        +         return self.old

              def __eq__(self, other):
                  return self.__dict__ == other.__dict__
    """,
    "a name that is put together begins another way": """
        ? named app.Options.disable_new
        @ app.py
          class Options:
              def __init__(self):
                  self.old = 1
        -         self.disable_new = True

              def go(self, key):
                  if key.startswith("allow") and hasattr(self, "dis" + key):
                      print(key)
        -         return self.old if self.disable_new else 0
        +         return self.old
    """,
    "a test sets it": """
        ? named app.config.new
        @ app.py
          from lib import read


          class Config:
              def __init__(self):
                  self.old = read("OLD")
        -         self.new = read("NEW")


          config = Config()


          def run():
        -     return config.old if config.new else 0
        +     return config.old
        @ tests/test_app.py
          from app import config, run


        - def test_run(monkeypatch):
        -     monkeypatch.setattr(config, "new", True)
        + def test_run():
              assert run() == config.old
    """,
    "the lines of the variable that it alone asks for": """
        ? named app.settings.Config.new
        @ app/names.py
        - NEW = "APP_USE_NEW"
          OLD = "APP_USE_OLD"
        @ app/settings.py
        - from app.names import NEW, OLD
        + from app.names import OLD
          from lib import read


          class Config:
              old = read(OLD)
        -     new = read(NEW, default=False)

              def go(self):
        -         return self.old if self.new else 0
        +         return self.old
        @ .env
          APP_USE_OLD=1
        - APP_USE_NEW=1
    """,
    "its place among the slots": """
        ? named app.Config.new
        @ app.py
          class Config:
        -     __slots__ = ("old", "new")
        +     __slots__ = ("old",)

              def __init__(self, old, read):
                  self.old = old
        -         self.new = read("NEW")

              def go(self):
        -         return self.old if self.new else 0
        +         return self.old
    """,
}

STAYS = {
    "another instance is read, whose value is its own": """
        ? named app.config.new
        @ app.py
          from lib import read


          class Config:
              def __init__(self, key):
                  self.new = read(key)
                  self.key = key


          config = Config("NEW")
          other = Config("OTHER")


          def run():
        -     return other.new if config.new else config.key
        +     return other.new


          def name():
              return config.key
    """,
    "another class has an attribute of that name, and the object is not known": """
        ? expr request.new
        @ app.py
          from lib import read


          class Config:
              def __init__(self):
                  self.new = read("NEW")


          class Other:
              def __init__(self):
                  self.new = read("OTHER")


          def run(request):
        -     return 1 if request.new else 0
        +     return 1
    """,
    "the object comes from outside": """
        ? expr current_app.new
        @ app.py
        - from flask import current_app
          from lib import read


          class Config:
              def __init__(self):
                  self.new = read("NEW")


          def run():
        -     return 1 if current_app.new else 0
        +     return 1
    """,
    "the object is not known, and the value is no read of a key": """
        ? expr request.started
        @ app.py
          class Server:
              def __init__(self, server):
                  self.started = server.start()


          def run(request):
        -     return 1 if request.started else 0
        +     return 1
    """,
    "a template reads it": """
        ? named app.config.new
        @ app.py
          from lib import read


          class Config:
              def __init__(self):
                  self.new = read("NEW")
                  self.old = 1


          config = Config()


          def run():
        -     return config.old if config.new else 0
        +     return config.old
        @ page.html
          {% if config.new %}new{% endif %}
    """,
    "a subclass has its own": """
        ? named app.Config.new
        @ app.py
          from lib import read


          class Config:
              def __init__(self):
                  self.new = read("NEW")

              def go(self):
        -         return 1 if self.new else 0
        +         return 1


          class Special(Config):
              new = 2

              def show(self):
                  return self.new
    """,
    "a list of names is passed on": """
        ? named app.Config.new
        @ app.py
          from lib import read, table


          class Config:
              names = ["old", "new"]

              def __init__(self):
                  self.old = read("OLD")
                  self.new = read("NEW")

              def go(self):
        -         return self.old if self.new else table(self.names)
        +         return self.old

              def told(self):
                  return table(self.names)
    """,
    "a list of names is asked for by place": """
        ? named app.Config.new
        @ app.py
          from lib import read


          class Config:
              names = ["old", "new"]

              def __init__(self):
                  self.old = read("OLD")
                  self.new = read("NEW")

              def go(self):
        -         return self.old if self.new else 0
        +         return self.old

              def told(self):
                  return getattr(self, self.names[0])
    """,
    "the names are asked of something else": """
        ? named app.Config.new
        @ app.py
          from lib import read

          COLUMNS = ["old", "new"]


          class Config:
              def __init__(self):
                  self.old = read("OLD")
                  self.new = read("NEW")

              def go(self):
        -         return self.old if self.new else 0
        +         return self.old


          def rows(table):
              return [[row[column] for column in COLUMNS] for row in table]
    """,
    "a table of another module has it for a key": """
        ? named app.Config.new
        @ app.py
          from lib import read


          class Config:
              def __init__(self):
                  self.new = read("NEW")

              def go(self):
        -         return 1 if self.new else 0
        +         return 1
        @ parsers.py
          PARSERS = {"old": int, "new": bool}
    """,
    "all attributes are written out at once": """
        ? named app.Config.new
        @ app.py
          import json


          class Config:
              def __init__(self, old):
                  self.old = old
                  self.new = False

              def go(self):
        -         return self.old if self.new else 0
        +         return self.old

              def told(self):
                  return {key: value for key, value in self.__dict__.items() if value}
    """,
    "an instance is written out as a whole": """
        ? named app.Config.new
        @ app.py
          class Config:
              def __init__(self, old):
                  self.old = old
                  self.new = False

              def go(self):
        -         return self.old if self.new else 0
        +         return self.old
        @ store.py
          import json

          from app import Config


          def save(config: Config):
              return json.dumps(vars(config))
    """,
    "code under KEEP reads it": """
        ? named app.Config.new
        ? keep kept.py
        @ app.py
          from lib import read


          class Config:
              def __init__(self):
                  self.old = read("OLD")
                  self.new = read("NEW")

              def go(self):
        -         return self.old if self.new else 0
        +         return self.old
        @ kept.py
          def old_way(config):
              return config.new
    """,
    "something else reads its variable, so only the definition goes": """
        ? named app.Config.new
        @ app.py
          from lib import read


          class Config:
              old = read("APP_USE_NEW")
        -     new = read("APP_USE_NEW", default=False)

              def go(self):
        -         return self.old if self.new else 0
        +         return self.old
        @ .env
          APP_USE_NEW=1
    """,
    "its own class asks before it has its last value": """
        ? named app.Config.mode
        @ app.py
          from lib import read


          class Config:
              mode = read("MODE")
              other = 1
              if mode == "old":
                  other = 2
                  mode = True

              def go(self):
        -         return self.other if self.mode else 0
        +         return self.other
    """,
    "its module asks before it has its last value": """
        ? named app.MODE
        @ app.py
          from lib import read

          MODE = read("MODE")
          OTHER = 1
          if MODE == "old":
              OTHER = 2
              MODE = True


          def go():
        -     return OTHER if MODE else 0
        +     return OTHER
    """,
    "its own class asks for what an instance goes on to change": """
        ? expr self.mode
        @ app.py
          from lib import read


          class Config:
              mode = read("MODE")
              other = 2 if mode == "old" else 1

              def __init__(self):
                  self.mode = read("LAST")

              def go(self):
        -         return self.other if self.mode else 0
        +         return self.other
    """,
    "a string asks for it": """
        ? named app.Config.new
        @ app.py
          from lib import read


          class Config:
              def __init__(self):
                  self.old = read("OLD")
                  self.new = read("NEW")

              def go(self):
        -         return self.old if self.new else 0
        +         return self.old
        @ store.py
          from lib import ask


          def show(config):
              return ask(config, "new")
    """,
    "a name that is put together begins as it does": """
        ? named app.Options.disallow_new
        @ app.py
          class Options:
              def __init__(self):
                  self.old = 1
                  self.disallow_new = True

              def go(self, key):
                  if key.startswith("allow") and hasattr(self, "dis" + key):
                      print(key)
        -         return self.old if self.disallow_new else 0
        +         return self.old
    """,
    "making it gives another name its value": """
        ? named app.Config.new
        @ app.py
          from lib import read


          class Config:
              def __init__(self):
                  self.new = read(key := "NEW")
                  self.key = key

              def go(self):
        -         return self.key if self.new else 0
        +         return self.key
    """,
    "a handler waits for it to fail": """
        ? named app.flags.NEW
        @ app/flags.py
          from lib import env, fail

          try:
              NEW = env("NEW")
          except KeyError:
              fail()
        @ app/run.py
        - from app.flags import NEW
        -
        - print(1 if NEW else 0)
        + print(1)
    """,
    "it was read by nothing before": """
        ? named app.flags.NEW
        @ app/flags.py
          from lib import env

          NEW = env("NEW")
    """,
}


@pytest.mark.parametrize("drawing", GOES.values(), ids=GOES.keys())
def test_the_definition_goes(drawing: str) -> None:
    check(drawing)


@pytest.mark.parametrize("drawing", STAYS.values(), ids=STAYS.keys())
def test_the_definition_stays(drawing: str) -> None:
    check(drawing)


def test_a_definition_that_stays_for_a_table_is_told_with_the_place_of_both() -> None:
    assert findings(STAYS["a table of another module has it for a key"]) == [
        "app.py:6: no code reads the flag here any more, but parsers.py:1 names it, so both stay",
        "parsers.py:1: Config.new is used by no code any more, but it is named here, so it stays",
    ]
