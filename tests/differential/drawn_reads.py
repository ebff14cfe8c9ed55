"""Reads of each flag, in the spellings that code has for them; what they name is written in drawn_world.py."""

from __future__ import annotations

from random import Random

_READS = {
    "USE_NEW": """
        ON | ON | OFF | OFF | not ON | flags.ON is True | enabled() | flags.enabled() | level() | level() > 1
        settings.fast | settings.slow | config.fast | config.slow | config.deep | Config.static() | config.made()
        os.getenv("USE_NEW") | os.environ["USE_NEW"] == "true"
        getenv("USE_NEW", "0").strip().lower() in ("1", "true")
        environ.get("USE_NEW", "x") != "true" | "USE_NEW" in os.environ | "USE_NEW" not in environ
        bool(os.getenv("USE_NEW")) | remembered() | tried() | environ["USE_NEW"].upper().startswith("TR")
        os.environ.get("USE_NEW", "") in {"1", "true"} | truthy(os.getenv("USE_NEW")) | truthy(environ["USE_NEW"])
        is_on("USE_NEW") | is_on("OTHER") | f"{os.getenv('USE_NEW')}" == "true" | f"{ON}-{OFF!r:>6}"
        (True if os.getenv("USE_NEW") == "true" else False) | (1 if ON else 0) | environ["USE_NEW"] or "d"
        (w := os.getenv("USE_NEW")) and w == "true" | (w := ON) | len(os.environ["USE_NEW"]) == 4
        os.environ["USE_NEW"][0] | os.environ["USE_NEW"].split("r")[1:] | "a" < environ["USE_NEW"] <= "true"
        os.getenv("USE_NEW") is not None | getattr(flags, "ON") | getattr(settings, "fast", None) | ON == 1
        flags.ON + 1 | flags.ON & flags.OFF | max(flags.ON, flags.OFF) | ON is OFF
        (ON, OFF) == (True, False) | [ON] == [True] | [ON] == (True,)
        "r" in environ["USE_NEW"]
        options.fast | options.slow | given.slow | Options().fast | Options(False).fast | pair.fast | Pair(fast=0).fast
        Step.NEW | Step.OLD | Step.NEW.value | Step.NEW is Step.OLD | bool(Step.OLD) | Settings.slow | derived.fast
        flags.BENT | bend() | flags.SET | flags.LATE | settings.late | config.late | os.environ.get("USE_NEW").isalpha()
    """,
    "ROLLOUT": """
        PERCENT | int(os.environ.get("ROLLOUT", "0")) | 0 < PERCENT <= 100 | 100 > PERCENT | rolled()
        float(environ["ROLLOUT"]) / 100 | bool(int(getenv("ROLLOUT") or 0)) | random.random() * 100 < flags.PERCENT
        flags.PERCENT <= random.randrange(100)
        random.randint(1, 100) <= flags.PERCENT | 10 <= PERCENT < 100 | settings.level
        Size.BIG | Size.SMALL | Size.BIG > 1 | Size.SMALL == 0 | pair.level | hash("a") % 100 < PERCENT
        crc32(b"a") % 100 >= PERCENT | round(PERCENT / 3) | PERCENT % 7 | PERCENT - 100 | PERCENT and 1 | -PERCENT < 0
        min(PERCENT, 3) | str(PERCENT) == "100" | f"{PERCENT}%" | 0 <= PERCENT < n | PERCENT == 100.0 | int("1" + "0")
    """,
    "MODE": """
        MODE | MODE or "new" | os.getenv("MODE") | os.environ["MODE"] == "" | getenv("MODE", "x") or "d" | MODE is None
        len(os.environ["MODE"]) | MODE in ("", "old") | environ.get("MODE", "old").startswith("o") | config.mode
        cached() | MODE or GONE or 0 | (MODE or 0) or "x" | MODE is not None and MODE == "" | int(environ["MODE"] or 3)
        options.mode | derived.slow | str(MODE) | MODE.split(",") | MODE == GONE | not MODE | truthy(MODE)
    """,
    "GONE": """
        GONE | GONE is None | GONE is not None | os.getenv("GONE") | getenv("GONE", "d") == "d" | "GONE" in os.environ
        os.environ.get("GONE", "") or 7 | environ.get("GONE", t(3)) | GONE or 0 | GONE or "" or None | f"{GONE}"
        os.getenv("GONE") or os.getenv("MODE") or "d" | truthy(GONE) | Step.GONE | str(GONE)
    """,
    "FORCED": "FORCED | flags.FORCED | not FORCED | FORCED is False",
    "feature": 'feature("new") | not feature("new") | flags.feature("new") | feature("other")',
}
READS = {
    flag: [r.strip() for line in reads.split("\n") for r in line.split(" | ") if r.strip()]
    for flag, reads in _READS.items()
}


def read(chance: Random) -> str:
    """A read of some flag."""
    return chance.choice(READS[chance.choice([*READS, "USE_NEW", "USE_NEW"])])
