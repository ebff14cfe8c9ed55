"""Files that are no inventory at all, and what the error says."""

FLAGS = "version: 1\nflags:\n"
KEEP = "version: 1\nkeep:\n"

# the sentence: (the document, place and text, the next step)
ROWS: dict[str, tuple[str | bytes, str, str]] = {
    "an empty file": ("", "1: the inventory is empty", "begin it with `version: 1`"),
    "a file of comments": ("# nothing yet\n", "1: the inventory is empty", "begin it with `version: 1`"),
    "a file that is no mapping": (
        "- env: USE_NEW\n",
        "1:1: an inventory is a mapping",
        "begin the file with `version: 1`",
    ),
    "a file that is one word": ("hello\n", "1:1: an inventory is a mapping", "begin the file with `version: 1`"),
    "bytes that are not UTF-8": (
        b"version: 1\n# caf\xe9\n",
        "2:6: the byte 0xE9 is not UTF-8",
        "save the file as UTF-8",
    ),
    "UTF-16": (
        b"\xff\xfev\x00e\x00r\x00s\x00i\x00o\x00n\x00:\x00 \x001\x00\n\x00",
        "1:1: the byte 0xFF is not UTF-8",
        "save the file as UTF-8",
    ),
    "a control character": (
        "version: 1\n# \x07\n",
        "2:3: the control character U+0007 cannot stand in YAML",
        "delete it",
    ),
    "two documents": (
        "version: 1\n---\nversion: 1\n",
        "2:1: a second document begins here",
        "keep one document in the file",
    ),
    "text after the end of the document": (
        "version: 1\n...\nkeep: []\n",
        "3:1: not valid YAML: `keep: []`",
        "check the quotes and the indentation of this line",
    ),
    "a tab that indents": (KEEP + "\t- env: A\n", "3:1: a tab indents `- env: A`", "indent with spaces"),
    "a tab that indents a key": (
        KEEP + "  - env: A\n  \tnote: b\n",
        "4:3: a tab indents `note: b`",
        "indent with spaces",
    ),
    "a bracket that stays open": (
        "version: 1\nverify: [pytest -q\n",
        "2:9: this `[` is not closed",
        "close it with `]`, or put the text in quotes",
    ),
    "a brace that stays open": (
        "version: 1\nburn_in: {min_days: 3\n",
        "2:10: this `{` is not closed",
        "close it with `}`, or put the text in quotes",
    ),
    "a quote that stays open": (
        "version: 1\nverify:\n  - 'pytest -q\n",
        "3:5: this `'` is not closed",
        "close it with `'`, or put the text in quotes",
    ),
    "a text that begins with an at sign": (
        FLAGS + "  - decorator: @new\n    value: true\n",
        "3:16: `@` cannot begin a text",
        "put the text in quotes",
    ),
    "a text that holds a colon and a space": (
        FLAGS + "  - expr: f(lambda: 1, a: 2)\n    value: true\n",
        "3:19: a key cannot stand here: `- expr: f(lambda: 1, a: 2)`",
        "put a text that holds `: ` in quotes, or indent the key as its neighbours are",
    ),
    "an unknown escape": (
        'version: 1\nverify:\n  - "grep \\d"\n',
        '3:5: double quotes hold an unknown escape: `- "grep \\d"`',
        "use single quotes, or write `\\\\`",
    ),
    "an entry that is indented too little": (
        KEEP + "  - env: A\n - env: B\n",
        "4:2: not valid YAML: `- env: B`",
        "check the quotes and the indentation of this line",
    ),
    "a key twice": (
        FLAGS + '  - env: A\n    value: "1"\n    value: "2"\n',
        "5:5: `value` is given twice",
        "keep one of them; the first is on line 4",
    ),
    "a section twice": (
        "version: 1\nkeep: []\nkeep: []\n",
        "3:1: `keep` is given twice",
        "keep one of them; the first is on line 2",
    ),
    "a list as key": ("version: 1\n? [a]\n: 1\n", "2:3: a list or mapping is no key", "keys are single words"),
    "a tag": (
        FLAGS + "  - env: A\n    value: !!str 1\n",
        "4:12: the tag `!!str` has no meaning in an inventory",
        "leave it out, or put a text that begins with `!` in quotes",
    ),
    "a tag of Python": (
        FLAGS + "  - name: a.b\n    value: !!python/object/apply:os.system [id]\n",
        "4:12: the tag `!!python/object/apply:os.system` has no meaning in an inventory",
        "leave it out, or put a text that begins with `!` in quotes",
    ),
    "a text that begins with an exclamation mark": (
        FLAGS + "  - expr: !flag.on()\n    value: true\n",
        "3:11: the tag `!flag.on()` has no meaning in an inventory",
        "leave it out, or put a text that begins with `!` in quotes",
    ),
    "an alias of nothing": (KEEP + "  - path: *.py\n", "3:11: `*` cannot begin a text", "put the text in quotes"),
    "an alias of itself": (
        "version: 1\nkeep: &k [*k]\n",
        "2:11: the alias `*k` contains itself",
        "write the value out, or put a text that begins with `*` in quotes",
    ),
    "aliases that multiply": (
        "version: 1\na: &a [x,x,x,x,x,x,x,x,x,x]\n"
        "b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"
        "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
        "d: [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\n",
        "5:26: the alias `*c` expands the file beyond 10,000 values",
        "write the values out",
    ),
    "brackets without end": (
        "version: 1\nkeep: " + "[" * 30,
        "2:27: nested deeper than 20 levels",
        "an inventory needs three levels",
    ),
    "a version that is missing": ("keep: []\n", "1:1: `version` is missing", "begin the file with `version: 1`"),
    "a version from the future": (
        "version: 2\n",
        "1:10: `2` is no version that can be read here",
        "write `version: 1`",
    ),
    "a version after a byte order mark": (
        "\ufeffversion: 2\n",
        "1:10: `2` is no version that can be read here",
        "write `version: 1`",
    ),
    "a version in quotes": ('version: "1"\n', '1:10: `"1"` is no version that can be read here', "write `version: 1`"),
    "a version with a point": (
        "version: 1.0\n",
        "1:10: `1.0` is no version that can be read here",
        "write `version: 1`",
    ),
    "a version that is a list": (
        "version: [1]\n",
        "1:10: a list is no version that can be read here",
        "write `version: 1`",
    ),
    "an unknown section": ("version: 1\nflag: []\n", "2:1: unknown key `flag`", "did you mean `flags`?"),
    "a section like none": (
        "version: 1\nowner: me\n",
        "2:1: unknown key `owner`",
        "known here: `version`, `flags`, `remove`, `keep`, `wrap`, `burn_in`, `verify`, `format`",
    ),
    "a merge key": (
        "version: 1\n<<: {keep: []}\n",
        "2:1: unknown key `<<`",
        "known here: `version`, `flags`, `remove`, `keep`, `wrap`, `burn_in`, `verify`, `format`",
    ),
    "a section that is a mapping": (
        FLAGS + "  env: A\n  value: null\n",
        "3:3: a mapping stands where a list belongs",
        "put `- ` before its first key and indent the others",
    ),
    "a section that is a text": (
        "version: 1\nverify: pytest -q\n",
        "2:9: `pytest -q` stands where a list belongs",
        "write it on a line of its own: `- pytest -q`",
    ),
    "an entry that is a text": (
        KEEP + "  - app/billing/\n",
        "3:5: an entry of `keep` is a mapping",
        "write for example `- path: app/billing/`",
    ),
    "an entry that is empty": (
        KEEP + "  -\n",
        "3:4: an entry of `keep` is a mapping",
        "write for example `- path: app/billing/`",
    ),
}
