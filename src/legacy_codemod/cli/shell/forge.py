"""The host of a remote into the tool that opens requests there, and a text into an open request."""

from __future__ import annotations

import os
import subprocess
from enum import Enum
from pathlib import Path
from shutil import which

from legacy_codemod.branch.checkout import users_environment
from legacy_codemod.errors import CodemodError


class Forge(Enum):
    """A tool, by its name on ``PATH``, and the variable that names its host where that is another than its own."""

    GITHUB = ("gh", "github", "GH_HOST")
    GITLAB = ("glab", "gitlab", "GITLAB_HOST")


def forge(host: str) -> Forge | None:
    """The tool for ``host``, where it is installed: by the host's name, or because the user's settings name it."""
    for each in Forge:
        tool, word, variable = each.value
        named = os.environ.get(variable, "").rpartition("//")[2].strip("/").lower()
        if host and (word in host or host == named) and which(tool):
            return each
    return None


def opened_request(tool: Forge, root: Path, title: str, request: tuple[str, str, str]) -> str:
    """The address of the request that ``tool`` opened for (branch, target branch, text).

    Raises:
        CodemodError: it could not; the message is its own.
    """
    command = _command(tool, title, request)
    try:
        done = subprocess.run(
            command, cwd=root, env=users_environment(), input=request[2].encode(), capture_output=True, check=False
        )
    except OSError as error:
        raise CodemodError(f"{command[0]} could not be started: {error.strerror}") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["it printed nothing"]
        next_step = "The branch is made and pushed. Open the request on the page of the repository."
        raise CodemodError(f"`{' '.join(command[:3])}` failed: {said[-1]}", next_step=next_step)
    printed = done.stdout.decode("utf-8", "replace").split()
    return next((word for word in reversed(printed) if word.startswith("http")), "opened")


def _command(tool: Forge, title: str, request: tuple[str, str, str]) -> list[str]:
    name, target, text = request
    if tool is Forge.GITHUB:
        base = [f"--base={target}"] if target else []
        return ["gh", "pr", "create", f"--head={name}", *base, f"--title={title}", "--body-file=-"]
    base = [f"--target-branch={target}"] if target else []
    words = [f"--title={title}", f"--description={text}", "--yes"]
    return ["glab", "mr", "create", f"--source-branch={name}", *base, *words]
