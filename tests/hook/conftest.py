"""A repository with an inventory, whose hook is the guard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from committing import CLEAN, INVENTORY, SOURCE, Guarded
from real_git import GitFolder

from legacy_codemod.hook import install
from legacy_codemod.sources import locate


@pytest.fixture(autouse=True)
def this_source(monkeypatch: pytest.MonkeyPatch) -> None:
    """The hook runs the source that is tested, also where another one is installed."""
    monkeypatch.setenv("PYTHONPATH", str(SOURCE))


@pytest.fixture
def bare(git_folder: Callable[..., GitFolder]) -> Guarded:
    """A repository with an inventory and a file, without a hook."""
    folder = Guarded(git_folder("a b").root)
    folder.commit({"legacy-inventory.yaml": INVENTORY, "app/main.py": CLEAN})
    return folder


@pytest.fixture
def guarded(bare: Guarded) -> Guarded:
    """The same, with the hook."""
    install(locate(bare.root), ())
    return bare
