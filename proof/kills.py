"""Kill ``codemod apply`` at one random instant after the other: the branch is whole or not there, and that is all.

The instants are drawn from a seed; half of the kills end the process alone, half all that it started.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

BRANCH = "codemod/retire-use-new"
OURS = (f".git/refs/heads/{BRANCH}", f".git/logs/refs/heads/{BRANCH}")
FILES = {
    "legacy-inventory.yaml": "version: 1\nflags:\n  - env: USE_NEW\n    value: 'true'\nremove:\n  - path: notes.md\n"
    "verify:\n  - 'true'\nformat:\n  - 'true {files}'\n",
    "app.py": 'import os\n\n\ndef answer():\n    if os.environ.get("USE_NEW") == "true":\n        return "new"\n'
    '    return "old"\n',
    "notes.md": "how it was\n",
}
Seen = Mapping[str, tuple[int, int, bytes]]


@dataclass(frozen=True)
class Scene:
    """A folder with a repository in which someone is in the middle of something, and a place for temporary files."""

    folder: Path

    @property
    def work(self) -> Path:
        """The repository."""
        return self.folder / "work"

    @property
    def temporary(self) -> Path:
        """The place for temporary files."""
        return self.folder / "temporary"

    def environment(self) -> dict[str, str]:
        """Of a user who has set nothing."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        people = {f"GIT_{r}_{f}": "t@example.org" for r in ("AUTHOR", "COMMITTER") for f in ("NAME", "EMAIL")}
        source = str(Path(__file__).parents[1] / "src")
        plain = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "PYTHONPATH": source}
        return kept | people | plain | {"HOME": str(self.folder), "TMPDIR": str(self.temporary)}

    def git(self, *arguments: str) -> str:
        """What git prints."""
        return subprocess.run(
            ("git", *arguments), cwd=self.work, env=self.environment(), capture_output=True, text=True, check=True
        ).stdout

    def apply(self, seconds: float | None = None, sent: int = 0, *, whole_group: bool = False) -> tuple[int, float]:
        """Apply, and after ``seconds`` send the signal ``sent``; the exit code, and how many seconds it took."""
        command = [sys.executable, "-m", "legacy_codemod", "apply", "--skip-burn-in=a kill"]
        began = time.monotonic()
        with subprocess.Popen(
            command,
            cwd=self.work,
            env=self.environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        ) as running:
            try:
                running.wait(seconds)
            except subprocess.TimeoutExpired:
                if whole_group:
                    os.killpg(running.pid, sent)
                else:
                    running.send_signal(sent)
        return running.returncode, time.monotonic() - began

    def seen(self) -> Seen:
        """Mode, time of change and content of every file, but for git's objects and what is ours to create."""
        found = {}
        for path in sorted(self.work.rglob("*")):
            name = str(path.relative_to(self.work))
            if path.is_file() and not name.startswith(".git/objects/") and name not in OURS:
                found[name] = (path.stat().st_mode, path.stat().st_mtime_ns, path.read_bytes())
        return found


def scene(folder: Path) -> Scene:
    """The start of each kill."""
    made = Scene(folder)
    made.work.mkdir(parents=True)
    made.temporary.mkdir()
    made.git("init", "--quiet")
    for name, content in FILES.items():
        (made.work / name).write_text(content)
    made.git("add", "--all")
    made.git("commit", "--quiet", "--message=start")
    (made.work / "app.py").write_text("stashed\n")
    made.git("stash")
    (made.work / "app.py").write_text("staged\n")
    made.git("add", "app.py")
    (made.work / "app.py").write_text("on disk\n")
    return made


def flaws(made: Scene, was: Seen, tree: str) -> list[str]:
    """What a kill left that it should not have, before and after the next run."""
    found = []
    if made.seen() != was:
        found.append(
            "a file changed, came or went: " + ", ".join(sorted(set(was.items()) ^ set(made.seen().items()))[0])
        )
    if made.git("branch", "--list", BRANCH) and made.git("rev-parse", f"{BRANCH}^{{tree}}") != tree:
        found.append("the branch is not whole")
    made.git("fsck", "--strict", "--no-dangling")
    code, _ = made.apply()
    if code:
        found.append(f"the next run ended with exit code {code}")
    elif made.git("rev-parse", f"{BRANCH}^{{tree}}") != tree:
        found.append("the next run made another branch")
    if made.seen() != was:
        found.append("the next run changed a file")
    if left := [path.name for path in made.temporary.iterdir()]:
        found.append(f"temporary files are left after the next run: {', '.join(left)}")
    if left := list((made.work / ".git").rglob("*.lock")) + list((made.work / ".git/objects").rglob("tmp_*")):
        found.append(f"git left {', '.join(str(path.relative_to(made.work)) for path in left)}")
    return found


def main() -> int:
    """Exit 1 where a kill left anything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    draw = random.Random(asked.seed)
    bad = created = 0
    with tempfile.TemporaryDirectory() as folder:
        first = scene(Path(folder) / "whole")
        longest = first.apply()[1]
        for again in range(2):
            longest = min(longest, scene(Path(folder) / f"whole-{again}").apply()[1] * 1.1)
        tree = first.git("rev-parse", f"{BRANCH}^{{tree}}")
        for number in range(asked.count):
            made = scene(Path(folder) / str(number))
            was, instant = made.seen(), draw.uniform(0, longest)
            made.apply(instant, signal.SIGKILL, whole_group=number % 2 == 1)
            created += bool(made.git("branch", "--list", BRANCH))
            found = flaws(made, was, tree)
            bad += bool(found)
            for flaw in found:
                sys.stdout.write(f"{number}, {instant:.3f} s: {flaw}\n")
                sys.stdout.flush()
    sys.stdout.write(f"{asked.count} kills within {longest:.1f} s: {created} left the whole branch, {bad} a flaw\n")
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main())
