"""Whatever is wrong, `codemod` says one thing about it, with the exit code of its contract and without a traceback."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from running import Said, environment
from situations import (
    INVENTORY,
    Situation,
    both,
    files,
    folder,
    git,
    nothing,
    refs,
    repository,
    without_inventory,
)


@dataclass(frozen=True)
class Row:
    """What the user has, what he types, and what he is told: the exit code and how stderr begins."""

    arguments: str
    code: int
    message: str
    situation: Situation = nothing
    extra: dict[str, str] = field(default_factory=dict)


USAGE = {
    "an unknown verb": Row("plam", 2, "codemod: No such command 'plam'"),
    "an unknown option": Row("plan --fromat=text", 2, "codemod: No such option: --fromat"),
    "an unknown option before the verb": Row("--colour plan", 2, "codemod: No such option: --colour"),
    "an option that is not built yet": Row("apply --worktree", 2, "codemod: No such option: --worktree"),
    "an argument where none is taken": Row("plan app.py", 2, "codemod: Got unexpected extra argument"),
    "an unknown format": Row(
        "plan --format=patsh",
        2,
        "codemod: Invalid value for '--format': 'patsh' is not one of html, json, ",
    ),
    "a format that is part of a path": Row("plan --format=../x", 2, "codemod: Invalid value for '--format': '../x'"),
    "an option without its value": Row("plan --root", 2, "codemod: Option '--root' requires an argument."),
    "an unknown part of a verb": Row("inventory lint", 2, "codemod: No such command 'lint'"),
    "a verb without its part": Row("inventory", 2, "codemod: Missing command."),
}
PLACES = {
    "a root that does not exist": Row("plan --root=nowhere", 2, "codemod: the root nowhere does not exist\n  Name the"),
    "a root that is a file": Row("plan --root=app.py", 2, "codemod: the root app.py is not a folder", repository()),
    "a root with an escape sequence in its name": Row(
        "plan --root=\x1b[31mred", 2, "codemod: the root \\x1b[31mred does not exist"
    ),
    "no repository": Row("plan", 2, "codemod: {work} is not a git repository\n  Run", files(inventory=INVENTORY)),
    "no commits": Row(
        "plan", 2, "codemod: {work} has no commits yet\n  Commit", both(git("init", "-q"), files(inventory=INVENTORY))
    ),
    "a bare repository": Row(
        "plan", 2, "codemod: {work} is a bare repository", both(git("init", "-q", "--bare"), files(inventory=INVENTORY))
    ),
    "inside a .git folder": Row(
        "plan --root=.git --inventory=legacy-inventory.yaml", 2, "codemod: .git is inside a .git folder", repository()
    ),
    "git is missing": Row("plan", 2, "codemod: git was not found\n  Install", repository(), {"PATH": "/nonexistent"}),
    "a root that was never committed": Row(
        "plan --root=new --inventory=legacy-inventory.yaml",
        2,
        "codemod: nothing below new has been committed",
        both(repository(), folder("new")),
    ),
}
SETTINGS = {
    "a pyproject.toml that is no TOML": Row(
        "plan", 2, "codemod: {work}/pyproject.toml cannot be read as TOML:", files(pyproject_toml="[tool")
    ),
    "a pyproject.toml in another encoding": Row(
        "plan", 2, "codemod: {work}/pyproject.toml cannot be read as TOML:", files(pyproject_toml=b'name = "caf\xe9"')
    ),
    "an unknown setting": Row(
        "plan",
        2,
        "codemod: {work}/pyproject.toml: [tool.codemod] has no key `invetory`\n  Did you mean `inventory`?",
        files(pyproject_toml='[tool.codemod]\ninvetory = "x"\n'),
    ),
    "a setting of the wrong type": Row(
        "plan",
        2,
        "codemod: {work}/pyproject.toml: [tool.codemod] root is not a path",
        files(pyproject_toml="[tool.codemod]\nroot = 1\n"),
    ),
    "settings that are no table": Row(
        "plan", 2, "codemod: {work}/pyproject.toml: tool.codemod is not a table", files(pyproject_toml="tool.codemod=1")
    ),
    "a root in the settings that does not exist": Row(
        "plan", 2, "codemod: the root {work}/gone does not exist", files(pyproject_toml='[tool.codemod]\nroot="gone"')
    ),
}
INVENTORIES = {
    "no inventory": Row("plan", 2, "codemod: no inventory at legacy-inventory.yaml\n", without_inventory),
    "an inventory that does not exist": Row(
        "plan --inventory=x.yaml", 2, "codemod: no inventory at x.yaml\n", repository()
    ),
    "an inventory that is a folder": Row(
        "plan --inventory=x", 2, "codemod: x cannot be read: Is a directory", both(repository(), folder("x"))
    ),
    "an empty inventory": Row("plan", 2, "codemod: legacy-inventory.yaml:1: ", repository(inventory="")),
    "an inventory that is no YAML": Row(
        "plan", 2, "codemod: legacy-inventory.yaml:3:1: not valid YAML", repository(inventory="version: 1\nflags: [\n")
    ),
    "an inventory in another encoding": Row(
        "plan", 2, "codemod: legacy-inventory.yaml", repository(inventory=b"version: 1\n# caf\xe9\n")
    ),
    "an inventory of another version": Row(
        "plan", 2, "codemod: legacy-inventory.yaml:1:", repository(inventory="version: 2\n")
    ),
    "an unknown key": Row(
        "plan", 2, "codemod: legacy-inventory.yaml:2:1:", repository(inventory="version: 1\nflag: []\n")
    ),
    "a value without quotes": Row(
        "plan",
        2,
        "codemod: legacy-inventory.yaml:4:12:",
        repository(inventory="version: 1\nflags:\n  - env: A\n    value: true\n"),
    ),
    "a removal of what is kept": Row(
        "plan",
        2,
        "codemod: legacy-inventory.yaml:3:5: `app/bill.py` lies inside `app/`, which is kept (line 5)\n  decide:",
        repository(inventory="version: 1\nremove:\n  - path: app/bill.py\nkeep:\n  - path: app/\n"),
    ),
    "a path outside the root": Row(
        "apply",
        2,
        "codemod: legacy-inventory.yaml:3:11: `../app.py` leaves the root\n  name what lies inside",
        repository(inventory="version: 1\nremove:\n  - path: ../app.py\n"),
    ),
    "an expression that is no Python": Row(
        "apply",
        2,
        "codemod: legacy-inventory.yaml:3:11: `f(` is not valid Python: '(' was never closed",
        repository(inventory="version: 1\nflags:\n  - expr: f(\n    value: true\n"),
    ),
    "an expression nested without end": Row(
        "plan",
        2,
        "codemod: legacy-inventory.yaml:3:11: `a.b.b",
        repository(inventory=f"version: 1\nflags:\n  - expr: a{'.b' * 5000}\n    value: true\n"),
    ),
    "an inventory that wants to be executed": Row(
        "plan",
        2,
        "codemod: legacy-inventory.yaml:1:1: the tag `!!python/object/apply:os.system` has no meaning",
        repository(inventory='!!python/object/apply:os.system ["touch pwned"]\n'),
    ),
    "an inventory that grows as it is read": Row(
        "burn-in",
        2,
        "codemod: legacy-inventory.yaml:",
        files(inventory="version: 1\na: &a [x, x, x]\nb: &b [*a, *a, *a]\nflags: [*b, *b, *b]\n"),
    ),
    "a date that is none": Row(
        "burn-in",
        2,
        "codemod: legacy-inventory.yaml:3:18: `soon` is no date\n  write it as YYYY-MM-DD",
        files(inventory="version: 1\nburn_in:\n  flag_on_since: soon\n"),
    ),
    "an invalid inventory, asked about": Row(
        "inventory validate", 1, "codemod: legacy-inventory.yaml:1:", files(inventory="version: 2\n")
    ),
    "no inventory to validate": Row("inventory validate", 2, "codemod: no inventory at legacy-inventory.yaml\n"),
    "an escape sequence in the inventory": Row(
        "inventory validate", 1, "codemod: legacy-inventory.yaml", files(inventory='version: 1\n"\\e[31mred": 1\n')
    ),
}
WORK = {
    "an output folder that does not exist": Row(
        "plan -o nowhere/plan.patch", 2, "codemod: cannot write nowhere/plan.patch: no such file", repository()
    ),
    "an output that is a folder": Row("plan -o .", 2, "codemod: cannot write .: it is a folder", repository()),
    "an output on a full disk": Row(
        "plan -o /dev/full", 2, "codemod: cannot write /dev/full: no space left on device", repository()
    ),
    "a refused item": Row(
        "apply --skip-burn-in=test",
        3,
        "\n",
        repository(
            inventory=INVENTORY + "remove:\n  - name: app.old\n",
            app_py="def old():\n    return 1\n\n\ndef live():\n    return old() + 1\n\n\nprint(live())\n",
        ),
    ),
    "no burn-in": Row("apply", 3, "codemod: the burn-in has not passed: 1 reason above; nothing", repository()),
    "a branch that exists": Row(
        "apply --skip-burn-in=test --branch=taken",
        3,
        "codemod: branch taken already exists and differs from what would be made now on the same base\n",
        both(repository(), git("branch", "taken")),
    ),
    "a name that cannot be a branch": Row(
        "apply --skip-burn-in=test --branch=a..b", 2, "codemod: 'a..b' cannot name a branch", repository()
    ),
    "a verify command that fails": Row(
        "apply --skip-burn-in=test",
        3,
        "told you\ncodemod: `echo told you; exit 3` ended with exit code 3 on the base too, before any change; nothing",
        repository(inventory=INVENTORY + "verify:\n  - echo told you; exit 3\n"),
    ),
    "no identity for the commits": Row(
        "apply --skip-burn-in=test",
        2,
        "codemod: git has no name and e-mail address to commit with\n",
        repository(),
        {name: "" for name in environment(Path()) if name.startswith(("GIT_AUTHOR", "GIT_COMMITTER"))},
    ),
}
ROWS = USAGE | PLACES | SETTINGS | INVENTORIES | WORK


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS.keys())
def test_it_says_what_is_wrong(codemod: Callable[..., Said], work: Path, row: Row) -> None:
    row.situation(work)
    branches = refs(work)
    said = codemod(*row.arguments.split(" "), **row.extra)
    assert said.err.startswith(row.message.replace("{work}", str(work))), said.err
    assert said.code == row.code
    assert "Traceback" not in said.err + said.out
    assert "this is a bug" not in said.err
    assert "\x1b" not in said.err + said.out
    assert refs(work) == branches
