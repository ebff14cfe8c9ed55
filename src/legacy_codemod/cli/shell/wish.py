"""What ``apply`` was asked for beyond the request."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from legacy_codemod.golive.burn_in import Look


@dataclass(frozen=True, slots=True)
class Wish:
    """The options of ``apply``, and what the tour sets without an option."""

    branch: str = ""  # empty: named after the inventory's first flag
    partial: bool = False
    skip_burn_in: str = ""  # the reason
    dry_run: bool = False
    force: bool = False
    verify_each: bool = False
    verify_timeout: int = 3600  # seconds for each command
    pull_request: bool = False
    output: Path | None = None  # where the text of the pull request goes; None: stdout
    look: Look = Look()  # noqa: RUF009  frozen; how the logs are read
    skip_verify: str = ""  # the reason; no option sets it
    today: date = field(default_factory=date.today)  # the day up to which the burn-in counts
