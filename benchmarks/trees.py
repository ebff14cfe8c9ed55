"""A number into a git repository with that many Python files, the same ones each time."""

from __future__ import annotations

import subprocess
from pathlib import Path
from random import Random

IN_A_FOLDER, IN_A_PACKAGE = 50, 1000
_FUNCTION = '''
def step_{n}(order, rate=None):
    """Take step {n} of an order."""
    if rate is None or order.total > {n}:
        return settle(order, "{word}", {n})
    return [part * {n} for part in order.parts if part.kind == "{word}"]
'''
_WORDS = ("harbour", "lantern", "meadow", "quarry", "orchard", "ferry", "granary", "weir", "kiln", "mill")


def make(root: Path, files: int) -> None:
    """Write ``files`` modules of about 8 KB below ``root``, and commit them."""
    random = Random(files)
    root.mkdir(parents=True)
    for number in range(files):
        folder = root / f"shop_{number // IN_A_PACKAGE}" / f"part_{number // IN_A_FOLDER % 20}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"module_{number}.py").write_text(_module(number, random), encoding="utf-8")
    git(root, "init", "--quiet", "--initial-branch=main")
    commit(root, "Begin")


def commit(root: Path, message: str) -> None:
    """Everything below ``root`` as one commit."""
    git(root, "add", "--all")
    git(root, "-c", "user.name=Ada", "-c", "user.email=ada@example.org", "commit", "--quiet", "-m", message)


def git(root: Path, *arguments: str) -> None:
    """Run git in ``root``."""
    subprocess.run(["git", "-C", root, *arguments], check=True, capture_output=True)


def _module(number: int, random: Random) -> str:
    words = random.choices(_WORDS, k=30)
    functions = (_FUNCTION.format(n=n + number % 7, word=word) for n, word in enumerate(words))
    return f'"""Module {number}."""\n\nimport os\n\nfrom shop import settle\n\n' + "\n".join(functions)
