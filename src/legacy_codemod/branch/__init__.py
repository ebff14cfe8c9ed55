"""A verdict → a git branch with one commit per item, and the trial of its commits. The user's checkout is not touched.

``commits`` makes objects only, so that ``run_commands`` can try them before ``publish`` makes them a branch.
"""

from __future__ import annotations

from pathlib import Path

from legacy_codemod.branch.commits import Commit, commits
from legacy_codemod.branch.culprit import Outcome, Terms, try_out
from legacy_codemod.branch.diffstat import DiffStat, FileStat, diffstat
from legacy_codemod.branch.formatting import format_plan
from legacy_codemod.branch.naming import default_name
from legacy_codemod.branch.publish import Branch, publish, read_back, require_free, require_name, tip_of
from legacy_codemod.branch.shell import CommandResult, Limits
from legacy_codemod.branch.standing import Standing, require_replaceable, standing
from legacy_codemod.branch.trial import run_commands
from legacy_codemod.model import Verdict

__all__ = [
    "Branch",
    "CommandResult",
    "Commit",
    "DiffStat",
    "FileStat",
    "Limits",
    "Outcome",
    "Standing",
    "Terms",
    "build",
    "commits",
    "default_name",
    "diffstat",
    "format_plan",
    "publish",
    "read_back",
    "require_free",
    "require_name",
    "require_replaceable",
    "run_commands",
    "standing",
    "tip_of",
    "try_out",
]


def build(root: Path, verdict: Verdict, name: str = "") -> Branch:
    """The branch ``name`` (by default called after the first flag) with one commit per change that has files.

    Raises ``RefusedError`` and ``WorkspaceError`` as ``commits`` and ``publish`` do; then nothing was created.
    """
    name = name or default_name(verdict.plan.inventory)
    require_free(root, name)
    return publish(root, name, commits(root, verdict))
