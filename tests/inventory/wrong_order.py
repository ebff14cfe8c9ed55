"""Documents with two mistakes, and the one that is told."""

FLAGS = "version: 1\nflags:\n"
KEEP = "version: 1\nkeep:\n"

# the sentence: (the document, place and text, the next step)
ROWS: dict[str, tuple[str | bytes, str, str]] = {
    "the first of two wrong entries": (
        KEEP + "  - env: 1\n  - env: 2\n",
        "3:10: `1` is not a text",
        'put it in quotes: `"1"`',
    ),
    "a late key of an entry does not beat an early value": (
        FLAGS + "  - env: 1A\n    vlaue: x\n",
        "3:10: `1A` cannot name an environment variable",
        "use letters, digits and `_`, and no digit in front; the value goes into `value`",
    ),
    "a value does not beat the key before it": (
        FLAGS + "  - vlaue: x\n    env: 1A\n",
        "3:5: unknown key `vlaue`",
        "did you mean `value`?",
    ),
    "a section does not beat the one written before it": (
        KEEP + "  - env: 1A\nflags:\n  - env: 2A\n",
        "3:10: `1A` cannot name an environment variable",
        "use letters, digits and `_`, and no digit in front; the value goes into `value`",
    ),
    "a conflict does not beat an entry before it": (
        KEEP + "  - env: 1A\n  - env: B\n  - env: B\n",
        "3:10: `1A` cannot name an environment variable",
        "use letters, digits and `_`, and no digit in front; the value goes into `value`",
    ),
    "a tag does not beat an entry before it": (
        KEEP + "  - env: 1A\n  - env: !x B\n",
        "3:10: `1A` cannot name an environment variable",
        "use letters, digits and `_`, and no digit in front; the value goes into `value`",
    ),
    "a wrong version does not beat a section before it": (
        "keep: 1\nversion: 2\n",
        "1:7: `1` stands where a list belongs",
        "write it on a line of its own: `- 1`",
    ),
}
