"""Log files of JSON lines → their tally; large ones by several processes, each with its share."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

from legacy_codemod.golive.chunks import LONGEST, chunks
from legacy_codemod.golive.log_blocks import BLOCK, STDIN, UnreadableLogError, blocks, is_plain
from legacy_codemod.golive.scan import Terms, scan
from legacy_codemod.golive.tally import Tally, end_to_end, together

_SHARED: Final = 48 << 20  # bytes from which further processes pay
_MOST: Final = 4  # processes, of about 20 MB each
_WORKER: Final = "from legacy_codemod.golive.logs import work; work()"


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a plain log file that begins and ends with a line, or a whole file that must be read from its start."""

    path: str
    start: int = 0
    end: int = -1  # -1: to wherever the file ends


def tally(root: Path, paths: Iterable[str], terms: Terms) -> Tally:
    """Count the records of ``paths`` (relative to ``root``; ``-`` is standard input), a block at a time."""
    files = [(path, _size(root, path)) for path in paths]
    pays = sum(size for _, size in files) >= _SHARED and STDIN not in {path for path, _ in files}
    processes = min(os.cpu_count() or 1, _MOST) if pays else 1
    segments = [part for path, size in files for part in _segments(root, path, size, processes)]
    counted = dict(zip(segments, _counted(root, segments, terms, processes), strict=True))
    return together(end_to_end(counted[part] for part in segments if part.path == path) for path, _ in files)


def work() -> None:
    """Another process: a job on standard input, the tallies on standard output."""
    root, segments, terms = pickle.load(sys.stdin.buffer)
    sys.stdout.buffer.write(pickle.dumps([_of_segment(root, part, terms) for part in segments]))


def _counted(root: Path, segments: Sequence[Segment], terms: Terms, processes: int) -> list[Tally]:
    """The tally of each segment; we count the first share, and what another process could not."""
    ours, *theirs = (segments[number::processes] for number in range(processes))
    with ExitStack() as stack:
        others = [stack.enter_context(_started(root, share, terms)) for share in theirs if share]
        done = {part: _of_segment(root, part, terms) for part in ours}
        said = [other.stdout.read() if other.stdout else b"" for other in others]
    for share, other, printed in zip(filter(None, theirs), others, said, strict=True):
        again = other.returncode != 0
        tallies = [_of_segment(root, part, terms) for part in share] if again else pickle.loads(printed)
        done |= dict(zip(share, tallies, strict=True))
    return [done[part] for part in segments]


def _started(root: Path, share: Sequence[Segment], terms: Terms) -> subprocess.Popen[bytes]:
    lookup = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command, piped = [sys.executable, "-c", _WORKER], subprocess.PIPE
    quiet = subprocess.DEVNULL
    started = subprocess.Popen(command, stdin=piped, stdout=piped, stderr=quiet, env=os.environ | lookup)
    with suppress(BrokenPipeError):
        if started.stdin:
            started.stdin.write(pickle.dumps((root, share, terms)))
            started.stdin.close()
    return started


def _of_segment(root: Path, part: Segment, terms: Terms) -> Tally:
    file = Path(part.path) if part.path == STDIN else root / part.path
    if part.end < 0:
        streamed = (type(chunk)(chunk.lines, -1) for chunk in chunks(blocks(file)))
        return scan(streamed, part.path, terms, lambda *_: b"")
    return scan(chunks(_range(file, part), part.start), part.path, terms, lambda *place: _again(file, *place))


def _range(file: Path, part: Segment) -> Iterator[bytes]:
    try:
        with file.open("rb", buffering=0) as stream:
            stream.seek(part.start)
            left = part.end - part.start
            while left and (block := stream.read(min(BLOCK, left))):
                left -= len(block)
                yield block
    except OSError as error:
        raise UnreadableLogError(f"cannot be read: {error.strerror or 'damaged'}") from error


def _again(file: Path, start: int, length: int) -> bytes:
    try:
        with file.open("rb") as stream:
            stream.seek(start)
            return stream.read(length)
    except OSError:
        return b""


def _size(root: Path, path: str) -> int:
    try:
        return 0 if path == STDIN else (root / path).stat().st_size
    except OSError:
        return 0


def _segments(root: Path, path: str, size: int, processes: int) -> list[Segment]:
    try:
        if path == STDIN or not size or not is_plain(root / path):
            return [Segment(path)]
        cuts = [_line_end(root / path, size * part // processes) for part in range(1, processes)]
    except OSError:
        return [Segment(path)]  # whoever reads it says why it cannot
    return [Segment(path, *ends) for ends in pairwise(sorted({0, *cuts, size}))]


def _line_end(file: Path, place: int) -> int:
    """Where the line ends that ``place`` lies in."""
    with file.open("rb") as stream:
        stream.seek(place)
        while (piece := stream.readline(LONGEST)) and not piece.endswith(b"\n"):
            pass
        return stream.tell()
