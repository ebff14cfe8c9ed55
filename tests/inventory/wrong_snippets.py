"""Python that is none, and what the error says."""

FLAGS = "version: 1\nflags:\n"
REMOVE = "version: 1\nremove:\n"

# the sentence: (the document, place and text, the next step)
ROWS: dict[str, tuple[str | bytes, str, str]] = {
    "an expr that is no Python": (
        FLAGS + "  - expr: $P.has(\n    value: true\n",
        "3:11: `$P.has(` is not valid Python: '(' was never closed",
        "write it as it stands in the code",
    ),
    "an expr that is a statement": (
        FLAGS + "  - expr: x = 1\n    value: true\n",
        "3:11: `x = 1` is no single expression",
        "write one expression",
    ),
    "an expr that is two": (
        FLAGS + "  - expr: a; b\n    value: true\n",
        "3:11: `a; b` is no single expression",
        "write one expression",
    ),
    "an expr with a lone dollar": (
        FLAGS + "  - expr: f($)\n    value: true\n",
        "3:11: `f($)` is not valid Python: invalid syntax",
        "placeholders are `$NAME` and `$$$`",
    ),
    "an expr with two dollars": (
        FLAGS + "  - expr: f($$A)\n    value: true\n",
        "3:11: `f($$A)` is not valid Python: invalid syntax",
        "placeholders are `$NAME` and `$$$`",
    ),
    "an expr with a numbered placeholder": (
        FLAGS + "  - expr: f($1)\n    value: true\n",
        "3:11: `f($1)` is not valid Python: invalid syntax",
        "placeholders are `$NAME` and `$$$`",
    ),
    "an expr that matches anything": (
        FLAGS + "  - expr: $A\n    value: true\n",
        "3:11: `$A` would match any code",
        "write at least one name, attribute or text of its own",
    ),
    "an expr of placeholders only": (
        FLAGS + "  - expr: $A and $B($$$)\n    value: true\n",
        "3:11: `$A and $B($$$)` would match any code",
        "write at least one name, attribute or text of its own",
    ),
    "an expr with dollars outside of a call": (
        FLAGS + "  - expr: a.b[$$$]\n    value: true\n",
        "3:11: `$$$` is misplaced in `a.b[$$$]`",
        "it is any further arguments of a call, once in each",
    ),
    "an expr with two rests in a call": (
        FLAGS + "  - expr: f($$$, $$$)\n    value: true\n",
        "3:11: `$$$` is misplaced in `f($$$, $$$)`",
        "it is any further arguments of a call, once in each",
    ),
    "an expr nested without end": (
        FLAGS + "  - expr: a" + ".b" * 5000 + "\n    value: true\n",
        "3:11: `a.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b.b…` is not valid Python: too deeply nested",
        "write it as it stands in the code",
    ),
    "an expr that is empty": (
        FLAGS + '  - expr: " "\n    value: true\n',
        "3:11: the text is empty",
        "write it, or leave it out together with what it belongs to",
    ),
    "an expr without value or becomes": (
        FLAGS + "  - expr: f(x)\n",
        "3:5: `expr` has neither `value` nor `becomes`",
        "add `value:`, or `becomes:` with an expression",
    ),
    "an expr with value and becomes": (
        FLAGS + "  - expr: f($A)\n    value: true\n    becomes: $A\n",
        "5:5: `becomes` beside `value`",
        "keep the one that says what stands there instead",
    ),
    "a becomes that is no Python": (
        FLAGS + "  - expr: f($A)\n    becomes: $A +\n",
        "4:14: `$A +` is not valid Python: invalid syntax",
        "write it as it stands in the code",
    ),
    "a becomes with a placeholder of its own": (
        FLAGS + "  - expr: f($A)\n    becomes: $B\n",
        "4:14: `$B` in `$B` stands for nothing",
        "`expr` has `$A`",
    ),
    "a becomes where expr has none": (
        FLAGS + "  - expr: f(a)\n    becomes: $B\n",
        "4:14: `$B` in `$B` stands for nothing",
        "`expr` has no `$NAME`",
    ),
    "a becomes with a rest": (
        FLAGS + "  - expr: f($A, $$$)\n    becomes: g($A, $$$)\n",
        "4:14: `$$$` cannot stand in `becomes`: `g($A, $$$)`",
        "only a `$NAME` of `expr` can be used again",
    ),
    "a becomes beside a name": (
        FLAGS + "  - name: a.b\n    becomes: x\n    value: 1\n",
        "4:5: `becomes` does not go with `name`",
        "it goes with `expr`",
    ),
    "a fallback that is no Python": (
        REMOVE + "  - name: a.b\n    fallback: a b\n    note: c\n",
        "4:15: `a b` is not valid Python: invalid syntax",
        "write it as it stands in the code",
    ),
    "a fallback that returns": (
        REMOVE + "  - name: a.b\n    fallback: return x\n",
        "4:15: `return x` is no single expression",
        "write one expression",
    ),
    "a fallback that only raises": (
        REMOVE + "  - name: a.b\n    fallback: raise\n",
        "4:15: `raise` is no single raise with its exception",
        'write raise pkg.Error("…")',
    ),
    "a fallback of two statements": (
        REMOVE + "  - name: a.b\n    fallback: raise A(); raise B()\n",
        "4:15: `raise A(); raise B()` is no single raise with its exception",
        'write raise pkg.Error("…")',
    ),
    "a fallback that is an assignment": (
        REMOVE + "  - name: a.b\n    fallback: x = 1\n",
        "4:15: `x = 1` is no single expression",
        "write one expression",
    ),
    "a fallback that is empty": (
        REMOVE + '  - name: a.b\n    fallback: ""\n',
        "4:15: the text is empty",
        "write it, or leave it out together with what it belongs to",
    ),
    "a fallback that uses itself": (
        REMOVE + "  - name: a.b.c\n    fallback: a.b.c.other()\n",
        "3:5: the fallback `a.b.c.other()` uses `a.b.c`, which is removed (line 3)",
        "fall back on something that stays",
    ),
    "a fallback that uses what goes too": (
        REMOVE + "  - name: a.old\n    fallback: a.older()\n  - name: a.older\n",
        "3:5: the fallback `a.older()` uses `a.older`, which is removed (line 5)",
        "fall back on something that stays",
    ),
    "a decorator with its at sign": (
        FLAGS + '  - decorator: "@a.b"\n    value: true\n',
        "3:16: `@a.b` begins with `@`",
        "write it without: `a.b`",
    ),
    "a decorator that is a sum": (
        FLAGS + "  - decorator: a + b\n    value: true\n",
        "3:16: `a + b` is no decorator",
        "write a dotted name or a call of one",
    ),
    "a decorator that is no Python": (
        FLAGS + "  - decorator: a.b(\n    value: true\n",
        "3:16: `a.b(` is not valid Python: '(' was never closed",
        "write it as it stands in the code",
    ),
}
