"""An inventory → the name of the branch that retires it."""

from __future__ import annotations

import re
from typing import Final

from legacy_codemod.model import (
    DecoratorFlag,
    EnvFlag,
    EnvSubject,
    ExprFlag,
    Inventory,
    NameFlag,
    NameSubject,
    PathSubject,
    SdkFlag,
    Subject,
)

_LONGEST: Final = 50  # characters after "codemod/"


def default_name(inventory: Inventory) -> str:
    """``codemod/retire-use-restormel-keys``: after the first flag, else the first item to remove.

    It depends on nothing else, so a second run meets the branch of the first one instead of adding another.
    """
    items = inventory.flags or inventory.remove
    words = re.findall(r"[a-z0-9]+", _called(items[0].subject).lower()) if items else []
    return "codemod/" + "-".join(["retire", *(words or ["legacy"])])[:_LONGEST].rstrip("-")


def _called(subject: Subject) -> str:
    match subject:
        case EnvFlag(env) | EnvSubject(env):
            return env
        case NameFlag(name) | NameSubject(name):
            return name.rpartition(".")[2]
        case ExprFlag(expr):
            return expr
        case DecoratorFlag(decorator):
            return decorator
        case SdkFlag(_, key):
            return key
        case PathSubject(path):
            return path
