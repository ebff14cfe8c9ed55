"""The shipped story into a git repository: a service as it stands after its burn-in, with its inventory."""

from __future__ import annotations

import shutil
import tempfile
from importlib.resources import files
from pathlib import Path

from legacy_codemod.errors import CodemodError
from legacy_codemod.sources.git import git

_NAME = "keeps-the-error-fallback-when-restormel-took-over"


def story() -> Path:
    """The folder of the story: inside the installed package, or ``fixtures/`` of a checkout.

    Raises:
        CodemodError: it is in neither.
    """
    shipped = Path(str(files("legacy_codemod"))) / "demo"
    in_checkout = Path(__file__).parents[4] / "fixtures" / _NAME
    found = next((place for place in (shipped, in_checkout) if (place / "inventory.yaml").is_file()), None)
    if found is None:
        raise CodemodError("the sample service is missing from this installation", next_step="Install codemod again.")
    return found


def settle() -> Path:
    """A new temporary git repository that holds the story as one commit; returns its folder."""
    source = story()
    folder = Path(tempfile.mkdtemp(prefix="codemod-demo-")) / "docent"
    shutil.copytree(source / "before", folder, ignore=shutil.ignore_patterns("__pycache__", ".pytest_cache"))
    shutil.copyfile(source / "inventory.yaml", folder / "legacy-inventory.yaml")
    git(folder, "init", "--quiet", "--template=", "--initial-branch=main")
    for key, value in _SETTINGS.items():
        git(folder, "config", key, value)
    git(folder, "add", "--all", "--force")
    git(folder, "commit", "--quiet", "--message", "Docent, after the move to Restormel Keys has burned in")
    return folder


_SETTINGS = {  # whatever the user's own git is set to: nothing is asked, signed or rewritten here
    "user.name": "codemod demo",
    "user.email": "demo@codemod.invalid",
    "commit.gpgSign": "false",
    "core.autocrlf": "false",
    "core.excludesFile": "",
}
