"""A clone's modules into which of them no longer import, in an interpreter that has what the project needs."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

_SCRIPT = """
import importlib, json, sys
said = {{}}
sys.path.insert(0, ".")
{first}
for name in json.loads(sys.stdin.read()):
    try:
        importlib.import_module(name)
    except BaseException as error:
        said[name] = f"{{type(error).__name__}}: {{error}}"
open({into!r}, "w").write(json.dumps(said))
"""


@dataclass(frozen=True, eq=False)
class Importing:
    """How the modules of a clone are imported."""

    clone: Path
    python: str
    first: str
    names: Mapping[str, str]  # by path

    def newly_failing(self, paths: Iterable[str]) -> list[str]:
        """The modules of ``paths`` that fail as the clone is now, and do not as git holds it."""
        names = sorted(self.names[path] for path in paths)
        now = self._failing(names)
        if not now:
            return []
        self._git("stash", "--quiet", "--include-untracked")
        try:
            before = self._failing(names)
        finally:
            self._git("stash", "pop", "--quiet")
        return [f"does not import: {name}: {error}" for name, error in now.items() if name not in before]

    def _failing(self, names: list[str]) -> dict[str, str]:
        with tempfile.TemporaryDirectory() as folder:
            into = Path(folder, "said.json")
            script = _SCRIPT.format(first=self.first, into=str(into))
            done = subprocess.run(
                [self.python, "-B", "-W", "ignore", "-c", script],
                cwd=self.clone,
                input=json.dumps(names),
                capture_output=True,
                text=True,
                check=False,
            )
            if not into.exists():
                last = done.stderr.strip().splitlines()[-1:]
                return {"the interpreter's first step": " ".join(last)}
            return dict(json.loads(into.read_text()))

    def _git(self, *words: str) -> None:
        subprocess.run(
            ["git", "-c", "user.name=proof", "-c", "user.email=proof@localhost", *words],
            cwd=self.clone,
            check=True,
            capture_output=True,
        )
