"""The gate and the commands written wrongly, and what the error says."""

BURN_IN = "version: 1\nburn_in:\n"

# the sentence: (the document, place and text, the next step)
ROWS: dict[str, tuple[str | bytes, str, str]] = {
    "a date that is none": (
        BURN_IN + "  flag_on_since: soon\n",
        "3:18: `soon` is no date",
        "write it as YYYY-MM-DD, for example 2026-11-01",
    ),
    "a date that the calendar lacks": (
        BURN_IN + "  flag_on_since: 2026-02-30\n",
        "3:18: `2026-02-30` is no date",
        "write it as YYYY-MM-DD, for example 2026-11-01",
    ),
    "a date with a time": (
        BURN_IN + "  flag_on_since: 2026-11-01T10:00:00\n",
        "3:18: `2026-11-01T10:00:00` is no date",
        "write it as YYYY-MM-DD, for example 2026-11-01",
    ),
    "days below zero": (
        BURN_IN + "  min_days: -1\n",
        "3:13: `-1` is no number of days",
        "write a whole number from 0 to 3650",
    ),
    "days in quotes": (
        BURN_IN + '  min_days: "14"\n',
        '3:13: `"14"` is no number of days',
        "write a whole number from 0 to 3650",
    ),
    "half days": (
        BURN_IN + "  min_days: 1.5\n",
        "3:13: `1.5` is no number of days",
        "write a whole number from 0 to 3650",
    ),
    "days that are true": (
        BURN_IN + "  min_days: true\n",
        "3:13: `true` is no number of days",
        "write a whole number from 0 to 3650",
    ),
    "days beyond ten years": (
        BURN_IN + "  min_days: 9999999\n",
        "3:13: `9999999` is no number of days",
        "write a whole number from 0 to 3650",
    ),
    "an unknown key of the gate": (
        BURN_IN + "  min_day: 14\n",
        "3:3: unknown key `min_day`",
        "did you mean `min_days`?",
    ),
    "a gate that is a list": (
        "version: 1\nburn_in: [14]\n",
        "2:10: `burn_in` is a mapping",
        "write `flag_on_since: 2026-11-01` below it, indented",
    ),
    "logs and command": (
        BURN_IN + "  logs: [a.jsonl]\n  command: ./count\n",
        "4:3: `command` beside `logs`",
        "keep one of them: both say where the records are counted",
    ),
    "logs that are a text": (
        BURN_IN + "  logs: logs/*.jsonl\n",
        "3:9: `logs/*.jsonl` stands where a list belongs",
        "write it on a line of its own: `- logs/*.jsonl`",
    ),
    "logs outside of the root": (
        BURN_IN + "  logs: [/var/log/app.jsonl]\n",
        "3:10: `/var/log/app.jsonl` is absolute",
        "write it relative to the root of the repository",
    ),
    "logs that are a folder": (
        BURN_IN + "  logs: [logs/]\n",
        "3:10: `logs/` is a folder",
        "name its files, for example `logs/*.jsonl*`",
    ),
    "a command of the gate that is empty": (
        BURN_IN + '  command: ""\n',
        "3:12: the text is empty",
        "write it, or leave it out together with what it belongs to",
    ),
    "a command that is empty": (
        'version: 1\nverify:\n  - pytest -q\n  - ""\n',
        "4:5: the text is empty",
        "write it, or leave it out together with what it belongs to",
    ),
    "a command that is a mapping": (
        "version: 1\nverify:\n  - run: pytest\n",
        "3:5: a mapping stands where a text belongs",
        "write one text",
    ),
    "a formatter that is blank": (
        'version: 1\nformat: ["  "]\n',
        "2:10: the text is empty",
        "write it, or leave it out together with what it belongs to",
    ),
}
