"""Entries that are right one by one and wrong together, and what the error says."""

FLAGS = "version: 1\nflags:\n"
REMOVE = "version: 1\nremove:\n"
KEEP = "version: 1\nkeep:\n"

# the sentence: (the document, place and text, the next step)
ROWS: dict[str, tuple[str | bytes, str, str]] = {
    "a file removed and kept": (
        REMOVE + "  - path: app/tax.py\nkeep:\n  - path: app/tax.py\n",
        "3:5: `app/tax.py` is kept (line 5)",
        "decide: take it out of one of the two lists",
    ),
    "a file removed inside a kept folder": (
        REMOVE + "  - path: app/billing/old.py\nkeep:\n  - path: app/billing/\n",
        "3:5: `app/billing/old.py` lies inside `app/billing/`, which is kept (line 5)",
        "decide: take it out of one of the two lists",
    ),
    "a folder removed inside a kept folder": (
        REMOVE + "  - path: app/billing/old/\nkeep:\n  - path: app/billing/\n",
        "3:5: `app/billing/old/` lies inside `app/billing/`, which is kept (line 5)",
        "decide: take it out of one of the two lists",
    ),
    "a glob removed inside a kept folder": (
        REMOVE + "  - path: app/billing/old_*.py\nkeep:\n  - path: app/billing/\n",
        "3:5: `app/billing/old_*.py` lies inside `app/billing/`, which is kept (line 5)",
        "decide: take it out of one of the two lists",
    ),
    "a file removed that a kept glob covers": (
        KEEP + "  - path: app/**/tax*.py\nremove:\n  - path: app/eu/tax_old.py\n",
        "5:5: `app/eu/tax_old.py` lies inside `app/**/tax*.py`, which is kept (line 3)",
        "decide: take it out of one of the two lists",
    ),
    "a name removed and kept": (
        REMOVE + "  - name: app.tax.rate\nkeep:\n  - name: app.tax.rate\n",
        "3:5: `app.tax.rate` is kept (line 5)",
        "decide: take it out of one of the two lists",
    ),
    "a method removed from a kept class": (
        REMOVE + "  - name: app.tax.Rates.old\nkeep:\n  - name: app.tax.Rates\n",
        "3:5: `app.tax.Rates.old` lies inside `app.tax.Rates`, which is kept (line 5)",
        "decide: take it out of one of the two lists",
    ),
    "an env removed and kept": (
        REMOVE + "  - env: OPENAI_API_KEY\nkeep:\n  - env: OPENAI_API_KEY\n",
        "3:5: env `OPENAI_API_KEY` is kept (line 5)",
        "decide: take it out of one of the two lists",
    ),
    "a flag that is kept": (
        FLAGS + "  - env: USE_NEW\n    value: null\nkeep:\n  - env: USE_NEW\n",
        "3:5: env `USE_NEW` is kept (line 6)",
        "decide: take it out of one of the two lists",
    ),
    "a file removed and wrapped": (
        REMOVE + "  - path: app/worker.py\nwrap:\n  - path: app/worker.py\n",
        "3:5: `app/worker.py` is wrapped too (line 5)",
        "decide: take it out of one of the two lists",
    ),
    "a file kept and wrapped": (
        KEEP + "  - path: app/worker.py\nwrap:\n  - path: app/worker.py\n",
        "3:5: `app/worker.py` is wrapped too (line 5)",
        "decide: take it out of one of the two lists",
    ),
    "a flag with two values": (
        FLAGS + '  - env: A\n    value: "1"\n  - env: A\n    value: "0"\n',
        '5:5: env `A` is `"0"` here and is `"1"` before',
        "keep one of them; the first is on line 3",
    ),
    "a flag that is unset and set": (
        FLAGS + '  - env: A\n    value: null\n  - env: A\n    value: ""\n',
        '5:5: env `A` is `""` here and is `null` before',
        "keep one of them; the first is on line 3",
    ),
    "a flag that is one and true": (
        FLAGS + "  - name: a.b\n    value: 1\n  - name: a.b\n    value: true\n",
        "5:5: `a.b` is `true` here and is `1` before",
        "keep one of them; the first is on line 3",
    ),
    "an expr with a value and a replacement": (
        FLAGS + "  - expr: f('x')\n    value: 1\n  - expr: f(\"x\")\n    becomes: y\n",
        '5:5: `f("x")` becomes `y` here and is `1` before',
        "keep one of them; the first is on line 3",
    ),
    "a decorator with two values": (
        FLAGS + "  - decorator: a.b('x')\n    value: true\n  - decorator: a.b(\"x\")\n    value: false\n",
        '5:5: `a.b("x")` is `false` here and is `true` before',
        "keep one of them; the first is on line 3",
    ),
    "an sdk key with two values": (
        FLAGS + "  - sdk: eppo\n    key: k\n    value: true\n  - sdk: eppo\n    key: k\n    value: false\n",
        "6:5: `k` of `eppo` is `false` here and is `true` before",
        "keep one of them; the first is on line 3",
    ),
    "a flag listed twice": (
        FLAGS + '  - env: A\n    value: "1"\n  - env: A\n    value: "1"\n',
        "5:5: env `A` is listed twice",
        "keep one of them; the first is on line 3",
    ),
    "a path listed twice": (
        REMOVE + "  - path: app/old.py\n  - path: app/old.py\n",
        "4:5: `app/old.py` is listed twice",
        "keep one of them; the first is on line 3",
    ),
    "a name with two fallbacks": (
        REMOVE + "  - name: a.b\n    fallback: x\n  - name: a.b\n    fallback: y\n",
        "5:5: `a.b` falls back on `y` with `guards: refuse` here and falls back on `x` with `guards: refuse` before",
        "keep one of them; the first is on line 3",
    ),
    "an env kept twice": (
        KEEP + "  - env: A\n  - env: A\n",
        "4:5: env `A` is listed twice",
        "keep one of them; the first is on line 3",
    ),
}
