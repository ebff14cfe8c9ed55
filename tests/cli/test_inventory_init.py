"""``codemod inventory init`` in a repository: what is written, what is told, and what it refuses."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from real_git import GitFolder
from running import Said, environment

APP = {
    "app/m.py": "ALLOWED_MODELS = ['gpt-4o', 'claude-opus-4']\n",
    "app/use.py": "import os\n\nKEY = os.getenv('OPENAI_API_KEY')\nMODEL = os.getenv('LLM_MODEL')\n",
}
WAFFLE = {"app/views.py": "import waffle\n\ndef view(r):\n    return waffle.flag_is_active(r, 'new-router')\n"}


def settle(work: Path, files: dict[str, str]) -> None:
    GitFolder(work).git("init", "--quiet")
    GitFolder(work).git("config", "user.name", "Mara")
    GitFolder(work).git("config", "user.email", "t@example.org")
    GitFolder(work).commit(files)


def test_a_draft_is_written_valid_and_never_over_an_inventory(codemod: Callable[..., Said], work: Path) -> None:
    settle(work, APP)
    said = codemod("inventory", "init")
    assert (said.code, said.err) == (0, "")
    assert "legacy-inventory.yaml: 3 entries, 0 undecided and commented out\n" in said.out
    text = (work / "legacy-inventory.yaml").read_text()
    assert "  # app/m.py:1 2 ids of models: gpt-4o, claude-opus-4\n  - name: app.m.ALLOWED_MODELS\n" in text
    assert codemod("inventory", "validate").code == 0
    again = codemod("inventory", "init")
    assert (again.code, again.err.split("\n")[0]) == (2, "codemod: legacy-inventory.yaml is there already")
    assert (work / "legacy-inventory.yaml").read_text() == text


def test_where_nothing_routes_nothing_is_written(codemod: Callable[..., Said], work: Path) -> None:
    settle(work, {"a.py": "print()\n"})
    said = codemod("inventory", "init")
    assert said.code == 0
    assert said.out.endswith("nothing was written\n")
    assert not (work / "legacy-inventory.yaml").exists()


def test_the_keys_of_an_sdk_come_with_their_history(codemod: Callable[..., Said], work: Path) -> None:
    settle(work, WAFFLE)
    said = codemod("inventory", "init", "--sdk", "django-waffle")
    assert (said.code, said.err) == (0, "")
    text = (work / "legacy-inventory.yaml").read_text()
    assert "  # - sdk: django-waffle\n  #   key: new-router\n  #   value: true\n" in text
    assert "  # app/views.py:4 asks for it\n" in text
    assert re.search(r"\n  #   since (\d{4}-\d\d-\d\d), last change \1, by \w+", text)


def test_one_flag_is_found_whatever_it_is(codemod: Callable[..., Said], work: Path) -> None:
    settle(work, WAFFLE | APP)
    said = codemod("inventory", "init", "--flag", "new-router", "--flag", "LLM_MODEL", "--flag", "ALLOWED_MODELS")
    assert (said.code, said.err) == (0, "")
    text = (work / "legacy-inventory.yaml").read_text()
    assert [line for line in text.split("\n") if line.startswith("  # - ")] == [
        "  # - sdk: django-waffle",
        "  # - env: LLM_MODEL",
        "  # - name: app.m.ALLOWED_MODELS",
    ]


def test_a_constant_that_holds_a_key_is_no_flag_itself(codemod: Callable[..., Said], work: Path) -> None:
    asking = "from app import flags\n\n\ndef a(user):\n    return flags.is_on(flags.NEW, user)\n"
    looking = "from app.flags import NEW\n\n\ndef b(features, table={}):\n    return features.has(NEW) or table[NEW]\n"
    keys = 'NEW = "new-router"\n\n\ndef is_on(key, user):\n    return key in user.flags\n'
    settle(work, {"app/__init__.py": "", "app/flags.py": keys, "app/a.py": asking, "app/b.py": looking})
    assert codemod("inventory", "init", "--flag", "NEW").code == 0
    text = (work / "legacy-inventory.yaml").read_text()
    assert [line for line in text.split("\n") if line.startswith("  # - ")] == [
        '  # - expr: $FEATURES.has("new-router")',
        '  # - expr: flags.is_on("new-router", $$$)',
        '  # - expr: table["new-router"]',
    ]
    assert "  # app/a.py:5 asks with it\n" in text


def test_a_constant_that_holds_the_key_of_an_sdk_stands_for_that(codemod: Callable[..., Said], work: Path) -> None:
    said = "import waffle\n\nNEW = 'new-router'\n\n\ndef view(r):\n    return waffle.flag_is_active(r, NEW)\n"
    settle(work, {"app/views.py": said})
    assert codemod("inventory", "init", "--flag", "NEW").code == 0
    text = (work / "legacy-inventory.yaml").read_text()
    assert "  # - sdk: django-waffle\n  #   key: new-router\n" in text
    assert "name:" not in text


def test_a_key_of_the_project_is_found_with_what_asks_for_it(codemod: Callable[..., Said], work: Path) -> None:
    keys = 'NEW = "new-router"\n\n\ndef is_on(key, user):\n    return key in user.flags\n'
    asking = "from app import flags\n\n\ndef a(user):\n    return flags.is_on(flags.NEW, user)\n"
    spelled = "from app.flags import is_on\n\n\ndef b(user):\n    return is_on('new-router', user)\n"
    guarded = "from app import flags, gates\n\n\n@gates.behind(flags.NEW)\ndef c():\n    return 1\n"
    files = {"app/__init__.py": "", "app/flags.py": keys, "app/a.py": asking, "app/b.py": spelled, "app/c.py": guarded}
    settle(work, files | {"app/gates.py": "def behind(key):\n    return lambda view: view\n"})
    assert codemod("inventory", "init", "--flag", "new-router").code == 0
    text = (work / "legacy-inventory.yaml").read_text()
    assert [line for line in text.splitlines() if "new-router" in line] == [
        '  # - expr: is_on("new-router", $$$)',
        '  # - decorator: gates.behind("new-router")',
        '  # - expr: flags.is_on("new-router", $$$)',
    ]


def test_an_unknown_flag_and_an_unknown_sdk_are_told(codemod: Callable[..., Said], work: Path) -> None:
    settle(work, APP)
    flag = codemod("inventory", "init", "--flag", "LLM_MODLE")
    assert (flag.code, flag.err) == (2, "codemod: nothing here asks for a flag LLM_MODLE\n  Did you mean LLM_MODEL?\n")
    sdk = codemod("inventory", "init", "--sdk", "waffle")
    assert (sdk.code, sdk.err.split("\n")[0]) == (2, "codemod: the catalogue has no flag SDK waffle")


def test_going_through_it_needs_a_terminal(codemod: Callable[..., Said], work: Path) -> None:
    settle(work, APP)
    said = codemod("inventory", "init", "--interactive")
    assert (said.code, said.err.split("\n")[0]) == (2, "codemod: --interactive needs a terminal")


def test_at_a_terminal_each_key_decides_one_proposal(work: Path, tmp_path: Path) -> None:
    settle(work, APP)
    outer, inner = pty.openpty()
    command = [sys.executable, "-m", "legacy_codemod", "inventory", "init", "--interactive"]
    with subprocess.Popen(command, cwd=work, env=environment(tmp_path), stdin=inner, stdout=inner) as started:
        os.close(inner)
        os.write(outer, b"k\ns\nq\n")
        try:
            while os.read(outer, 4096):
                pass
        except OSError:  # the other end is closed
            pass
    os.close(outer)
    assert started.returncode == 0
    lines = (work / "legacy-inventory.yaml").read_text().split("\n")
    assert lines.index("keep:  # not routing: never changed") < lines.index("  - name: app.m.ALLOWED_MODELS")
    assert "  # - env: LLM_MODEL" in lines
    assert "  - env: OPENAI_API_KEY" in lines
