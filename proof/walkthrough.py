"""docs/walkthrough.md into itself: each command that stands there is run, and what it prints is put below it.

In a block marked ``console`` a line that begins with ``$`` is a command, ``>`` carries it on, and the rest is what was
printed. A ``diff`` block is applied to the repository. Comments tell what else is done, and what is shown:

``day: 2026-10-05`` the day on which what follows is run; ``run: COMMAND`` a command whose output is not shown;
``mask: PATTERN => TEXT`` what stands for output that is never the same; ``show: RULE`` which lines of the next block's
last command are shown: ``first 3``, ``last 2``, ``"text"`` the line that holds it, ``"text" 4`` with the four below it,
``"text" to "end"`` with all until one holds that; ``…`` stands for what was left out.
"""

from __future__ import annotations

import argparse
import difflib
import re
import sys

from proof.scene import ROOT, Scene, set_up

DOCUMENT = ROOT / "docs/walkthrough.md"
_PART = re.compile(
    r"^<!-- (?P<word>day|run|mask|show): (?P<said>.*?) -->$|^```(?P<kind>console|diff)\n(?P<body>.*?)^```$", re.M | re.S
)
_COMMAND = re.compile(r"^\$ (.*\n(?:> .*\n)*)", re.M)
_RULE = re.compile(r'(?:(first|last) (\d+)|"([^"]*)"(?: (\d+)| to "([^"]*)")?)(?:, |$)')


class WrongError(Exception):
    """The document asks for what cannot be done."""


def main() -> int:
    """Write the document anew, or with ``--check`` say how it differs."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--check", action="store_true", help="write nothing; exit with 1 where it differs")
    check = options.parse_args().check
    before = DOCUMENT.read_text(encoding="utf-8")
    try:
        after = walked(before)
    except WrongError as error:
        sys.stderr.write(f"{DOCUMENT}: {error}\n")
        return 2
    if check:
        sys.stdout.write(difference(before, after))
        return int(before != after)
    DOCUMENT.write_text(after, encoding="utf-8")
    return 0


def walked(document: str) -> str:
    """The document, with what its commands print in a repository that was made for it.

    Raises:
        WrongError: a hidden command fails, a diff does not apply, or a rule names what was not printed.
    """
    with set_up() as scene:
        walk = _Walk(scene)
        return _PART.sub(walk.part, document)


def difference(before: str, after: str) -> str:
    """What ``walked`` changed, as a diff; empty where it is the same."""
    names = ("docs/walkthrough.md", "what the commands print")
    return "".join(difflib.unified_diff(before.splitlines(True), after.splitlines(True), *names))


class _Walk:
    """One way through the document, from the first part to the last."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._masks: list[tuple[str, str]] = [(re.escape(str(scene.folder)), "~")]
        self._rule = ""

    def part(self, found: re.Match[str]) -> str:
        """The next part as it is to stand there."""
        match found["word"] or found["kind"]:
            case "day":
                self._scene.turn_to(found["said"])
            case "run":
                self._quietly(found["said"])
            case "mask":
                pattern, _, instead = found["said"].partition(" => ")
                self._masks.append((pattern, instead))
            case "show":
                self._rule = found["said"]
            case "diff":
                self._quietly(f"git apply --recount - <<'END'\n{found['body']}END")
            case _:
                return f"```console\n{self._session(found['body'])}```"
        return found[0]

    def _session(self, body: str) -> str:
        commands = _COMMAND.findall(body)
        if not commands:
            raise WrongError(f"a block without a command:\n{body}")
        rules = [""] * (len(commands) - 1) + [self._rule]
        self._rule = ""
        pairs = zip(commands, rules, strict=True)
        return "".join(f"$ {command}{self._printed(command, rule)}" for command, rule in pairs)

    def _printed(self, command: str, rule: str) -> str:
        done = self._scene.run(command.replace("\n> ", "\n").rstrip())
        lines = [line.rstrip() for line in self._masked(done.text).splitlines()]
        shown = chosen(lines, rule) if rule else lines
        if done.code or "codemod " in command:
            shown = [*shown, f"[exit {done.code}]"]
        return "".join(f"{line}\n" for line in shown)

    def _masked(self, text: str) -> str:
        for pattern, instead in self._masks:
            text = re.sub(pattern, instead, text)
        return text

    def _quietly(self, command: str) -> None:
        done = self._scene.run(command)
        if done.code:
            raise WrongError(f"exit {done.code} of a command that is not shown:\n{command}\n{done.text}")


def chosen(lines: list[str], rule: str) -> list[str]:
    """The lines that ``rule`` asks for, in their order; ``…`` for each run of lines between, before or after them."""
    wanted = sorted({number for part in _parts(rule) for number in _numbers(lines, part)})
    shown, last = [], -1
    for number in [*wanted, len(lines)]:
        shown += ["…"] if number > last + 1 else []
        shown += lines[number : number + 1]
        last = number
    return shown


def _parts(rule: str) -> list[tuple[str, ...]]:
    if re.fullmatch(f"(?:{_RULE.pattern})+", rule) is None:
        raise WrongError(f"no rule of what is shown: {rule}")
    return _RULE.findall(rule)


def _numbers(lines: list[str], part: tuple[str, ...]) -> range:
    end, count, text, more, until = part
    if end:
        return range(min(int(count), len(lines))) if end == "first" else range(len(lines))[-int(count) :]
    start = _line(lines, text, 0)
    stop = _line(lines, until, start) if until else start + int(more or 0)
    return range(start, min(stop + 1, len(lines)))


def _line(lines: list[str], text: str, start: int) -> int:
    found = next((number for number in range(start, len(lines)) if text in lines[number]), None)
    if found is None:
        raise WrongError(f"no line from {start + 1} to {len(lines)} holds {text!r}")
    return found


if __name__ == "__main__":
    sys.exit(main())
