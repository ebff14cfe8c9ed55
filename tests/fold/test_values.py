"""Ways to read a flag, and values of every type: strings, numbers, ``null``; the rollout percentage and its draws."""

from __future__ import annotations

import pytest
from folding import check_files

from legacy_codemod.model import EnvFlag, NameFlag, Scalar

IMPORTS = "import os\nimport random\nimport secrets\nimport zlib\nfrom os import environ, getenv as env\n"
Row = tuple[str | None, str, str]

# an environment variable's value, an expression that reads it as FLAG, what is left
READS: dict[str, Row] = {
    "os.getenv": ("on", "os.getenv('FLAG')", '"on"'),
    "os.getenv with a default": ("on", "os.getenv('FLAG', 'off')", '"on"'),
    "os.getenv with a default by keyword": ("on", "os.getenv('FLAG', default='off')", '"on"'),
    "os.environ.get": ("on", 'os.environ.get("FLAG")', '"on"'),
    "os.environ.get with a default": ("on", 'os.environ.get("FLAG", "off")', '"on"'),
    "os.environ": ("on", 'os.environ["FLAG"]', '"on"'),
    "membership in os.environ": ("on", '"FLAG" in os.environ', "True"),
    "no membership in os.environ": ("on", '"FLAG" not in os.environ', "False"),
    "environ by its own name": ("on", 'environ["FLAG"]', '"on"'),
    "getenv by another name": ("on", 'env("FLAG")', '"on"'),
    "another variable": (
        "on",
        "os.getenv('FLAG_2') or os.getenv('MY_FLAG')",
        "os.getenv('FLAG_2') or os.getenv('MY_FLAG')",
    ),
    "a write": ("on", "os.environ.setdefault('FLAG', 'off')", "os.environ.setdefault('FLAG', 'off')"),
    "a read of something else's environ": ("on", "other.environ.get('FLAG')", "other.environ.get('FLAG')"),
    "equality": ("true", "os.getenv('FLAG') == 'true'", "True"),
    "equality that does not hold": ("true", "os.getenv('FLAG') == 'false'", "False"),
    "inequality": ("true", "os.getenv('FLAG', '') != 'true'", "False"),
    "lower": ("True", "os.getenv('FLAG', '').lower() == 'true'", "True"),
    "strip and lower": (" ON ", "os.getenv('FLAG', '').strip().lower() in ('1', 'on', 'yes')", "True"),
    "membership in a set": ("1", "os.getenv('FLAG') in {'1', 'true'}", "True"),
    "membership in a list": ("0", "os.getenv('FLAG') in ['1', 'true']", "False"),
    "truth": ("0", "bool(os.getenv('FLAG'))", "True"),
    "truth of the empty string": ("", "bool(os.getenv('FLAG'))", "False"),
    "int": ("0", "bool(int(os.getenv('FLAG', '1')))", "False"),
    "int in a comparison": ("100", "int(os.getenv('FLAG', '0')) >= 50", "True"),
    "float": ("0.5", "float(os.getenv('FLAG', '0')) > 0.4", "True"),
    "an int that does not parse would raise and stays": ("abc", "int(os.getenv('FLAG'))", 'int("abc")'),
    "startswith": ("new-2", "os.getenv('FLAG', '').startswith('new')", "True"),
    "or with another default": ("on", "os.getenv('FLAG') or 'off'", '"on"'),
    "or with another default, empty": ("", "os.getenv('FLAG') or 'off'", "'off'"),
    "unset without a default": (None, "os.getenv('FLAG')", "None"),
    "unset with a default": (None, "os.getenv('FLAG', 'off')", "'off'"),
    "unset with a default that is called": (None, "os.environ.get('FLAG', fallback())", "fallback()"),
    "unset with a default in a comparison": (None, "os.getenv('FLAG', 'off') == 'on'", "False"),
    "unset and required would raise and stays": (None, "os.environ['FLAG']", "os.environ['FLAG']"),
    "unset in a membership": (None, "'FLAG' in os.environ", "False"),
    "unset is None": (None, "os.getenv('FLAG') is None", "True"),
    "unset or a default": (None, "os.getenv('FLAG') or 'off'", "'off'"),
    "set is not None": ("", "os.getenv('FLAG') is not None", "True"),
    "a set variable drops a default that acts nowhere": ("on", "os.getenv('FLAG', os.getenv('OTHER'))", '"on"'),
    "a set variable keeps a default that acts": ("on", "os.getenv('FLAG', ask())", "os.getenv('FLAG', ask())"),
    "a draw from 0 to 1 below 100 percent": ("100", "random.random() * 100 < int(os.getenv('FLAG', '0'))", "True"),
    "a draw from 0 to 1 below 0 percent": ("0", "random.random() * 100 < int(os.getenv('FLAG', '0'))", "False"),
    "a draw below half stays": (
        "50",
        "random.random() * 100 < int(os.getenv('FLAG', '0'))",
        "random.random() * 100 < 50",
    ),
    "a draw mirrored": ("100", "int(os.getenv('FLAG', '0')) > random.random() * 100", "True"),
    "a whole draw from 1 to 100": ("100", "random.randint(1, 100) <= int(os.getenv('FLAG', '0'))", "True"),
    "a whole draw from 0 to 100 is not always below 100": (
        "100",
        "random.randint(0, 100) < int(os.getenv('FLAG', '0'))",
        "random.randint(0, 100) < 100",
    ),
    "a range's draw": ("100", "random.randrange(100) < int(os.getenv('FLAG', '0'))", "True"),
    "a range's draw from somewhere": ("0", "random.randrange(0, 100) < int(os.getenv('FLAG', '0'))", "False"),
    "a uniform draw": ("100", "random.uniform(0, 100) <= float(os.getenv('FLAG', '0'))", "True"),
    "a uniform draw may reach its end": (
        "100",
        "random.uniform(0, 100) < float(os.getenv('FLAG', '0'))",
        "random.uniform(0, 100) < 100.0",
    ),
    "a secret draw": ("100", "secrets.randbelow(100) < int(os.getenv('FLAG', '0'))", "True"),
    "a hash bucket": ("100", "hash(user) % 100 < int(os.getenv('FLAG', '0'))", "True"),
    "a checksum bucket": ("100", "zlib.crc32(user) % 100 < int(os.getenv('FLAG', '0'))", "True"),
    "a digest bucket": ("0", "int(digest, 16) % 100 < int(os.getenv('FLAG', '0'))", "False"),
    "a percentage with its own guard": (
        "100",
        "int(os.getenv('FLAG', '0')) > 0 and random.random() * 100 < int(os.getenv('FLAG', '0'))",
        "True",
    ),
}
VALUES: dict[str, tuple[Scalar, str, str]] = {
    "true": (True, "x = FLAG", "x = True"),
    "false": (False, "x = FLAG", "x = False"),
    "a whole number": (3, "x = FLAG + 1", "x = 4"),
    "zero is false": (0, "x = 1 if FLAG else 2", "x = 2"),
    "a negative number": (-1, "x = FLAG", "x = -1"),
    "a negative number raised": (-1, "x = FLAG ** y", "x = (-1) ** y"),
    "a number with an attribute": (3, "x = FLAG.bit_length()", "x = (3).bit_length()"),
    "a fraction": (0.25, "x = FLAG * 2 == 0.5", "x = True"),
    "a fraction as it is": (0.25, "x = FLAG", "x = 0.25"),
    "a string": ("new", "x = FLAG == 'new'", "x = True"),
    "a string as it is": ("new", "x = FLAG", 'x = "new"'),
    "a string with quotes": ('say "hi"', "x = FLAG", "x = 'say \"hi\"'"),
    "a string behind a keyword": ("a", "x = y if FLAG in z else w", 'x = y if "a" in z else w'),
    "an empty string is false": ("", "x = 1 if FLAG else 2", "x = 2"),
    "null": (None, "x = FLAG", "x = None"),
    "null is None": (None, "x = FLAG is None", "x = True"),
    "null in an or": (None, "x = FLAG or 2", "x = 2"),
    "one is not True": (1, "x = FLAG is True", "x = False"),
    "one equals True": (1, "x = FLAG == True", "x = True"),
}


@pytest.mark.parametrize(("value", "before", "after"), READS.values(), ids=READS)
def test_an_environment_variable_is_read(value: str | None, before: str, after: str) -> None:
    check_files({"app.py": f"{IMPORTS}x = {before}\n"}, {"app.py": f"{IMPORTS}x = {after}\n"}, EnvFlag("FLAG", value))


@pytest.mark.parametrize(("value", "before", "after"), VALUES.values(), ids=VALUES)
def test_a_value_keeps_its_type(value: Scalar, before: str, after: str) -> None:
    files = {"flags.py": "FLAG = read()\n", "app.py": f"from flags import FLAG\n{before}\n"}
    check_files(files, {"app.py": f"from flags import FLAG\n{after}\n"}, NameFlag("flags.FLAG", value))
