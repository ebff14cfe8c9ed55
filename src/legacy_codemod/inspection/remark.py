"""What is to be said about an entry of the inventory."""

from __future__ import annotations

from dataclasses import dataclass

from legacy_codemod.model import Place


@dataclass(frozen=True, slots=True, order=True)
class Remark:
    """An error is what makes the inventory protect or say less than it seems to; a warning may be meant."""

    place: Place
    is_error: bool
    what: str
    next_step: str = ""

    @property
    def level(self) -> str:
        """The word for it."""
        return "error" if self.is_error else "warning"


def error(place: Place, what: str, next_step: str = "") -> Remark:
    """Something that cannot be meant."""
    return Remark(place, True, what, next_step)


def warning(place: Place, what: str, next_step: str = "") -> Remark:
    """Something to look at."""
    return Remark(place, False, what, next_step)
