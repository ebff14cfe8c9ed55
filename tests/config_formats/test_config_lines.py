"""The config lines of a variable in a whole repository: when they go, when they stay, and what is said."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from real_git import GitFolder

from legacy_codemod.config_lines import drop_config_lines
from legacy_codemod.draft import Draft
from legacy_codemod.index.world import World
from legacy_codemod.model import Request
from legacy_codemod.workspace import open as open_workspace

ENV = {".env.example": "A=1\nUSE_X=s3cret\n"}
COMPOSE = {"compose.yml": "services:\n  a:\n    image: b\n    environment:\n      - USE_X=s3cret\n"}
KEEPS = "still reads USE_X, so its config lines stay"
NAMES = "names USE_X, and is left as it is"

Start = Callable[[Mapping[str, str]], Draft]


@pytest.fixture
def start(repository: GitFolder) -> Start:
    def begin(files: Mapping[str, str]) -> Draft:
        repository.commit({**files, "legacy-inventory.yaml": "version: 1\nremove:\n  - env: ANOTHER\n"})
        world = World(open_workspace(Request(str(repository.root))).tree)
        return Draft(world, world)

    return begin


def told(draft: Draft) -> list[str]:
    return [f"{finding.place} {finding.reason}" for finding in draft.findings]


def is_kept(path: str) -> bool:
    return path.startswith("billing/")


def test_lines_of_a_variable_that_nothing_reads_go_from_every_config_file(start: Start) -> None:
    done = drop_config_lines(start({**ENV, **COMPOSE, "a.py": "USE_X = 1  # USE_X\n"}), "USE_X", is_kept)
    tree = done.world.tree
    assert done.changed() == (".env.example", "compose.yml")
    assert (tree.read(".env.example"), tree.read("compose.yml")) == (b"A=1\n", b"services:\n  a:\n    image: b\n")
    assert [(str(e.place), e.end, e.why) for e in done.edits] == [
        (".env.example:2", 2, ("USE_X is read nowhere", "config line unused")),
        ("compose.yml:4", 5, ("USE_X is read nowhere", "config line unused")),
    ]
    assert told(done) == []
    assert drop_config_lines(done, "USE_X", is_kept) == done


def test_the_reason_begins_with_what_took_the_last_read(start: Start) -> None:
    draft = start({**ENV, "a.py": 'import os\n\nON = os.environ["USE_X"]\n'})
    draft = drop_config_lines(draft.removed("a.py", ("routes replaced it", "file removed")), "USE_X", is_kept)
    assert draft.edits[-1].why == ("routes replaced it", "file removed", "USE_X is read nowhere", "config line unused")


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("app/a.py", 'import os\nX = os.environ.get("USE_X")\n', 2),
        ("tests/test_a.py", 'def test_a(monkeypatch):\n    monkeypatch.setenv("USE_X", "1")\n', 2),
        ("billing/a.py", 'import os\nX = os.environ["USE_X"]\n', 2),
        ("app/broken.py", "if:\nUSE_X\n", 2),
        ("web/a.ts", "// USE_X\nconst x = process.env.USE_X\n", 2),
        ("web/b.ts", "const { A, USE_X } = import.meta.env\n", 1),
        ("cmd/main.go", 'os.Getenv("USE_X")\n', 1),
        ("run.sh", 'set -e\nif [ "${USE_X:-0}" = 1 ]; then\n', 2),
        ("compose.yml", "services:\n  a:\n    command: run ${USE_X}\n", 3),
        ("Makefile", "a:\n\techo $(USE_X)\n", 2),
        ("settings.toml", '[default]\na = "@format {env[USE_X]}"\n', 2),
    ],
    ids=[
        "live code",
        "a test",
        "code under KEEP",
        "code that cannot be parsed",
        "JavaScript",
        "what a bundler puts in",
        "another language",
        "a shell script",
        "another config file",
        "a Makefile",
        "the settings of Dynaconf",
    ],
)
def test_what_still_reads_it_keeps_every_config_line(start: Start, path: str, text: str, line: int) -> None:
    done = drop_config_lines(start({**ENV, path: text}), "USE_X", is_kept)
    assert done.changed() == ()
    assert f"{path}:{line} {KEEPS}" in told(done)
    assert "s3cret" not in repr(done.findings)


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("README.md", "# Settings\nRun with `$USE_X`.\n", 2),
        ("deploy.sh", "set -e\nUSE_X=s3cret ./run\n", 2),
        ("app/a.py", 'import sys\nsys.exit("set USE_X=1 first")\n', 2),
        ("vars.tf", 'variable "USE_X" {}\n', 1),
    ],
    ids=["a document", "a script that sets it for one command", "a message", "a format that is not ours"],
)
def test_what_merely_names_it_is_told_and_left(start: Start, path: str, text: str, line: int) -> None:
    done = drop_config_lines(start({**ENV, path: text}), "USE_X", is_kept)
    assert done.changed() == (".env.example",)
    assert told(done) == [f"{path}:{line} {NAMES}"]
    assert "s3cret" not in repr(done.findings)


def test_a_symlink_is_left_and_so_is_what_it_leads_to_outside(start: Start, repository: GitFolder) -> None:
    (repository.root / ".env.link").symlink_to(repository.root.parent / "outside.env")
    (repository.root.parent / "outside.env").write_text("USE_X=s3cret\n")
    done = drop_config_lines(start(ENV), "USE_X", is_kept)
    assert done.changed() == (".env.example",)
    assert told(done) == []


def test_a_config_file_under_keep_is_told_and_left(start: Start) -> None:
    done = drop_config_lines(start({**ENV, "billing/prod.env": "A=1\nUSE_X=s3cret\n"}), "USE_X", is_kept)
    assert done.changed() == (".env.example",)
    assert told(done) == ["billing/prod.env:2 sets USE_X, which is read nowhere, but the file is under KEEP"]
