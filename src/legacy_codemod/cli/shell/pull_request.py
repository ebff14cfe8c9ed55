"""A branch into the text of its pull request, and into the request itself where ``gh`` or ``glab`` can open it."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from legacy_codemod import branch
from legacy_codemod.branch.message import shorten
from legacy_codemod.branch.push import Remote, push, remote
from legacy_codemod.cli.shell.forge import forge, opened_request
from legacy_codemod.cli.shell.ledger import Mark, stage
from legacy_codemod.cli.shell.output import save, say, show
from legacy_codemod.model import Verdict
from legacy_codemod.reports.parts.markdown_text import code
from legacy_codemod.reports.parts.sections import found, items, overview, refused
from legacy_codemod.reports.parts.words import count
from legacy_codemod.workspace import Workspace

_LONGEST: Final = 60_000  # characters; GitHub takes 65,536


def offer(opened: Workspace, verdict: Verdict, made: branch.Branch, output: Path | None) -> None:
    """Write the text to ``output`` or stdout; open the request where a tool, a remote and its host let us.

    Raises:
        CodemodError: the push or the tool failed; the branch is there all the same.
    """
    words, title = text(verdict, made), subject(made)
    if output:
        save(words.encode(), output)
        stage(Mark.DONE, "request", f"its text is in {output}")
    to = remote(opened.root)
    tool = forge(to.host) if to else None
    if to is None or tool is None:
        _tell(words, _by_hand(to, made.name, title, output), output)
        return
    push(opened.root, to, made.name)
    stage(Mark.DONE, "push", f"{made.name} to {to.name}")
    address = opened_request(tool, opened.root, title, (made.name, to.target, words))
    stage(Mark.DONE, "request", address)


def subject(made: branch.Branch) -> str:
    """What one commit does, or how many there are."""
    first = made.commits[0].title
    first = f"Fold {first}" if first.startswith("flag ") else first[:1].upper() + first[1:]
    more = len(made.commits) - 1
    return shorten(" ".join(first.split())) + (f", and {count(more, 'more item')}" if more else "")


def text(verdict: Verdict, made: branch.Branch) -> str:
    """The text in Markdown; past what a forge takes, it ends on where the rest is."""
    lines = [*overview(verdict), *_review(made), "", "## Items", *items(verdict), *refused(verdict), *found(verdict)]
    whole = "\n".join(lines) + "\n"
    if len(whole) <= _LONGEST:
        return whole
    kept = whole[:_LONGEST].rpartition("\n")[0]
    return f"{kept}\n\nThe rest is what `codemod plan --format markdown` says on the base commit.\n"


def _review(made: branch.Branch) -> Iterator[str]:
    yield from ("", "## How to review", "")
    yield "One commit per item, each of which parses, compiles and leaves no name open. Commit by commit:"
    yield from ("", "```console", f"git log --reverse --stat -p {made.base[:12]}..{shlex.quote(made.name)}", "```", "")
    for commit in made.commits:
        yield f"- {code(commit.sha[:12])} {code(commit.title)}: {count(len(commit.paths), 'file')}"


def _by_hand(to: Remote | None, name: str, title: str, output: Path | None) -> Iterator[str]:
    where = shlex.quote(to.name if to else "REMOTE")
    body = shlex.quote(str(output)) if output else "FILE"
    yield f"git push {where} {shlex.quote(name)}"
    base = f" --base {shlex.quote(to.target)}" if to and to.target else ""
    target = f" --target-branch {shlex.quote(to.target)}" if to and to.target else ""
    head, called = shlex.quote(name), shlex.quote(title)
    if to is None or "gitlab" not in to.host:
        yield f"gh pr create --head {head}{base} --title {called} --body-file {body}"
    if to is None or "github" not in to.host:
        yield f'glab mr create --source-branch {head}{target} --title {called} --description "$(cat {body})"'


def _tell(words: str, commands: Iterator[str], output: Path | None) -> None:
    if output is None:
        say()
        show(words.encode("utf-8", "backslashreplace"))
    say()
    say("  The request was not opened. To open it:")
    for command in commands:
        say(f"    {command}")
