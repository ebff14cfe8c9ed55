"""A folder into the commands that are compared there, each on a tree of its own kind, and how each is checked."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from benchmarks.checks import left_undone
from benchmarks.pairs import Work
from benchmarks.reads import KEY, Reading
from benchmarks.trees import Tree, git, ready

_HERE = Path(__file__).parent / "peers"
_OURS = (sys.executable, "-m", "legacy_codemod")
_CHAINS = (30, 1)
_BRANCH = "folded"
_NEEDS = {"piranha": {"Piranha"}, "ast-grep": {"ast-grep", "ruff"}, "vulture": {"vulture"}, "rg": {"rg"}}
_Named = Iterator[tuple[str, Work]]
_SEARCH = ("git", "grep", "-l", "-w", "-F", KEY)
_PARSE = "import sys, pathlib, libcst; libcst.parse_module(pathlib.Path(sys.argv[1]).read_bytes())"


@dataclass(frozen=True)
class Scale:
    """How large the trees are: files, candidates, and the pieces of the one large module."""

    small: int = 10_000
    large: int = 100_000
    few: int = 20
    many: int = 500
    pieces: int = 3_800


def works(folder: Path, scale: Scale, peers: Collection[str]) -> dict[str, Work]:
    """Each command by its name; without those of peers that are not there."""
    named = chain(_few(folder, scale), _large(folder, scale), _many(folder, scale), _single(folder, scale))
    return {name: work for name, work in named if _NEEDS.get(name.split()[0], set()) <= set(peers)}


def _few(folder: Path, scale: Scale) -> _Named:
    tree = Tree(scale.small, scale.few)
    root, bin_ = ready(folder / "trees", tree), folder / "peers/bin"
    yield "plan few", _plan(folder, root, KEY, tree.changes)
    yield "piranha few", _piranha(folder, root, tree.changes)
    yield "vulture few", _reading([str(bin_ / "vulture"), "."], root, code=3)
    yield "search few", _reading(_SEARCH, root)
    yield "rg few", _reading([shutil.which("rg") or str(bin_ / "rg"), "-l", "-w", "-F", KEY, "."], root)


def _large(folder: Path, scale: Scale) -> _Named:
    tree = Tree(scale.large, scale.few)
    root = ready(folder / "trees", tree)
    yield "plan large", _plan(folder, root, KEY, tree.changes)
    yield "piranha large", _piranha(folder, root, tree.changes)
    yield "search large", _reading(_SEARCH, root)


def _many(folder: Path, scale: Scale) -> _Named:
    tree = Tree(scale.small, scale.many)
    root = ready(folder / "trees", tree)
    yield "plan many", _plan(folder, root, KEY, tree.changes)
    yield "piranha many", _piranha(folder, root, tree.changes)
    yield "ast-grep many", _in_place(_ast_grep(folder / "peers/bin"), root, tree.changes, imports=True)
    yield "apply many", _apply(folder, root, tree.changes)


def _single(folder: Path, scale: Scale) -> _Named:
    """Chains of helpers, and one large module."""
    tree = Tree(scale.small, 0, _CHAINS)
    root = ready(folder / "trees", tree)
    for length in _CHAINS:
        yield f"plan chain-{length}", _plan(folder, root, f"chain-{length}", tree.links(length))
    tree = Tree(2, 1, pieces=scale.pieces)
    root = ready(folder / "trees", tree)
    yield "plan module", _plan(folder, root, KEY, tree.changes)
    yield "parse module", _reading([sys.executable, "-c", _PARSE, *tree.changes], root)


def _plan(folder: Path, root: Path, key: str, changes: Mapping[str, Reading]) -> Work:
    patch = folder / f"{root.name}.patch"
    options = ["--root", str(root), "--inventory", str(_inventory(folder, key)), "--format", "patch", "-o", str(patch)]

    def check() -> str:
        git(root, "apply", str(patch))
        return left_undone(root, changes)

    return Work([*_OURS, "plan", *options], root, reset=partial(_set_back, root), check=check)


def _apply(folder: Path, root: Path, changes: Mapping[str, Reading]) -> Work:
    options = ["--root", str(root), "--inventory", str(_inventory(folder, KEY)), "--branch", _BRANCH]
    options += ["--skip-burn-in", "It is measured only"]

    def check() -> str:
        git(root, "read-tree", "-u", "--reset", _BRANCH)
        return left_undone(root, changes)

    return Work([*_OURS, "apply", *options], root, reset=partial(_set_back, root), check=check)


def _piranha(folder: Path, root: Path, changes: Mapping[str, Reading]) -> Work:
    command = [str(folder / "peers/bin/python"), str(_HERE / "piranha.py"), str(root), KEY]
    return _in_place(command, root, changes, imports=False)


def _in_place(command: Sequence[str], root: Path, changes: Mapping[str, Reading], *, imports: bool) -> Work:
    check: Callable[[], str] = partial(left_undone, root, changes, imports=imports)
    return Work(command, root, reset=partial(_set_back, root), check=check)


def _reading(command: Sequence[str], root: Path, code: int = 0) -> Work:
    """What changes nothing, and needs the tree as it was."""
    return Work(command, root, code, reset=partial(_set_back, root))


def _ast_grep(bin_: Path) -> list[str]:
    fold = f"'{bin_}/ast-grep' scan --rule '{_HERE}/fold.yml' --update-all ."
    tidy = f"git diff --name-only -z | xargs -0 '{bin_}/ruff' check --isolated --no-cache --select F401 --fix"
    return ["sh", "-c", f"{fold} && {tidy}"]


def _set_back(root: Path) -> None:
    """As it was committed, whatever a command did to it."""
    git(root, "reset", "--quiet", "--hard", "main")
    subprocess.run(["git", "-C", root, "branch", "--quiet", "-D", _BRANCH], capture_output=True, check=False)


def _inventory(folder: Path, key: str) -> Path:
    file = folder / f"{key}.yaml"
    item = f"""  - expr: flags.is_enabled("{key}")\n    value: true\n"""
    file.write_text(f"version: 1\nflags:\n{item}", encoding="utf-8")
    return file
