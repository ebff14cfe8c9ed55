"""What the quick look passes as clean has no use: commits drawn at random, in a real repository.

``CODEMOD_EXAMPLES=5000 python -m pytest tests/guard/test_glance_is_safe.py`` draws more of them.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from drawn_commits import Commit, commits
from hypothesis import HealthCheck, given, settings
from real_git import GitFolder

from legacy_codemod.guard.glance.look import is_clean
from legacy_codemod.guard.guard import Watch, judge
from legacy_codemod.guard.scopes import Scope, files, staged, whole
from legacy_codemod.guard.use import said
from legacy_codemod.guard.words import Words, words
from legacy_codemod.inventory import load
from legacy_codemod.sources import Repository, locate

EXAMPLES = int(os.environ.get("CODEMOD_EXAMPLES", "0"))
INVENTORY = "legacy-inventory.yaml"


def _clear(folder: GitFolder) -> None:
    for each in folder.root.iterdir():
        if each.name != ".git":
            shutil.rmtree(each) if each.is_dir() else each.unlink()


def _found(folder: GitFolder, scoped: Callable[[Repository], Scope]) -> list[str]:
    """Every use, where no file is passed over for want of words."""
    inventory = load((folder.root / INVENTORY).read_bytes(), INVENTORY)
    watch = Watch(inventory, None, (INVENTORY,))
    outcome = judge(watch, scoped(locate(folder.root)), folder.root)
    return [f"{failure.use.place}: {failure.use.what} ({failure.use.name})" for failure in outcome.failures]


def _sought(drawn: Commit) -> Words | None:
    inventory = load(drawn.inventory.encode(), INVENTORY)
    return words(said(item) for item in (*inventory.flags, *inventory.remove))


@settings(
    max_examples=EXAMPLES or 120,
    derandomize=not EXAMPLES,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
@given(commits())
def test_what_is_clean_at_a_glance_has_no_use(repository: GitFolder, drawn: Commit) -> None:
    folder = repository
    _clear(folder)
    folder.commit({INVENTORY: drawn.inventory, **drawn.before})
    folder.write(drawn.changed)
    folder.git("add", "--all", "--force")
    here = Path.cwd()
    os.chdir(folder.root)
    try:
        if is_clean([]):
            assert _found(folder, staged) == []
        if is_clean(sorted(drawn.changed)):
            assert _found(folder, lambda repository: files(repository, sorted(drawn.changed))) == []
        if is_clean(["--all"]):
            assert _found(folder, lambda repository: whole(repository, _sought(drawn))) == []
    finally:
        os.chdir(here)


@pytest.mark.parametrize("before", range((1 << 20) - 16, (1 << 20) + 2, 3))
def test_a_word_that_is_cut_where_two_chunks_meet_is_seen(
    repository: GitFolder, monkeypatch: pytest.MonkeyPatch, before: int
) -> None:
    repository.commit({INVENTORY: "version: 1\nremove:\n  - env: DEFAULT_MODEL\n"})
    line = b"#" * 98 + b"\n"
    filling = line * (before // len(line)) + b"#" * (before % len(line) - 1) + b"\n"
    repository.write({"run.sh": filling + b"echo $DEFAULT_MODEL\n"})
    repository.git("add", "--all")
    monkeypatch.chdir(repository.root)
    assert not is_clean([])
    assert not is_clean(["run.sh"])
    assert not is_clean(["--all"])


FAR_APART = {
    "a prefix and its field": {
        "app/config.py": (
            "from pydantic_settings import BaseSettings\n\n\nclass S(BaseSettings):\n"
            '    model_config = {"env_prefix": "DEFAULT_"}\n',
            "    model: str\n",
        )
    },
    "the file's name and a relative import": {
        "app/views.py": ("import os\n", "from .names import KEY\n\nX = os.environ[KEY]\n"),
    },
    "the two halves of a name": {
        "app/views.py": ('import os\n\nX = os.environ["DEFAULT"\n', '    "_MODEL"]\n'),
    },
}


@pytest.mark.parametrize("kilobytes", [60, 70, 130, 1100])
@pytest.mark.parametrize("parts", FAR_APART.values(), ids=FAR_APART)
def test_what_stands_far_apart_is_seen_together(
    repository: GitFolder, monkeypatch: pytest.MonkeyPatch, parts: dict[str, tuple[str, str]], kilobytes: int
) -> None:
    repository.commit(
        {
            INVENTORY: "version: 1\nremove:\n  - env: DEFAULT_MODEL\n",
            "app/__init__.py": "",
            "app/names.py": 'KEY = "DEFAULT_MODEL"\n',
        }
    )
    filling = ("    #" + "-" * 94 + "\n") * (10 * kilobytes)
    files_ = {path: f"{above}{filling}{below}" for path, (above, below) in parts.items()}
    repository.write(files_)
    repository.git("add", "--all")
    monkeypatch.chdir(repository.root)
    assert not is_clean([])
    assert not is_clean(list(files_))
