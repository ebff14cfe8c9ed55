"""Each thing that an inventory may say and the repository does not bear out, as one remark at its line."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest
from folding import Memory

from legacy_codemod.index.world import World
from legacy_codemod.inspection import inspect
from legacy_codemod.inventory import load
from legacy_codemod.tree import tree_of

FILES = {
    "app/__init__.py": b"",
    "app/router.py": b"import os\n\ndef legacy_resolve():\n    return os.getenv('DEFAULT_MODEL')\n",
    "app/old/__init__.py": b"",
    "app/old/chain.py": b"CHAIN = ()\n",
    "app/flags.py": b"NEW = True\nUNREAD = True\n",
    "app/defaults.py": b"DECISION = None\n",
    "app/use.py": b"from app.flags import NEW\n\nif NEW:\n    print()\n",
    "app/billing/__init__.py": b"def charge(): ...\n",
    ".env.example": b"OLD_MODEL=\n",
    "config.py": b"from pydantic_settings import BaseSettings\n\nclass S(BaseSettings):\n    model: str = ''\n",
}


def said(sections: str) -> list[str]:
    inventory = load("version: 1\n" + dedent(sections), "inv.yaml")
    remarks = inspect(inventory, World(tree_of(Memory(FILES))), Path(__file__).parent)
    return [f"{r.place.line} {r.level}: {r.what}" + (f" | {r.next_step}" if r.next_step else "") for r in remarks]


ROWS = {
    "all of it is there": (
        """\
        flags:
          - name: app.flags.NEW
            value: true
          - env: DEFAULT_MODEL
            value: x
        remove:
          - name: app.router.legacy_resolve
            fallback: app.defaults.DECISION
          - path: app/old/
        keep:
          - path: app/billing/
          - env: MODEL
        """,
        [],
    ),
    "a kept path that is nowhere protects nothing": (
        "keep:\n  - path: app/biling/\n",
        ["3 error: no file is `app/biling/` | did you mean `app/billing/`?"],
    ),
    "a folder without its slash": (
        "keep:\n  - path: app/billing\n",
        ["3 error: no file is `app/billing` | did you mean `app/billing/`?"],
    ),
    "a kept name that is nowhere": (
        "keep:\n  - name: app.billing.chrage\n",
        ["3 error: nothing is called `app.billing.chrage` | did you mean `app.billing.charge`?"],
    ),
    "a wrapped path that is nowhere": (
        "wrap:\n  - path: worker/main.py\n",
        ["3 error: no file is `worker/main.py` | it was taken out already, or written otherwise"],
    ),
    "a removed path that is nowhere may have gone": (
        "remove:\n  - path: app/ai/chain.py\n",
        ["3 warning: no file is `app/ai/chain.py` | did you mean `app/old/chain.py`?"],
    ),
    "a removed name that is nowhere": (
        "remove:\n  - name: app.routes.legacy_resolve\n",
        ["3 warning: nothing is called `app.routes.legacy_resolve` | did you mean `app.router.legacy_resolve`?"],
    ),
    "a variable that no code reads": (
        "remove:\n  - env: OLD_MODEL\n",
        ["3 warning: no code reads `OLD_MODEL`; `.env.example` names it"],
    ),
    "a variable with a slip": (
        "flags:\n  - env: DEFAULT_MODLE\n    value: x\n",
        ["3 warning: no code reads `DEFAULT_MODLE` | did you mean `DEFAULT_MODEL`?"],
    ),
    "a flag that nothing reads": (
        "flags:\n  - name: app.flags.UNREAD\n    value: true\n",
        [
            "3 warning: no code reads `app.flags.UNREAD` | its code went already, or the code spells it otherwise",
        ],
    ),
    "an expression that stands nowhere": (
        'flags:\n  - expr: $T.has("x")\n    value: true\n',
        ['3 warning: no code reads `$T.has("x")` | its code went already, or the code spells it otherwise'],
    ),
    "a fallback that is nowhere": (
        "remove:\n  - name: app.router.legacy_resolve\n    fallback: app.defaults.DECISON\n",
        [
            "3 error: the fallback names `app.defaults.DECISON`, and nothing is called so"
            " | did you mean `app.defaults.DECISION`?"
        ],
    ),
    "a fallback from outside is not judged": (
        "remove:\n  - name: app.router.legacy_resolve\n    fallback: raise http.client.Oops('x')\n",
        [],
    ),
    "a fallback that goes itself": (
        "remove:\n  - name: app.router.legacy_resolve\n    fallback: app.old.chain.CHAIN\n  - path: app/old/\n",
        [
            "3 error: the fallback uses `app.old.chain.CHAIN`, which goes with `app/old/` (line 5)"
            " | fall back on something that stays"
        ],
    ),
    "a name in a kept file": (
        "remove:\n  - name: app.billing.charge\nkeep:\n  - path: app/billing/\n",
        [
            "3 error: `app.billing.charge` lies in `app/billing/__init__.py`, which is kept (line 5)"
            " | decide: take it out of one of the two lists"
        ],
    ),
    "a kept file in a removed folder": (
        "remove:\n  - path: app/old/\nkeep:\n  - path: app/old/chain.py\n",
        [
            "3 warning: `app/old/` holds `app/old/chain.py`, which is kept (line 5) | it stays, and the rest goes",
        ],
    ),
    "a file that is wrapped and kept": (
        "keep:\n  - path: app/\nwrap:\n  - path: app/use.py\n",
        ["5 error: `app/use.py` is kept too (line 3) | decide: take it out of one of the two lists"],
    ),
    "a file in a removed folder": (
        "remove:\n  - path: app/old/\n  - path: app/old/chain.py\n",
        ["4 warning: `app/old/chain.py` goes with `app/old/` (line 3)"],
    ),
    "a name in a removed folder": (
        "remove:\n  - path: app/old/\n  - name: app.old.chain.CHAIN\n",
        [
            "4 warning: `app.old.chain.CHAIN` goes with `app/old/` (line 3)"
            " | give it a `fallback` if code that stays calls it, or leave it out"
        ],
    ),
    "logs that are nowhere": (
        'burn_in:\n  logs: ["logs/*.jsonl"]\n',
        ["3 warning: `burn_in`: no file is `logs/*.jsonl` | the gate finds no logs"],
    ),
}


@pytest.mark.parametrize(("sections", "expected"), ROWS.values(), ids=ROWS)
def test_an_inventory_is_told(sections: str, expected: list[str]) -> None:
    assert said(sections) == expected
