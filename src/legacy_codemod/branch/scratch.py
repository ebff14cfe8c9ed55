"""The need of a temporary folder → one that is gone afterwards; what a killed run left, the next one clears away.

Each folder has a lock file beside it, ``codemod-x1y2.lock``, held for as long as its run lives: the system lets go of
it whatever ends the run. A lock that can be taken belongs to nobody any more.
"""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from legacy_codemod.errors import WorkspaceError

try:
    import fcntl
except ImportError:  # Windows: there a killed run's folder stays for the system to clear
    fcntl = None  # type: ignore[assignment]

_PREFIX: Final = "codemod-"
_LOCK: Final = ".lock"


@contextmanager
def scratch() -> Iterator[Path]:
    """A new temporary folder, for our eyes only.

    Raises ``WorkspaceError``: there is no place for one.
    """
    with suppress(OSError):
        _clear_abandoned(Path(tempfile.gettempdir()))
    try:
        number, lock = _claimed()
    except OSError as error:
        next_step = "Make room in the temporary folder, or name another one in TMPDIR. Nothing was created."
        raise WorkspaceError(f"no temporary folder can be made: {error.strerror}", next_step=next_step) from None
    try:
        yield lock.with_suffix("")
    finally:
        _clear(lock.with_suffix(""), lock)
        os.close(number)


def _claimed() -> tuple[int, Path]:
    """A new lock file that we hold, with its folder beside it."""
    while True:
        number, name = tempfile.mkstemp(prefix=_PREFIX, suffix=_LOCK)
        lock = Path(name).resolve()
        # Between its making and our taking it, another run may have found it abandoned.
        if _take(number) and lock.exists():
            lock.with_suffix("").mkdir(mode=0o700)
            return number, lock
        os.close(number)


def _take(number: int) -> bool:
    if fcntl is not None:
        try:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
    return True


def _clear_abandoned(place: Path) -> None:
    if fcntl is None:
        return
    for lock in place.glob(f"{_PREFIX}*{_LOCK}"):
        with suppress(OSError):
            if not _is_ours(lock, stat.S_ISREG):
                continue
            number = os.open(lock, os.O_RDONLY | os.O_NOFOLLOW)
            try:
                if _take(number):
                    _clear(lock.with_suffix(""), lock)
            finally:
                os.close(number)


def _clear(folder: Path, lock: Path) -> None:
    """The folder first: as long as something of it is there, so is the lock by which the next run finds it."""
    with suppress(OSError):
        if _is_ours(folder, stat.S_ISDIR):
            _remove(folder)
    if not folder.exists():
        lock.unlink(missing_ok=True)


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for inner, _, _ in os.walk(folder):  # commands leave folders behind that cannot be written
        with suppress(OSError):
            Path(inner).chmod(0o700)
    shutil.rmtree(folder, ignore_errors=True)


def _is_ours(path: Path, is_kind: Callable[[int], bool]) -> bool:
    """Whether it is what we make, made by us: in a shared folder anyone may put something under such a name."""
    seen = path.lstat()
    return is_kind(seen.st_mode) and seen.st_uid == os.geteuid()
