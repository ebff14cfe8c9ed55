"""One use of a legacy name: where it stands, which item of the inventory it is about, and what it does."""

from __future__ import annotations

from dataclasses import dataclass

from legacy_codemod.model import (
    DecoratorFlag,
    EnvFlag,
    EnvSubject,
    ExprFlag,
    Item,
    NameFlag,
    NameSubject,
    PathSubject,
    Place,
    SdkFlag,
)

MENTION = "mentions it"


@dataclass(frozen=True, slots=True)
class Use:
    """``what`` completes "line 3 …"; ``text`` is the line as it stands there, without its indent."""

    place: Place
    item: Item
    what: str
    text: str = ""

    @property
    def name(self) -> str:
        """What the inventory calls it."""
        return name_of(self.item)

    @property
    def is_mention(self) -> bool:
        """Whether the name only stands there, and does nothing."""
        return self.what == MENTION


def name_of(item: Item) -> str:
    """The name by which the inventory knows an item, which is also what an allowance says."""
    return said(item)[1]


def said(item: Item) -> tuple[str, str]:
    """The key by which the inventory names an item, and what stands behind it: of an SDK the flag's key."""
    match item.subject:
        case EnvFlag(env=name) | EnvSubject(env=name):
            return "env", name
        case NameFlag(name=name) | NameSubject(name=name):
            return "name", name
        case ExprFlag(expr=name):
            return "expr", name
        case DecoratorFlag(decorator=name):
            return "decorator", name
        case SdkFlag(key=name):
            return "sdk", name
        case PathSubject(path=name):
            return "path", name
