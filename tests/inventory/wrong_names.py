"""Environment names, dotted names and paths that are none, and what the error says."""

FLAGS = "version: 1\nflags:\n"
REMOVE = "version: 1\nremove:\n"
KEEP = "version: 1\nkeep:\n"

# the sentence: (the document, place and text, the next step)
ROWS: dict[str, tuple[str | bytes, str, str]] = {
    "an env name with a value": (
        KEEP + "  - env: A=1\n",
        "3:10: `A=1` cannot name an environment variable",
        "use letters, digits and `_`, and no digit in front; the value goes into `value`",
    ),
    "an env name with a hyphen": (
        KEEP + "  - env: USE-NEW\n",
        "3:10: `USE-NEW` cannot name an environment variable",
        "use letters, digits and `_`, and no digit in front; the value goes into `value`",
    ),
    "an env name with a digit in front": (
        KEEP + "  - env: 2FA\n",
        "3:10: `2FA` cannot name an environment variable",
        "use letters, digits and `_`, and no digit in front; the value goes into `value`",
    ),
    "a name with a hyphen": (
        KEEP + "  - name: app.my-flag\n",
        "3:11: `app.my-flag` is no dotted name: `my-flag` is no identifier",
        "write it as module.name",
    ),
    "a name with a keyword": (
        KEEP + "  - name: app.class.x\n",
        "3:11: `app.class.x` is no dotted name: `class` is no identifier",
        "write it as module.name",
    ),
    "a name with a colon": (
        KEEP + "  - name: app.flags:NEW\n",
        "3:11: `app.flags:NEW` is no dotted name: `flags:NEW` is no identifier",
        "write dots only: `app.flags.NEW`",
    ),
    "a name with an empty part": (
        KEEP + "  - name: app..NEW\n",
        "3:11: `app..NEW` is no dotted name: a part is empty",
        "write it as module.name",
    ),
    "a name with a call": (
        FLAGS + "  - name: app.flags.on()\n    value: true\n",
        "3:11: `app.flags.on()` is no dotted name: `on()` is no identifier",
        "a call or an index goes under `expr`",
    ),
    "a name without module": (
        FLAGS + "  - name: NEW\n    value: true\n",
        "3:11: `NEW` names no module",
        "write the module too, for example `app.NEW`",
    ),
    "a name that is a path": (
        REMOVE + "  - name: app/old.py\n",
        "3:11: `app/old.py` is no dotted name: `app/old` is no identifier",
        "a file goes under `path`",
    ),
    "an absolute path": (
        REMOVE + "  - path: /etc/passwd\n",
        "3:11: `/etc/passwd` is absolute",
        "write it relative to the root of the repository",
    ),
    "a path with a drive": (
        REMOVE + "  - path: C:/app/old.py\n",
        "3:11: `C:/app/old.py` is absolute",
        "write it relative to the root of the repository",
    ),
    "a path in the home folder": (
        REMOVE + "  - path: ~/old.py\n",
        "3:11: `~/old.py` is absolute",
        "write it relative to the root of the repository",
    ),
    "a path that leaves the root": (
        REMOVE + "  - path: ../old.py\n",
        "3:11: `../old.py` leaves the root",
        "name what lies inside the repository",
    ),
    "a path that leaves the root late": (
        REMOVE + "  - path: app/../../old.py\n",
        "3:11: `app/../../old.py` leaves the root",
        "name what lies inside the repository",
    ),
    "a path with backslashes": (
        REMOVE + "  - path: app\\old.py\n",
        "3:11: `app\\old.py` holds a backslash",
        "write slashes: `app/old.py`",
    ),
    "a path that is empty": (
        REMOVE + '  - path: ""\n',
        "3:11: the text is empty",
        "write it, or leave it out together with what it belongs to",
    ),
    "a path that is the root": (
        REMOVE + "  - path: ./\n",
        "3:11: `./` is the whole repository",
        "name the files and folders that are meant",
    ),
    "a path with a dot": (
        REMOVE + "  - path: ./app/old.py\n",
        "3:11: `./app/old.py` is not in its plain form",
        "write `app/old.py`",
    ),
    "a path with two slashes": (
        REMOVE + "  - path: app//old.py\n",
        "3:11: `app//old.py` is not in its plain form",
        "write `app/old.py`",
    ),
    "a path that goes up inside": (
        REMOVE + "  - path: app/x/../old.py\n",
        "3:11: `app/x/../old.py` is not in its plain form",
        "write `app/old.py`",
    ),
    "a path with spaces around it": (
        REMOVE + '  - path: " app/old.py"\n',
        "3:11: ` app/old.py` is not in its plain form",
        "write `app/old.py`",
    ),
    "a path with a newline": (
        REMOVE + '  - path: "app/o\\nld.py"\n',
        "3:11: `app/o\\nld.py` holds a line break or a tab",
        "write the path on one line",
    ),
}
