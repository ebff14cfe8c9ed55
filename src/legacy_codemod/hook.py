"""``codemod check`` into git's hook before each commit: one file in the folder of the repository's hooks."""

from __future__ import annotations

import os
import re
import shlex
import sys
import tempfile
from collections.abc import Iterable
from enum import Enum
from pathlib import Path
from typing import Final

from legacy_codemod.errors import CodemodError
from legacy_codemod.sources.hooks import hooks_folder
from legacy_codemod.sources.repository import Repository

_NAME: Final = "pre-commit"
_MARK: Final = "# codemod check: legacy names must not come back."
# Nothing here needs more than the shell itself: programs with windows start git with hardly a PATH. -P keeps Python
# from looking for its modules among the files that are checked.
_SCRIPT: Final = f"""\
#!/bin/sh
{_MARK}
# Written by `codemod check --install-hook`; delete this file to be rid of it.
python={{python}}
package={{package}}
set -- check{{options}}
if [ -x "$python" ] && [ -f "$package/__main__.py" ]; then
    exec "$python" -P -m legacy_codemod "$@"
elif command -v codemod >/dev/null 2>&1; then
    exec codemod "$@"
fi
echo "codemod is neither where it was when this hook was installed, nor on PATH." >&2
echo "  Install it and run 'codemod check --install-hook' again, or delete $0" >&2
exit 2
"""


class Fate(Enum):
    """What became of the hook, as the end of a sentence about its file."""

    NEW = "now runs `codemod check` before each commit"
    RENEWED = "was there already, and is brought up to date"
    THERE = "was there already"


def install(repository: Repository, options: Iterable[str]) -> tuple[Path, Fate]:
    """Write the hook, and say where it is. It runs ``codemod check`` with ``options`` at the top of the work tree.

    Raises:
        CodemodError: there is another hook, or the hooks are those of every repository.
        OSError: nothing can be written there.
    """
    folder, wanted = hooks_folder(repository), _script(options)
    file = folder.path / _NAME
    if folder.is_shared:
        raise CodemodError(
            f"core.hooksPath of your own git settings sends the hooks of every repository to {folder.path}",
            next_step=f"To check them all, add this line to its {_NAME}: {_line(options)}",
        )
    if not os.path.lexists(file):
        _write(wanted, file)
        return file, Fate.NEW
    found = file.read_bytes() if file.is_file() else b""
    if f"\n{_MARK}\n".encode() not in found:
        raise CodemodError(f"there is another hook already: {file}", next_step=f"Add this line to it: {_line(options)}")
    if (found == wanted and os.access(file, os.X_OK)) or not _is_as_written(found):
        return file, Fate.THERE
    _write(wanted, file)
    return file, Fate.RENEWED


def _script(options: Iterable[str]) -> bytes:
    values = {"python": shlex.quote(sys.executable or ""), "package": shlex.quote(str(Path(__file__).parent))}
    return os.fsencode(_SCRIPT.format(**values, options="".join(f" {shlex.quote(option)}" for option in options)))


def _line(options: Iterable[str]) -> str:
    """The same for a hook that someone else wrote."""
    return f"{shlex.join([sys.executable or 'python3', '-P', '-m', 'legacy_codemod', 'check', *options])} || exit"


def _is_as_written(found: bytes) -> bool:
    """Whether nobody has edited it since: then it may be written again."""
    pattern = re.escape(_SCRIPT.format(python="\0", package="\0", options="\0")).replace(re.escape("\0"), "[^\n]*")
    return re.fullmatch(os.fsencode(pattern), found) is not None


def _write(content: bytes, file: Path) -> None:
    """Whole or not at all: half a hook would stop every commit."""
    file.parent.mkdir(parents=True, exist_ok=True)
    number, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    try:
        with os.fdopen(number, "wb") as draft:
            draft.write(content)
        umask = os.umask(0)
        os.umask(umask)
        Path(name).chmod(0o777 & ~umask)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
