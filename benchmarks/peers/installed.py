"""The names of programs into a virtual environment that has them, as far as they can be had here."""

from __future__ import annotations

import re
import shutil
import subprocess
import venv
from collections.abc import Mapping
from pathlib import Path

PACKAGES = {"Piranha": "polyglot-piranha", "ast-grep": "ast-grep-cli", "ruff": "ruff", "vulture": "vulture"}


def install(where: Path) -> Mapping[str, str]:
    """Put the peers into ``where``; which are there, and their versions."""
    if not (where / "bin/python").exists():
        venv.create(where, with_pip=True)
    versions = {name: _installed(where, package) for name, package in PACKAGES.items()}
    return {name: version for name, version in {**versions, "rg": _ripgrep(where)}.items() if version}


def _installed(where: Path, package: str) -> str:
    pip = [str(where / "bin/python"), "-m", "pip", "--disable-pip-version-check"]
    if not _printed([*pip, "show", package]):
        # no building: a peer that has no wheel for this machine is left out
        _printed([*pip, "install", "--quiet", "--only-binary=:all:", package])
    shown = _printed([*pip, "show", package])
    return "".join(re.findall(r"^Version: (.+)$", shown, re.MULTILINE))


def _ripgrep(where: Path) -> str:
    """The one of the system, else that of the registry."""
    if shutil.which("rg") is None and not _installed(where, "ripgrep"):
        return ""
    return _printed([shutil.which("rg") or str(where / "bin/rg"), "--version"]).split()[1]


def _printed(command: list[str]) -> str:
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False).stdout
