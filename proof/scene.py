"""Where docs/walkthrough.md plays: a home with codemod on its path, a clock of its own, and a service that answers."""

from __future__ import annotations

import os
import shlex
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from proof.terminal import Printed, Terminal, opened

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests/golive"))
from restormel_server import ENVIRONMENT, GATEWAY, MANAGEMENT, PROJECT, Server, running  # noqa: E402

STORY = ROOT / "fixtures/keeps-the-error-fallback-when-restormel-took-over"
_CODEMOD = """\
import datetime, os, sys, time
today = float(os.environ["TODAY"])
time.time = lambda: today  # what date.today() asks
if sys.argv[1:2] == ["preflight"]:
    from legacy_codemod.cli import preflight
    preflight.datetime = type("OfTheStory", (datetime.datetime,), {"now": staticmethod(lambda zone: at)})
    at = datetime.datetime.fromtimestamp(today, datetime.UTC)
from legacy_codemod.__main__ import main
sys.exit(main())
"""
_NPX = """\
#!/bin/sh
echo '{"checks": []}'  # what doctor and validate say where all is well
"""


@dataclass(frozen=True, slots=True)
class Scene:
    """A terminal, and the folder that is home there."""

    folder: Path
    terminal: Terminal

    def run(self, command: str) -> Printed:
        """What ``command`` prints."""
        return self.terminal.run(command)

    def turn_to(self, day: str) -> None:
        """From now on it is nine in the morning of ``day``, for codemod and for commits."""
        moment = f"{day}T09:00:00+00:00"
        seconds = datetime.fromisoformat(moment).timestamp()
        self.run(f"export GIT_AUTHOR_DATE={moment} GIT_COMMITTER_DATE={moment} TODAY={seconds:.0f}")


@contextmanager
def set_up() -> Iterator[Scene]:
    """A scene in a temporary folder, which goes when it is over."""
    with tempfile.TemporaryDirectory(prefix="walkthrough-") as name, running() as server:
        folder = Path(name).resolve()
        _programs(folder / "bin")
        (folder / "restormel.env").write_text("".join(f"{name}={value}\n" for name, value in _account(server)))
        checkout = {"CHECKOUT": str(ROOT), "STORY": str(STORY)}
        with opened(folder, _environment(folder) | checkout) as terminal:
            yield Scene(folder, terminal)


def _account(server: Server) -> Iterator[tuple[str, str]]:
    yield "RESTORMEL_BASE_URL", server.base()
    yield "RESTORMEL_PROJECT_ID", PROJECT
    yield "RESTORMEL_ENVIRONMENT_ID", ENVIRONMENT
    yield "RESTORMEL_GATEWAY_KEY", GATEWAY
    yield "RESTORMEL_MANAGEMENT_KEY", MANAGEMENT


def _programs(bin_folder: Path) -> None:
    bin_folder.mkdir()
    (bin_folder / "codemod.py").write_text(_CODEMOD)
    start = f'#!/bin/sh\nexec {shlex.quote(sys.executable)} "$(dirname "$0")/codemod.py" "$@"\n'
    for name, text in {"codemod": start, "npx": _NPX}.items():
        (bin_folder / name).write_text(text)
        (bin_folder / name).chmod(0o755)


def _environment(home: Path) -> dict[str, str]:
    """Of someone who has set nothing but a name for git."""
    ways = [str(home / "bin"), str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)]
    person = {"NAME": "Mara Lind", "EMAIL": "mara@docent.example"}
    return {
        **{f"GIT_{role}_{part}": value for role in ("AUTHOR", "COMMITTER") for part, value in person.items()},
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_PAGER": "cat",
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "NO_PROXY": "127.0.0.1",
        "PATH": os.pathsep.join(ways),
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONPATH": str(ROOT / "src"),
        "TZ": "UTC",
    }
