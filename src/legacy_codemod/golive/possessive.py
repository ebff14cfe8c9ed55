"""A pattern with possessive quantifiers into one that the running Python matches right.

Before 3.11.5 they forget groups and give back too much (CPython's gh-101955 and gh-106052). Ours say nothing that plain
ones do not: what follows each can match in one way only. Without them a long run takes more memory.
"""

from __future__ import annotations

import re
import sys
from typing import Final

_SOUND: Final = sys.version_info >= (3, 11, 5)
_POSSESSIVE: Final = re.compile(rb"(?<=[*+?}])\+")


def compiled(pattern: bytes) -> re.Pattern[bytes]:
    """``pattern``, compiled."""
    return re.compile(pattern if _SOUND else _POSSESSIVE.sub(b"", pattern))
