"""How far a value reaches: through functions that are told what to read, tables, slices, enumerations and fields."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from folding import USE_NEW, check_files
from planning import drawn

from legacy_codemod.model import EnvFlag

REACHED: Mapping[str, str] = {
    "an f-string with a conversion": """
        @ app.py
          import os
          from paths import new, old
        - x = new() if f"x-{os.getenv('USE_NEW')!r}" == "x-'true'" else old()
        + x = new()
        """,
    "an f-string with a format": """
        ? flag PCT=100
        @ app.py
          import os
          from paths import new, old
        - x = new() if f"{int(os.getenv('PCT', '0')):>5d}" == "  100" else old()
        + x = new()
        """,
    "a string formatted by %": """
        @ app.py
          import os
          from paths import new, old
        - x = new() if "x-%s" % os.getenv('USE_NEW') == "x-true" else old()
        + x = new()
        """,
    "a string formatted by format()": """
        @ app.py
          import os
          from paths import new, old
        - x = new() if "x-{}".format(os.getenv('USE_NEW')) == "x-true" else old()
        + x = new()
        """,
    "a function that reads the variable it is told, in another file": """
        @ env.py
          import os
          def env_bool(name, default=False):
              'Read.'
              value = os.environ.get(name)
              if value is None:
                  return default
              return value.lower() in ("1", "true", "yes")
        @ app.py
          from env import env_bool
          from paths import new, old
        - ON = env_bool("USE_NEW", False)
        + ON = True
          OTHER = env_bool("OTHER", False)
        - x = new() if ON else old()
        + x = new()
        """,
    "a function of one expression that is passed the value": """
        @ app.py
          import os
          from paths import new, old
          def is_true(v): return str(v).lower() in ("1", "true")
        - x = new() if is_true(os.getenv("USE_NEW")) else old()
        + x = new()
          y = is_true("a")
        """,
    "a lambda that is passed the value": """
        @ app.py
          import os
          from paths import new, old
          is_true = lambda v: str(v).lower() in ("1", "true")
        - x = new() if is_true(os.getenv("USE_NEW")) else old()
        + x = new()
          y = is_true("a")
        """,
    "a function that tells yes from no by branches": """
        @ app.py
          import os
          from paths import new, old
          def strtobool(val):
              val = val.lower()
              if val in ("y", "yes", "t", "true", "on", "1"):
                  return 1
              elif val in ("n", "no", "f", "false", "off", "0"):
                  return 0
              else:
                  raise ValueError(f"invalid truth value {val!r}")
        - x = new() if strtobool(os.getenv("USE_NEW")) else old()
        + x = new()
          y = strtobool("no")
        """,
    "strtobool of distutils": """
        @ app.py
          import os
          from distutils.util import strtobool
          from paths import new, old
        - x = new() if strtobool(os.getenv("USE_NEW", "false")) else old()
        + x = new()
        """,
    "json.loads": """
        @ app.py
          import os, json
          from paths import new, old
        - x = new() if json.loads(os.getenv("USE_NEW", "false")) else old()
        + x = new()
        """,
    "ast.literal_eval": """
        ? flag USE_NEW=True
        @ app.py
          import os, ast
          from paths import new, old
        - x = new() if ast.literal_eval(os.getenv("USE_NEW", "False")) else old()
        + x = new()
        """,
    "a dictionary asked for the value": """
        @ app.py
          import os
          from paths import new, old
        - x = new() if {"true": True, "false": False}[os.getenv("USE_NEW")] else old()
        + x = new()
        """,
    "a dictionary's get()": """
        @ app.py
          import os
          from paths import new, old
        - x = new() if {"true": True, "false": False}.get(os.getenv("USE_NEW"), False) else old()
        + x = new()
        """,
    "a dictionary that has no such key, and a default": """
        @ app.py
          import os
          from paths import new, old
        - x = new() if {"yes": False}.get(os.getenv("USE_NEW"), True) else old()
        + x = new()
        """,
    "a tuple and a list by a truth": """
        @ app.py
          import os
          from paths import new, old
        - ON = os.getenv("USE_NEW") == "true"
        - x = {True: "new", False: "old"}[ON]
        - y = ("old", "new")[ON]
        - z = new() if ["old", "new"][ON] == "new" else old()
        + ON = True
        + x = "new"
        + y = "new"
        + z = new()
        """,
    "os.environ by another name": """
        @ app.py
          import os
          from paths import new, old
          env = os.environ
        - x = new() if env.get("USE_NEW") == "true" else old()
        + x = new()
        """,
    "a reader by another name": """
        @ app.py
          import os
          from paths import new, old
          get = os.environ.get
        - x = new() if get("USE_NEW") == "true" else old()
        + x = new()
        """,
    "the key held by a class": """
        @ app.py
          import os
          from paths import new, old
          class Keys:
              NEW = "USE_NEW"
        - x = new() if os.getenv(Keys.NEW) == "true" else old()
        + x = new()
        """,
    "the key held by an enumeration": """
        @ app.py
          import os
          from enum import Enum
          from paths import new, old
          class Keys(str, Enum):
              NEW = "USE_NEW"
        - x = new() if os.getenv(Keys.NEW.value) == "true" else old()
        + x = new()
        """,
    "a bucket that a function gives": """
        ? flag PCT=100
        @ app.py
          import os, hashlib
          from paths import new, old
          def bucket(u):
              return int(hashlib.md5(u.encode()).hexdigest()[:8], 16) % 100
          def f(u):
        -     return new() if bucket(u) < int(os.getenv("PCT", "0")) else old()
        +     return new()
          f("a")
        """,
    "a function that guards a number by a try": """
        ? flag PCT=100
        @ app.py
          import os
          from paths import new, old
          def pct():
              try:
        -         return int(os.getenv("PCT", "0"))
        +         return 100
              except ValueError:
                  return 0
        - x = new() if pct() >= 100 else old()
        + x = new()
        """,
    "a number held between bounds": """
        ? flag PCT=100
        @ app.py
          import os
          from paths import new, old
        - x = new() if max(0, min(100, int(os.getenv("PCT", "0")))) == 100 else old()
        + x = new()
        """,
    "membership in a list made of the value": """
        @ app.py
          import os
          from paths import new, old
        - x = new() if "true" in os.getenv("USE_NEW", "").split(",") else old()
        + x = new()
        """,
    "membership in a comprehension over the value": """
        @ app.py
          import os
          from paths import new, old
        - x = new() if "true" in [p.strip() for p in os.getenv("USE_NEW", "").split(",")] else old()
        + x = new()
        """,
    "the first letter by a slice": """
        @ app.py
          import os
          from paths import new, old
        - x = new() if os.getenv("USE_NEW", "")[:1] in ("t", "1") else old()
        + x = new()
        """,
    "the first letter by its index": """
        @ app.py
          import os
          from paths import new, old
        - x = new() if os.getenv("USE_NEW", "")[0] == "t" else old()
        + x = new()
        """,
    "any() of a generator": """
        @ app.py
          import os
          from paths import new, old
        - x = new() if any(os.getenv("USE_NEW") == v for v in ("1", "true")) else old()
        + x = new()
        """,
    "an enumeration's member by its value, compared by identity": """
        @ app.py
          import os
          from enum import Enum
          from paths import new, old
          class Mode(Enum):
              OLD = "old"
              NEW = "true"
        - MODE = Mode(os.getenv("USE_NEW", "old"))
        - x = new() if MODE is Mode.NEW else old()
        + MODE = Mode("true")
        + x = new()
        """,
    "an enumeration's member, compared in another file": """
        @ modes.py
          import os
          from enum import Enum
          class Mode(str, Enum):
              OLD = "old"
              NEW = "true"
        - MODE = Mode(os.getenv("USE_NEW", "old"))
        + MODE = Mode("true")
        @ app.py
          from modes import MODE, Mode
          from paths import new, old
        + new()
        - if MODE == Mode.OLD:
        -     old()
        - else:
        -     new()
        """,
    "an enumeration's member by its name": """
        ? flag MODE=NEW
        @ app.py
          import os
          from enum import Enum, auto
          from paths import new, old
          class Mode(Enum):
              OLD = auto()
              NEW = auto()
        - MODE = Mode[os.getenv("MODE", "OLD")]
        - x = new() if MODE in (Mode.NEW,) else old()
        - y = new() if MODE.name == "NEW" else old()
        + MODE = Mode["NEW"]
        + x = new()
        + y = new()
        """,
    "two names of one member": """
        @ app.py
          import os
          from enum import Enum
          from paths import new, old
          class Mode(Enum):
              OLD = "true"
              NEW = "true"
        - MODE = Mode(os.getenv("USE_NEW", "old"))
        - x = new() if MODE is Mode.NEW else old()
        - x = new() if MODE == Mode.NEW else old()
        - x = new() if MODE == "true" else old()
        - x = new() if MODE != "true" else old()
        + MODE = Mode("true")
        + x = new()
        + x = new()
        + x = old()
        + x = new()
        """,
    "members of several enumerations": """
        @ app.py
          import os
          from enum import Enum
          from paths import new, old
          class A(str, Enum):
              NEW = "true"
          class B(str, Enum):
              NEW = "true"
          class C(Enum):
              NEW = "true"
        - M = A(os.getenv("USE_NEW", "old"))
        - x = new() if M == B.NEW else old()
        - x = new() if M is B.NEW else old()
        - x = new() if M == C.NEW else old()
        - x = new() if C.NEW == M else old()
        - x = new() if M.value == C.NEW.value else old()
        + M = A("true")
        + x = new()
        + x = old()
        + x = old()
        + x = old()
        + x = new()
        """,
    "a dataclass field's default": """
        @ app.py
          import os
          from dataclasses import dataclass, field
          from paths import new, old
          @dataclass
          class S:
        -     fast: bool = field(default=os.getenv("USE_NEW") == "true")
        +     fast: bool = field(default=True)
          s = S()
        - x = new() if s.fast else old()
        + x = new()
        """,
    "a dataclass field's default factory": """
        @ app.py
          import os
          from dataclasses import dataclass, field
          from paths import new, old
          @dataclass(frozen=True)
          class S:
        -     fast: bool = field(default_factory=lambda: os.getenv("USE_NEW") == "true")
        +     fast: bool = field(default_factory=lambda: True)
          s = S()
        - x = new() if s.fast else old()
        + x = new()
        """,
    "a dataclass field that its one call gives": """
        @ cfg.py
          import os
          from dataclasses import dataclass
          @dataclass(frozen=True)
          class S:
              fast: bool
        - s = S(fast=os.getenv("USE_NEW") == "true")
        + s = S(fast=True)
        @ app.py
          from cfg import s
          from paths import new, old
        - x = new() if s.fast else old()
        + x = new()
        """,
    "an attribute of a module's one object": """
        @ cfg.py
          import os
          class S:
              def __init__(self):
        -         self.fast = os.getenv("USE_NEW") == "true"
        +         self.fast = True
                  self.pct = int(os.getenv("PCT", "0"))
          settings = S()
        @ app.py
          from cfg import settings
          from paths import new, old
        - x = new() if settings.fast else old()
        + x = new()
        """,
    "a Django setting": """
        @ proj/settings.py
          import os
        - USE_NEW = os.getenv("USE_NEW", "false").lower() == "true"
        + USE_NEW = True
        @ app.py
          from django.conf import settings
          from paths import new, old
        - x = new() if settings.USE_NEW else old()
        + x = new()
        """,
    "a Django setting by getattr": """
        @ proj/settings.py
          import os
        - USE_NEW = os.getenv("USE_NEW", "false").lower() == "true"
        + USE_NEW = True
        @ app.py
          from django.conf import settings
          from paths import new, old
        - x = new() if getattr(settings, "USE_NEW", False) else old()
        + x = new()
        """,
    "two constants in one assignment": """
        @ app.py
          import os
          from paths import new, old
        - A, B = os.getenv("USE_NEW") == "true", 2
        - x = new() if A else old()
        + A, B = True, 2
        + x = new()
        """,
    "two locals in one assignment": """
        @ app.py
          import os
          from paths import new, old
          def f():
        +     a, b = True, 2
        -     a, b = os.getenv("USE_NEW") == "true", 2
        -     if a:
        -         return new()
        +     return new()
        -     return old()
          f()
        """,
    "a local that is bound again from itself": """
        @ app.py
          import os
          from paths import new, old
          def f():
        -     a = os.getenv("USE_NEW", "")
        -     a = a.strip().lower()
        -     if a == "true":
        +     a = "true"
        +     a = "true"
        -         return new()
        +     return new()
        -     return old()
          f()
        """,
    "a constant in two branches": """
        @ app.py
          import os
          from paths import new, old
        - if os.getenv("USE_NEW") == "true":
        -     ON = 1
        + ON = 1
        + x = new()
        - else:
        -     ON = 0
        - x = new() if ON else old()
        """,
    "a package that hands on by a star and by another name": """
        @ pkg/__init__.py
          from .flags import is_on as enabled
          from .flags import *
        @ pkg/flags.py
          import os
          __all__ = ["is_on", "ON"]
        - ON = os.getenv("USE_NEW") == "true"
        + ON = True
          def is_on():
        -     return ON
        +     return True
        @ app.py
          import pkg
          from pkg import enabled
          from paths import new, old
        - x = new() if pkg.ON else old()
        - y = new() if enabled() else old()
        - z = new() if pkg.is_on() else old()
        + x = new()
        + y = new()
        + z = new()
        """,
    "an import for type checkers beside the one in the function": """
        @ flags.py
          import os
        - ON = os.getenv("USE_NEW") == "true"
        + ON = True
        @ app.py
          from typing import TYPE_CHECKING
          from paths import new, old
          if TYPE_CHECKING:
              import flags
          def f():
              import flags
        -     return new() if flags.ON else old()
        +     return new()
          f()
        """,
    "a local read by an inner function": """
        @ app.py
          import os
          from paths import new, old
          def make():
        -     on = os.getenv("USE_NEW") == "true"
        +     on = True
              def run():
        -         return new() if on else old()
        +         return new()
              return run
          make()()
        """,
    "a function inside a function": """
        @ app.py
          import os
          from paths import new, old
          def make():
              def on():
        -         return os.getenv("USE_NEW") == "true"
        -     return new() if on() else old()
        +         return True
        +     return new()
          make()
        """,
    "a lambda that is called": """
        @ app.py
          import os
          from paths import new, old
        - on = lambda: os.getenv("USE_NEW") == "true"
        - x = new() if on() else old()
        + on = lambda: True
        + x = new()
        """,
    "a class method that reads the variable it is told": """
        @ app.py
          import os
          from paths import new, old
          class F:
              @classmethod
              def flag(cls, name, default="false"):
                  return os.environ.get(name, default).lower() == "true"
              NEW = None
        - x = new() if F.flag("USE_NEW") else old()
        + x = new()
        """,
    "a method that reads the variable it is told, for an attribute": """
        @ app.py
          import os
          from paths import new, old
          class F:
              def _flag(self, name, default=False):
                  raw = os.environ.get(name)
                  if raw is None:
                      return default
                  raw = raw.strip().lower()
                  return raw in ("1", "true")
              def __init__(self):
        -         self.fast = self._flag("USE_NEW")
        +         self.fast = True
                  self.slow = self._flag("USE_SLOW")
              def run(self):
        -         return new() if self.fast else old()
        +         return new()
          F().run()
        """,
    "a table of flags": """
        @ flags.py
          import os
          FLAGS = {
        -     "new": os.getenv("USE_NEW") == "true",
        +     "new": True,
              "other": os.getenv("OTHER") == "true",
          }
        @ app.py
          from flags import FLAGS
          from paths import new, old
        - x = new() if FLAGS["new"] else old()
        + x = new()
        """,
    "a function that looks a flag up in a table": """
        @ flags.py
          import os
          FLAGS = {
        -     "new": os.getenv("USE_NEW") == "true",
        +     "new": True,
              "other": os.getenv("OTHER") == "true",
          }
          def is_enabled(name):
              return FLAGS.get(name, False)
        @ app.py
          from flags import is_enabled
          from paths import new, old
        - x = new() if is_enabled("new") else old()
        + x = new()
          y = is_enabled("other")
        """,
    "a list of what is on, made of the value": """
        @ flags.py
          import os
        - FEATURES = os.getenv("USE_NEW", "").split(",")
        + FEATURES = "true".split(",")
          def has(name): return name in FEATURES
        @ app.py
          from flags import has, FEATURES
          from paths import new, old
        - x = new() if has("true") else old()
        - y = new() if "true" in FEATURES else old()
        + x = new()
        + y = new()
        """,
    "a set of what is on, made of the value": """
        @ flags.py
          import os
        - FEATURES = {f.strip() for f in os.getenv("USE_NEW", "").split(",")}
        + FEATURES = {f.strip() for f in "true".split(",")}
        @ app.py
          from flags import FEATURES
          from paths import new, old
        - y = new() if "true" in FEATURES else old()
        + y = new()
        """,
    "a default argument that no call overrides": """
        @ app.py
          import os
          from paths import new, old
        - ON = os.getenv("USE_NEW") == "true"
        + ON = True
        - def f(on=ON):
        + def f(on=True):
        -     return new() if on else old()
        +     return new()
          f()
        """,
    "a parameter whose annotation stands in quotes": """
        @ app.py
          import os
          from typing import Optional
          from paths import new, old
          class S:
              def __init__(self):
        -         self.fast = os.getenv("USE_NEW") == "true"
        +         self.fast = True
          def f(s: "Optional[S]"):
        -     return new() if s.fast else old()
        +     return new()
          f(S())
        """,
    "an attribute of an attribute": """
        @ app.py
          import os
          from paths import new, old
          class S:
              def __init__(self):
        -         self.fast = os.getenv("USE_NEW") == "true"
        +         self.fast = True
          class A:
              def __init__(self):
                  self.s = S()
              def run(self):
        -         return new() if self.s.fast else old()
        +         return new()
          A().run()
        """,
    "a named tuple's field": """
        @ app.py
          import os
          from typing import NamedTuple
          from paths import new, old
          class S(NamedTuple):
        -     fast: bool = os.getenv("USE_NEW") == "true"
        +     fast: bool = True
          s = S()
        - x = new() if s.fast else old()
        + x = new()
        """,
    "a rollout that is passed the percentage": """
        ? flag PCT=100
        @ app.py
          import os, random
          from paths import new, old
          def rollout(pct: int) -> bool:
              'Whether.'
              return random.randint(1, 100) <= pct
        - PCT = int(os.getenv("PCT", "0"))
        - x = new() if rollout(PCT) else old()
        + PCT = 100
        + x = new()
          y = rollout(5)
        """,
    "a rollout that reads the percentage it is told": """
        ? flag PCT=100
        @ app.py
          import os, random, hashlib
          from paths import new, old
          def in_rollout(key, user):
              pct = int(os.getenv(key, "0"))
              if pct <= 0:
                  return False
              if pct >= 100:
                  return True
              bucket = int(hashlib.sha1(user.encode()).hexdigest(), 16) % 100
              return bucket < pct
        - x = new() if in_rollout("PCT", "bob") else old()
        + x = new()
          y = in_rollout("OTHER", "bob")
        """,
    "an attribute that a base class makes": """
        @ app.py
          import os
          from paths import new, old
          class B:
              def __init__(self):
        -         self.fast = os.getenv("USE_NEW") == "true"
        +         self.fast = True
          class A(B):
              def __init__(self):
                  super().__init__()
              def run(self):
        -         return new() if self.fast else old()
        +         return new()
          A().run()
        """,
    "a table of flags in a class": """
        @ app.py
          import os
          from paths import new, old
          class F:
        -     FLAGS = {"new": os.getenv("USE_NEW") == "true"}
        +     FLAGS = {"new": True}
              @classmethod
              def on(cls, n):
                  return cls.FLAGS[n]
        - x = new() if F.on("new") else old()
        - x = new() if F.FLAGS["new"] else old()
        + x = new()
        + x = new()
        """,
    "a function whose default is the key": """
        @ app.py
          import os
          from paths import new, old
          def on(key="USE_NEW"):
              return os.getenv(key) == "true"
        - x = new() if on() else old()
        + x = new()
        """,
}


@pytest.mark.parametrize("drawing", REACHED.values(), ids=REACHED)
def test_a_value_is_followed(drawing: str) -> None:
    story = drawn(drawing)
    told = [item.subject for item in story.items["flags"]] if "? flag" in drawing else [USE_NEW]
    check_files(story.before, story.after, *told)


def test_a_function_gives_its_own_default_for_an_unset_variable() -> None:
    env = """
        import os


        def env_bool(name, default=False):
            value = os.environ.get(name)
            return default if value is None else value == "true"


        other = env_bool("OTHER")
        """
    app = "from env import env_bool\n\nx = new if env_bool('USE_NEW', True) else old\n"
    after = "from env import env_bool\n\nx = new\n"
    check_files({"env.py": env, "app.py": app}, {"app.py": after}, EnvFlag("USE_NEW", None))
