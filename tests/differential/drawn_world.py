"""The files that every drawn program may import: flags of several kinds, and what stands beside them."""

from __future__ import annotations

FLAGS = """\
import os
from dataclasses import dataclass
from enum import Enum, IntEnum
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

ON = os.getenv("USE_NEW", "no").lower() in {"1", "true"}
OFF = not ON
PERCENT = int(os.environ.get("ROLLOUT", "0"))
MODE = os.environ.get("MODE")
GONE = os.getenv("GONE")
FORCED = True
BENT = ON
SET = ON
LATE = not OFF


def enabled():
    return os.environ["USE_NEW"] == "true"


async def aenabled():
    return enabled()


def level():
    if enabled():
        return 2
    return 1


@lru_cache
def remembered():
    return ON


@cache
def cached():
    if OFF:
        return "old"
    return MODE


def rolled():
    return PERCENT >= 100


def truthy(value):
    return str(value).strip().lower() in {"1", "true", "yes"}


def is_on(name):
    return os.getenv(name, "").lower() == "true"


def tried():
    try:
        return enabled()
    except KeyError:
        return False


def bend():
    global BENT
    BENT = not BENT
    return BENT


def feature(name):
    return name == "new"


def pick(name, **sides):
    return sides["on"] if name == "new" else sides["off"]


class Settings:
    fast = ON
    slow = not ON
    level = PERCENT // 10
    late = ON


class Derived(Settings):
    slow = MODE


class Config:
    def __init__(self):
        self.fast = enabled()
        self.mode = MODE
        self.late = ON

    @property
    def slow(self):
        return not self.fast

    @cached_property
    def deep(self):
        return self.fast and not self.slow

    @staticmethod
    def static():
        return ON

    @classmethod
    def made(cls):
        return OFF


@dataclass
class Options:
    fast: bool = ON
    slow: bool = OFF
    mode: object = MODE


class Pair(NamedTuple):
    fast: bool = ON
    level: int = PERCENT


class Step(Enum):
    NEW = ON
    OLD = OFF
    GONE = GONE


class Size(IntEnum):
    BIG = PERCENT
    SMALL = 0


settings = Settings()
config = Config()
derived = Derived()
options = Options()
given = Options(slow=True)
pair = Pair()
"""
LIB = """\
SPARE = 5


def new(value):
    return t(11, value)


def old(value):
    return t(12, value)
"""
MORE = """\
from flags import ON as FAST

OFF = "more"
SPARE = FAST
PERCENT = 7


def new(value):
    return t(13, value)
"""
FILES = {"lib.py": LIB, "flags.py": FLAGS, "more.py": MORE}
HEADER = """\
import os
import random
from contextlib import nullcontext, suppress
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache, lru_cache
from os import environ, getenv
from zlib import crc32

import flags
from flags import (
    FORCED, GONE, MODE, OFF, ON, PERCENT, Config, Options, Pair, Settings, Size, Step,
    aenabled, bend, cached, config, derived, enabled, feature, given, is_on, level, options, pair, pick,
    remembered, rolled, settings, tried, truthy,
)

x = y = z = n = u = w = 0
"""
