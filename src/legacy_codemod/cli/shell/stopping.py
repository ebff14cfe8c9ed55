"""A request to end (``kill``, a closed terminal) into the exception of Ctrl-C, so that nothing is left behind."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_ASKED = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


@contextmanager
def stoppable() -> Iterator[None]:
    """While the block runs, a request to end takes the way of Ctrl-C: commands end, temporary folders go."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    asked = [each for each in _ASKED if signal.getsignal(each) is signal.SIG_DFL]  # nohup ignores one of them
    before = {each: signal.signal(each, _stop) for each in asked}
    try:
        yield
    finally:
        for each, was in before.items():
            signal.signal(each, was)


def _stop(number: int, _: object) -> None:
    raise KeyboardInterrupt(number)
