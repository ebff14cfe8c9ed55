"""Which uses fail: new ones before `codemod apply` took an item out, any one in a looked-at file after it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from real_git import GitFolder

from legacy_codemod.errors import WorkspaceError
from legacy_codemod.guard.guard import Watch, judge
from legacy_codemod.guard.history import trailer
from legacy_codemod.guard.outcome import Outcome
from legacy_codemod.guard.scopes import Scope, between, files, staged
from legacy_codemod.inventory import load
from legacy_codemod.sources import Repository, locate

INVENTORY = """\
version: 1
flags:
  - env: USE_X
    value: "true"
remove:
  - env: OLD_KEY
  - path: app/router.py
  - name: app.resolve.decide
keep:
  - path: app/billing/
"""
LOADED = load(INVENTORY, "legacy-inventory.yaml")
ITEM = next(item for item in LOADED.remove if trailer(item).endswith("OLD_KEY"))
READ = 'KEY = os.environ["OLD_KEY"]\n'
FLAG = 'USE = os.getenv("USE_X")\n'


def py(*lines: str) -> str:
    return "".join(["import os\n\n", *lines])


def judged(folder: GitFolder, scoped: Callable[[Repository], Scope] = staged) -> Outcome:
    watch = Watch(LOADED, None, ("legacy-inventory.yaml",))
    return judge(watch, scoped(locate(folder.root)), folder.root)


def places(outcome: Outcome) -> list[tuple[str, int]]:
    return [(failure.use.place.path, failure.use.place.line) for failure in outcome.failures]


def retire(folder: GitFolder, message: str) -> None:
    folder.git("commit", "--quiet", "--allow-empty", "-m", message)


def change(folder: GitFolder, after: Mapping[str, str | None]) -> None:
    for path, text in after.items():
        if text is None:
            (folder.root / path).unlink()
        else:
            folder.write({path: text})
    folder.git("add", "--all")


Files = Mapping[str, str | None]
BEFORE: dict[str, tuple[Files, Files, list[tuple[str, int]]]] = {
    "a use that was there stays": (
        {"app/a.py": py(READ)},
        {"app/a.py": py(READ, "PORT = 8000\n")},
        [],
    ),
    "a second use beside it is new": (
        {"app/a.py": py(READ)},
        {"app/a.py": py(READ, 'AGAIN = os.getenv("OLD_KEY")\n')},
        [("app/a.py", 4)],
    ),
    "a use in another file is new": (
        {"app/a.py": py(READ)},
        {"app/b.py": py(READ)},
        [("app/b.py", 3)],
    ),
    "code that moves to another file is not new": (
        {"app/a.py": py(READ)},
        {"app/a.py": "PORT = 8000\n", "app/b.py": py(READ)},
        [],
    ),
    "a renamed file is not new": (
        {"app/a.py": py(READ, FLAG)},
        {"app/a.py": None, "app/c.py": py(READ, FLAG)},
        [],
    ),
    "an edited line with the use is not new": (
        {"app/a.py": py(READ)},
        {"app/a.py": py('KEY = os.environ.get("OLD_KEY", "none")\n')},
        [],
    ),
    "two uses for one are one too many": (
        {"app/a.py": py(READ)},
        {"app/a.py": py('A = os.getenv("OLD_KEY")\n', 'B = os.getenv("OLD_KEY", "")\n')},
        [("app/a.py", 4)],
    ),
    "a use that goes elsewhere in the commit makes room for another": (
        {"app/a.py": py(READ), "app/b.py": py(READ)},
        {"app/a.py": "PORT = 8000\n", "app/c.py": py('A = os.getenv("OLD_KEY", "")\n')},
        [],
    ),
    "the use of another item makes no room": (
        {"app/a.py": py(FLAG)},
        {"app/a.py": py(READ)},
        [("app/a.py", 3)],
    ),
    "a copied file is new": (
        {"app/a.py": py(READ)},
        {"app/b.py": py(READ), "app/a.py": py(READ)},
        [("app/b.py", 3)],
    ),
    "an import of a file that is still to go is new": (
        {"app/router.py": "A = 1\n", "app/a.py": "PORT = 8000\n"},
        {"app/a.py": "from app.router import A\n"},
        [("app/a.py", 1)],
    ),
    "an import of a file that is still to go stays": (
        {"app/router.py": "A = 1\n", "app/a.py": "from app.router import A\n"},
        {"app/a.py": "from app.router import A\n\nPORT = A\n"},
        [],
    ),
    "an edit of a file that is still to go is not new": (
        {"app/router.py": "A = 1\n"},
        {"app/router.py": "A = 2\n"},
        [],
    ),
    "a name that is still to go stays where it is defined": (
        {"app/resolve.py": "def decide(): ...\n"},
        {"app/resolve.py": "def decide(): ...\n\n\ndef more(): ...\n"},
        [],
    ),
}


@pytest.mark.parametrize(("before", "after", "new"), BEFORE.values(), ids=BEFORE)
def test_before_apply_only_new_uses_fail(
    repository: GitFolder, before: Files, after: Files, new: list[tuple[str, int]]
) -> None:
    repository.commit({path: text for path, text in before.items() if text is not None})
    change(repository, after)
    assert places(judged(repository)) == new


MESSAGES = {
    "of the commit itself": f"Take OLD_KEY out\n\n{trailer(ITEM)}\n",
    "of a squashed merge with a list": f"Clean up (#12)\n\n* Take OLD_KEY out\n\n* {trailer(ITEM)}\n",
    "of a squashed merge that indents": f"Squashed commit\n\ncommit 123\n\n    Take it out\n\n    {trailer(ITEM)}\n",
    "among other trailers": f"Take it out\n\nReviewed-by: Ada\n{trailer(ITEM)}\nSigned-off-by: Ada\n",
    "with the line ends of Windows": f"Take it out\r\n\r\n{trailer(ITEM)}\r\n",
}


@pytest.mark.parametrize("message", MESSAGES.values(), ids=MESSAGES)
def test_after_apply_any_use_in_a_changed_file_fails(repository: GitFolder, message: str) -> None:
    repository.commit({"app/a.py": py(READ), "app/b.py": py(READ)})
    retire(repository, message)
    change(repository, {"app/a.py": py(READ, "PORT = 8000\n")})
    assert places(judged(repository)) == [("app/a.py", 3)]


OTHER_MESSAGES = {
    "in the middle of a sentence": f"Tell of it\n\nIt says {trailer(ITEM)} there.\n",
    "of another item": "Take it out\n\nRetired: OLD_KEY_2\n",
    "without its name": "Retired OLD_KEY\n",
}


@pytest.mark.parametrize("message", OTHER_MESSAGES.values(), ids=OTHER_MESSAGES)
def test_what_only_looks_like_the_line_retires_nothing(repository: GitFolder, message: str) -> None:
    repository.commit({"app/a.py": py(READ)})
    retire(repository, message)
    change(repository, {"app/a.py": py(READ, "PORT = 8000\n")})
    assert places(judged(repository)) == []


def test_after_apply_a_named_file_fails_though_nothing_changed(repository: GitFolder) -> None:
    repository.commit({"app/a.py": py(READ)})
    retire(repository, f"Take it out\n\n{trailer(ITEM)}\n")
    named = [str(repository.root / "app/a.py")]
    assert places(judged(repository, lambda found: files(found, named))) == [("app/a.py", 3)]


def test_a_branch_that_does_not_know_the_removal_yet_is_under_the_ratchet(repository: GitFolder) -> None:
    first = repository.commit({"app/a.py": py(READ)})
    repository.git("checkout", "--quiet", "-b", "other")
    second = repository.commit({"app/a.py": py(READ, "PORT = 8000\n")})
    repository.git("checkout", "--quiet", "main")
    retire(repository, f"Take it out\n\n{trailer(ITEM)}\n")
    assert places(judged(repository, lambda found: between(found, first, second))) == []


def test_a_kept_file_is_under_the_ratchet_always(repository: GitFolder) -> None:
    repository.commit({"app/billing/a.py": py(READ)})
    retire(repository, f"Take it out\n\n{trailer(ITEM)}\n")
    change(repository, {"app/billing/a.py": py(READ, "PORT = 8000\n")})
    assert places(judged(repository)) == []
    change(repository, {"app/billing/a.py": py(READ, 'AGAIN = os.getenv("OLD_KEY")\n')})
    assert places(judged(repository)) == [("app/billing/a.py", 4)]


def test_the_commit_that_reverts_the_removal_brings_uses_back(repository: GitFolder) -> None:
    repository.commit({"app/a.py": py(READ)})
    change(repository, {"app/a.py": "PORT = 8000\n"})
    retire(repository, f"Take it out\n\n{trailer(ITEM)}\n")
    repository.git("revert", "--no-commit", "HEAD")
    assert places(judged(repository)) == [("app/a.py", 3)]


def test_after_a_revert_the_item_is_still_to_go(repository: GitFolder) -> None:
    repository.commit({"app/a.py": py(READ)})
    change(repository, {"app/a.py": "PORT = 8000\n"})
    retire(repository, f"Take it out\n\n{trailer(ITEM)}\n")
    repository.git("revert", "--no-edit", "HEAD")
    change(repository, {"app/a.py": py(READ, "PORT = 8000\n")})
    assert places(judged(repository)) == []
    change(repository, {"app/b.py": py(READ)})
    assert places(judged(repository)) == [("app/b.py", 3)]


def test_after_the_revert_of_a_revert_it_is_gone(repository: GitFolder) -> None:
    repository.commit({"app/a.py": py(READ), "app/b.py": py(READ)})
    change(repository, {"app/a.py": "PORT = 8000\n"})
    retire(repository, f"Take it out\n\n{trailer(ITEM)}\n")
    repository.git("revert", "--no-edit", "HEAD")
    repository.git("revert", "--no-edit", "HEAD")
    change(repository, {"app/b.py": py(READ, "PORT = 8000\n")})
    assert places(judged(repository)) == [("app/b.py", 3)]


def _shallow(repository: GitFolder, tmp_path: Path) -> GitFolder:
    repository.commit({"app/a.py": py(READ), "app/b.py": "PORT = 8000\n"})
    retire(repository, f"Take it out\n\n{trailer(ITEM)}\n")
    repository.commit({"app/b.py": "PORT = 8001\n"})
    repository.git("clone", "--quiet", "--depth=1", f"file://{repository.root}", str(tmp_path / "shallow"))
    return GitFolder(tmp_path / "shallow")


def test_a_shallow_clone_says_that_it_cannot_tell(repository: GitFolder, tmp_path: Path) -> None:
    shallow = _shallow(repository, tmp_path)
    with pytest.raises(WorkspaceError, match="shallow clone") as raised:
        judged(shallow, lambda found: files(found, [str(shallow.root / "app/a.py")]))
    assert "fetch-depth: 0" in str(raised.value.next_step)


def test_a_shallow_clone_finds_what_a_change_adds(repository: GitFolder, tmp_path: Path) -> None:
    shallow = _shallow(repository, tmp_path)
    change(shallow, {"app/b.py": py(READ)})
    assert places(judged(shallow)) == [("app/b.py", 3)]
