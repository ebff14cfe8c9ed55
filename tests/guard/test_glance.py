"""The quick look: what it passes, what it leaves to the rest of the room, and what it loads to say so."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence

import pytest
from real_git import GitFolder

from legacy_codemod.guard.glance.look import is_clean

INVENTORY = "version: 1\nremove:\n  - env: AI_PROVIDER\n  - path: app/ai_router.py\n"
CLEAN = {"legacy-inventory.yaml": INVENTORY, "app/worker.py": "import os\n\nPORT = os.environ['PORT']\n"}
LOADED = {"re", "subprocess", "pathlib", "dataclasses", "enum", "yaml", "typer", "rich", "libcst", "ast"}


@pytest.fixture
def app(repository: GitFolder, monkeypatch: pytest.MonkeyPatch) -> GitFolder:
    """A repository that is clean, with us in it."""
    repository.commit(CLEAN)
    monkeypatch.chdir(repository.root)
    return repository


def stage(app: GitFolder, path: str, content: str | bytes) -> None:
    file = app.root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    app.git("add", path)


STAGED = {
    "nothing": ("app/worker.py", CLEAN["app/worker.py"], True),
    "a clean change": ("app/worker.py", "import os\n\nPORT = os.environ['HOST']\n", True),
    "a longer name": ("app/worker.py", "X = os.environ['AI_PROVIDER_V2']\n", True),
    "a read": ("app/worker.py", "import os\n\nX = os.environ['AI_PROVIDER']\n", False),
    "a read without a last line break": ("app/worker.py", "x=os.getenv('AI_PROVIDER')", False),
    "half of a name": ("app/worker.py", "x = env_prefix='AI_'\n", False),
    "the other half": ("app/worker.py", "x = os.getenv(PREFIX + '_PROVIDER')\n", False),
    "both halves and a word by which they are joined": ("app/a.py", "c = config('provider', namespace='ai')\n", False),
    "a file that was removed": ("app/ai_router.py", "", False),
    "a name in a file that git calls binary": ("app/a.bin", b"\0\1 AI_PROVIDER", False),
    "a name far into a large file": ("app/a.txt", "x" * (1 << 20) + " AI_PROVIDER", False),
    "a name across the border of two chunks": ("app/a.txt", "x\n" * ((1 << 19) - 60) + "AI_PROVIDER\n" * 30, False),
    "a broken inventory": ("legacy-inventory.yaml", "version: 1\nremove: [\n", False),
}


@pytest.mark.parametrize(("path", "content", "clean"), STAGED.values(), ids=STAGED)
def test_what_is_staged(app: GitFolder, path: str, content: str | bytes, clean: bool) -> None:
    stage(app, path, content)
    assert is_clean([]) is clean


def test_an_imported_constant_is_looked_at(app: GitFolder) -> None:
    app.commit({"app/names.py": 'KEY = "AI_PROVIDER"\n'})
    stage(app, "app/worker.py", "import os\nfrom app.names import KEY\n\nX = os.environ[KEY]\n")
    assert not is_clean([])


@pytest.mark.parametrize("path", ["README.md", "docs/a.rst"])
def test_a_document_may_say_the_name_in_a_whole_tree(app: GitFolder, path: str) -> None:
    stage(app, path, "AI_PROVIDER went with version 3.\n")
    assert is_clean(["--all"])


@pytest.mark.parametrize(("line", "clean"), [("# AI_PROVIDER went\n", True), ("x = 1  # AI_PROVIDER went\n", False)])
def test_a_line_that_is_a_comment_may_say_it_too(app: GitFolder, line: str, clean: bool) -> None:
    stage(app, "app/worker.py", line)
    assert is_clean(["--all"]) is clean


FILES = {
    "a clean file": (["app/worker.py"], True),
    "the file that holds the name": (["app/reader.py"], False),
    "one that is not there": (["app/gone.py"], False),
    "one that lies elsewhere": (["../other.py"], False),
    "one after two dashes": (["--", "app/worker.py"], True),
    "an option that is not known here": (["--strict", "app/worker.py"], False),
    "an inventory that is not there": (["--inventory", "none.yaml", "app/worker.py"], False),
    "an option without its value": (["app/worker.py", "--inventory"], False),
    "files beside all": (["--all", "app/worker.py"], False),
}


@pytest.mark.parametrize(("arguments", "clean"), FILES.values(), ids=FILES)
def test_files(app: GitFolder, arguments: Sequence[str], clean: bool) -> None:
    (app.root / "app/reader.py").write_text("import os\nX = os.getenv('AI_PROVIDER')\n", encoding="utf-8")
    assert is_clean(list(arguments)) is clean


def test_settings_are_left_to_the_rest(app: GitFolder) -> None:
    (app.root / "pyproject.toml").write_text('[tool.codemod]\ninventory = "other.yaml"\n', encoding="utf-8")
    assert not is_clean([])


def test_a_folder_without_git_is_left_to_the_rest(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "legacy-inventory.yaml").write_text(INVENTORY, encoding="utf-8")
    (tmp_path / "a.py").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert not is_clean(["a.py"])


def test_nothing_is_loaded_that_takes_longer_than_the_look(app: GitFolder) -> None:
    start = (
        "import sys; sys.argv = ['codemod', 'check']; from legacy_codemod.__main__ import main; code = main();"
        "print(code, *sys.modules)"
    )
    shown = subprocess.run(
        [sys.executable, "-S", "-c", f"import sys; sys.path[:0] = {sys.path!r}; {start}"],
        capture_output=True,
        text=True,
        check=True,
        cwd=app.root,
    )
    code, *modules = shown.stdout.split()
    assert code == "0"
    assert not LOADED & set(modules)
