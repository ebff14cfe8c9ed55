"""The file of numbers into what shows them: the tables of ``docs/benchmarks.md``, and the picture beside it.

``python -m benchmarks.pages`` makes both anew, so that no number in them is typed by hand.
"""

from __future__ import annotations

import json
import re
import statistics
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.picture import Bar, picture

_PAGE = Path(__file__).parents[1] / "docs/benchmarks.md"
RESULTS = _PAGE.with_suffix(".json")
_PROGRAMS = {
    "plan": "`codemod plan`",
    "apply": "`codemod apply`",
    "piranha": "PolyglotPiranha",
    "ast-grep": "ast-grep and ruff",
    "vulture": "vulture",
    "rg": "`rg -l`",
    "search": "`git grep -l`",
    "parse": "`cst.parse_module`",
}
_TREES = {
    "few": "{small:,} files, {few} candidates",
    "large": "{large:,} files, {few} candidates",
    "many": "{small:,} files, {many} candidates",
    "chain-30": "{small:,} files, a chain of 30 helpers",
    "chain-1": "{small:,} files, a single helper",
    "module": "one module of 2 MB",
}
_DRAWN = ("few", "large", "many")
Result = Mapping[str, Any]


def write() -> None:
    """Make the tables and the picture of the numbers."""
    for page, text in made(json.loads(RESULTS.read_text(encoding="utf-8"))).items():
        page.write_text(text, encoding="utf-8")


def made(result: Result) -> dict[Path, str]:
    """Each page with what it says now."""
    text = _PAGE.read_text(encoding="utf-8")
    for name, part in {"figures": table_of_figures, "works": table_of_works, "basis": basis}.items():
        text = filled(text, name, part(result))
    return {_PAGE: text, _PAGE.with_suffix(".svg"): picture(list(_bars(result)), basis(result))}


def filled(page: str, name: str, text: str) -> str:
    """The page with ``text`` between the two comments of that name."""
    pattern = rf"(?s)(<!-- {name} -->\n).*?(<!-- /{name} -->)"
    if not re.search(pattern, page):
        raise ValueError(f"the page has no place for {name}: <!-- {name} --> and <!-- /{name} -->")
    return re.sub(pattern, lambda match: f"{match[1]}{text}\n{match[2]}", page)


def table_of_figures(result: Result) -> str:
    """Each figure beside its goal."""
    return "\n".join(["| | figure | least to most | goal |", "|---|--:|--:|---|", *map(_figure, result["figures"])])


def _figure(figure: Result) -> str:
    goal = "" if figure["goal"] is None else f"at most {figure['goal']:g}{_unit(figure)}"
    if figure["value"] is None:
        return f"| {figure['what']} | none: {figure['wrong']} | | {goal} |"
    if figure["goal"] is not None:
        goal += ": met" if figure["value"] <= figure["goal"] else ": **missed**"
    value, low, high = (f"{figure[each]:.3g}{_unit(figure)}" for each in ("value", "low", "high"))
    return f"| {figure['what']} | {value} | {low} to {high} | {goal} |"


def _unit(figure: Result) -> str:
    return {"": "", "x": "\N{MULTIPLICATION SIGN}"}.get(figure["unit"], f" {figure['unit']}")


def table_of_works(result: Result) -> str:
    """What each command took."""
    head = [
        "| command | seconds | of the processors | MB, largest process | MB, together |",
        "|---|--:|--:|--:|--:|",
    ]
    return "\n".join([*head, *(_row(result, name) for name in result["works"])])


def _row(result: Result, name: str) -> str:
    work, said = result["works"][name], ", ".join(_said(result, name))
    if work["wrong"]:
        return f"| {said} | not done: {work['wrong']} | | | |"
    seconds, cpu = (statistics.median(work[each]) for each in ("seconds", "cpu"))
    return f"| {said} | {seconds:.2f} | {cpu:.2f} | {work['memory']['largest']} | {work['memory']['together']} |"


def _said(result: Result, name: str) -> tuple[str, str]:
    program, tree = name.split()
    return _PROGRAMS[program], _TREES[tree].format(**result["scale"])


def basis(result: Result) -> str:
    """On what, with what and when it was measured."""
    machine = result["machine"]
    versions = ", ".join(f"{name} {version}" for name, version in result["versions"].items())
    return (
        f"Medians of {result['rounds']} rounds, {result['measured']}: {machine['processors']} processors, "
        f"{machine['system']}, Python {machine['python']}, git {machine['git']}, {versions}."
    )


def _bars(result: Result) -> Iterator[Bar]:
    for name, work in result["works"].items():
        program, tree = _said(result, name)
        if name.split()[1] in _DRAWN and name.split()[0] in {"plan", "piranha", "ast-grep"}:
            seconds = None if work["wrong"] else statistics.median(work["seconds"])
            yield Bar(tree, program.strip("`"), seconds)


if __name__ == "__main__":
    write()
