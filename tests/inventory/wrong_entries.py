"""Entries with wrong keys and values, and what the error says."""

FLAGS = "version: 1\nflags:\n"
REMOVE = "version: 1\nremove:\n"
KEEP = "version: 1\nkeep:\n"

# the sentence: (the document, place and text, the next step)
ROWS: dict[str, tuple[str | bytes, str, str]] = {
    "an unknown key": (
        FLAGS + '  - env: A\n    vlaue: "1"\n    value: "1"\n',
        "4:5: unknown key `vlaue`",
        "did you mean `value`?",
    ),
    "an unknown key in capitals": (
        FLAGS + '  - env: A\n    Value: "1"\n',
        "4:5: unknown key `Value`",
        "did you mean `value`?",
    ),
    "an unknown key instead of the kind": (
        REMOVE + "  - pth: app/old.py\n",
        "3:5: unknown key `pth`",
        "did you mean `path`?",
    ),
    "an unknown key like none": (
        KEEP + "  - env: A\n    owner: me\n",
        "4:5: unknown key `owner`",
        "known here: `env`, `note`",
    ),
    "a key of another kind": (
        REMOVE + "  - path: app/old.py\n    fallback: None\n",
        "4:5: `fallback` does not go with `path`",
        "it goes with `name`",
    ),
    "a key of another section": (
        KEEP + "  - name: app.old\n    fallback: None\n",
        "4:5: unknown key `fallback`",
        "known here: `name`, `note`",
    ),
    "a flag of no kind": (
        FLAGS + "  - value: true\n",
        "3:5: this entry of `flags` has no `env`, `name`, `expr`, `decorator`, `sdk`",
        "write for example `- env: USE_NEW_PATH`",
    ),
    "an entry of no kind": (
        REMOVE + "  - note: old\n",
        "3:5: this entry of `remove` has no `path`, `name`, `env`",
        "write for example `- path: app/legacy.py`",
    ),
    "a flag of two kinds": (
        FLAGS + '  - env: A\n    name: a.b\n    value: "1"\n',
        "4:5: `name` beside `env`: an entry has one of them",
        "make two entries of them",
    ),
    "a wrapped name": (
        "version: 1\nwrap:\n  - name: app.worker\n",
        "3:5: unknown key `name`",
        "known here: `path`, `note`",
    ),
    "an env flag without value": (FLAGS + "  - env: A\n", "3:5: `value` is missing", "add `value:`"),
    "an env flag with a boolean": (
        FLAGS + "  - env: A\n    value: true\n",
        "4:12: `true` is not a text, and an environment variable holds nothing else",
        'put it in quotes: `"true"`',
    ),
    "an env flag with a number": (
        FLAGS + "  - env: A\n    value: 100\n",
        "4:12: `100` is not a text, and an environment variable holds nothing else",
        'put it in quotes: `"100"`',
    ),
    "an env flag with an ambiguous word": (
        FLAGS + "  - env: A\n    value: on\n",
        "4:12: `on` is not a text, and an environment variable holds nothing else",
        'put it in quotes: `"on"`',
    ),
    "an env flag with a list": (
        FLAGS + "  - env: A\n    value: [a]\n",
        "4:12: a list stands where a text belongs",
        "write one text",
    ),
    "a flag with an ambiguous word": (
        FLAGS + "  - name: a.b\n    value: yes\n",
        "4:12: YAML versions disagree about `yes`",
        'write true, false or a plain number, or put a text in quotes: `"yes"`',
    ),
    "a flag with the word no": (
        FLAGS + "  - name: a.b\n    value: no\n",
        "4:12: YAML versions disagree about `no`",
        'write true, false or a plain number, or put a text in quotes: `"no"`',
    ),
    "a flag with the word off": (
        FLAGS + "  - name: a.b\n    value: Off\n",
        "4:12: YAML versions disagree about `Off`",
        'write true, false or a plain number, or put a text in quotes: `"Off"`',
    ),
    "a flag with minutes": (
        FLAGS + "  - name: a.b\n    value: 1:30\n",
        "4:12: YAML versions disagree about `1:30`",
        'write true, false or a plain number, or put a text in quotes: `"1:30"`',
    ),
    "a flag with a grouped number": (
        FLAGS + "  - name: a.b\n    value: 1_000\n",
        "4:12: YAML versions disagree about `1_000`",
        'write true, false or a plain number, or put a text in quotes: `"1_000"`',
    ),
    "a flag with a hexadecimal number": (
        FLAGS + "  - name: a.b\n    value: 0xFF\n",
        "4:12: YAML versions disagree about `0xFF`",
        'write true, false or a plain number, or put a text in quotes: `"0xFF"`',
    ),
    "a flag with a date": (
        FLAGS + "  - name: a.b\n    value: 2026-11-01\n",
        "4:12: YAML versions disagree about `2026-11-01`",
        'write true, false or a plain number, or put a text in quotes: `"2026-11-01"`',
    ),
    "a flag with an octal number": (
        FLAGS + "  - name: a.b\n    value: 0777\n",
        "4:12: YAML versions disagree about `0777`",
        'write true, false or a plain number, or put a text in quotes: `"0777"`',
    ),
    "a flag with infinity": (
        FLAGS + "  - name: a.b\n    value: .inf\n",
        "4:12: YAML versions disagree about `.inf`",
        'write true, false or a plain number, or put a text in quotes: `".inf"`',
    ),
    "a flag with a number beyond floats": (
        FLAGS + "  - name: a.b\n    value: 1e999\n",
        "4:12: `1e999` is too large a number",
        "write the number as the code computes it",
    ),
    "a flag with a mapping": (
        FLAGS + "  - name: a.b\n    value: {a: 1}\n",
        "4:12: a mapping stands where a value belongs",
        "write a text, number, true, false or null",
    ),
    "a decorator with a text": (
        FLAGS + '  - decorator: a.b\n    value: "true"\n',
        '4:12: `"true"` is neither true nor false',
        "write true or false, without quotes",
    ),
    "an sdk flag without key": (
        FLAGS + "  - sdk: django-waffle\n    value: true\n",
        "3:5: `key` is missing",
        "add `key:`",
    ),
    "an sdk that the catalogue does not know, and a near one": (
        FLAGS + "  - sdk: waffle\n    key: new\n    value: true\n",
        "3:10: the catalogue has no flag SDK `waffle`",
        "did you mean `django-waffle`?",
    ),
    "an sdk that is written with other letters": (
        FLAGS + "  - sdk: LaunchDarkly\n    key: new\n    value: true\n",
        "3:10: the catalogue has no flag SDK `LaunchDarkly`",
        "did you mean `launchdarkly`?",
    ),
    "an sdk by the name of its package": (
        FLAGS + "  - sdk: aws-lambda-powertools\n    key: new\n    value: true\n",
        "3:10: the catalogue has no flag SDK `aws-lambda-powertools`",
        "did you mean `aws-powertools`?",
    ),
    "an sdk flag with an empty key": (
        FLAGS + '  - sdk: django-waffle\n    key: ""\n    value: true\n',
        "4:10: the text is empty",
        "write it, or leave it out together with what it belongs to",
    ),
    "a note that is a number": (
        KEEP + "  - env: A\n    note: 7\n",
        "4:11: `7` is not a text",
        'put it in quotes: `"7"`',
    ),
    "a note that is missing": (
        KEEP + "  - env: A\n    note:\n",
        "4:10: a text is missing here",
        "write the text, or leave the key out",
    ),
    "a note with an escape sequence": (
        KEEP + '  - env: A\n    note: "\\e[31mred"\n',
        "4:11: `\\x1b[31mred` holds the control character U+001B",
        "leave it out",
    ),
    "an env value with a control character": (
        FLAGS + '  - env: A\n    value: "\\0"\n',
        "4:12: `\\x00` holds the control character U+0000",
        "leave it out",
    ),
    "a text beyond sixty characters": (
        KEEP + "  - env: A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-\n",
        "3:10: `A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A-A…` cannot name an environment variable",
        "use letters, digits and `_`, and no digit in front; the value goes into `value`",
    ),
    "a whole number beyond reason": (
        FLAGS + "  - name: a.b\n    value: " + "9" * 101 + "\n",
        "4:12: `99999999999999999999999999999999999999999999999999999999999…` is too large a number",
        "write the number as the code computes it",
    ),
    "guards that are no choice": (
        REMOVE + "  - name: a.b\n    guards: dropp\n",
        "4:13: `dropp` is no choice for `guards`",
        "write drop, or leave the key out to refuse",
    ),
}
