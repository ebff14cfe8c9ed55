"""Variables that are read in a spelling which does not say their name: nothing of them goes, and the place is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from folding import Memory, text

from legacy_codemod import plan
from legacy_codemod.model import EnvFlag, EnvSubject, Inventory, Item, Place, Plan, Request
from legacy_codemod.tree import tree_of
from legacy_codemod.workspace import Workspace

LINES = {"deploy.env": "APP_NEW=true\nOTHER=1\n"}
PLACE = Place("legacy-inventory.yaml", 3)


def planned(files: dict[str, str], inventory: Inventory) -> Plan:
    content = {path: text(block).encode() for path, block in {**LINES, **files}.items()}
    return plan.make(Workspace(Request(), inventory, tree_of(Memory(content)), Path()))


def flag(name: str = "APP_NEW") -> Inventory:
    return Inventory("legacy-inventory.yaml", flags=(Item(EnvFlag(name, "true"), PLACE),))


def removal(name: str = "APP_NEW") -> Inventory:
    return Inventory("legacy-inventory.yaml", remove=(Item(EnvSubject(name), PLACE),))


def told(made: Plan) -> list[str]:
    return [f"{each.place} {each.reason}" for c in made.changes for each in (*c.findings, *c.refusals)]


SETTINGS = """
    from pydantic_settings import BaseSettings

    class Settings(BaseSettings):
"""
ALL = "may read APP_NEW, as every variable of its prefix"
UNSURE = [
    pytest.param(
        'import os\nPREFIX = "APP"\ndef is_on(name):\n    return os.getenv(PREFIX + "_" + name)\n',
        "app.py:4 puts a name together here that may be APP_NEW",
        id="a name that is put together of a constant and a parameter",
    ),
    pytest.param(
        'import os\ndef is_on(name):\n    return os.environ[f"APP_{name}"]\n',
        "app.py:3 puts a name together here that may be APP_NEW",
        id="an f-string",
    ),
    pytest.param(
        'import os\ndef is_on(name):\n    return "APP_%s" % name in os.environ\n',
        "app.py:3 puts a name together here that may be APP_NEW",
        id="a name that is formatted by percent",
    ),
    pytest.param(
        'import os\ndef is_on(name):\n    return os.environ.get("{}_NEW".format(name))\n',
        "app.py:3 puts a name together here that may be APP_NEW",
        id="a name that is formatted by str.format",
    ),
    pytest.param(
        'import os\ndef is_on(name):\n    return os.environ.get("app_" + name.lower())\n',
        "",
        id="a name whose known part is another",
    ),
    pytest.param("import os\ndef read(name):\n    return os.getenv(name)\n", "", id="a name of which nothing is known"),
    pytest.param(
        f"{SETTINGS}        app_new: frozenset[bool]\n",
        "app.py:4 fills Settings.app_new from APP_NEW",
        id="a settings field in lower case, of a type that is not known",
    ),
    pytest.param(
        f'{SETTINGS}        model_config = {{"env_prefix": "app_", "case_sensitive": True}}\n        new: bool\n',
        "app.py:5 fills Settings.new from APP_NEW",
        id="a settings field whose case differs though case counts",
    ),
    pytest.param(
        f"{SETTINGS}        class Config:\n            env_prefix = chosen()\n        app_new: bool = False\n",
        "app.py:6 fills Settings.app_new from APP_NEW",
        id="a settings field behind a prefix that is not known",
    ),
    pytest.param(
        f'{SETTINGS}        new: bool = Field(False, validation_alias=AliasChoices("APP_NEW_2", PREFIX + "_NEW"))\n',
        "",
        id="a settings field with names of its own, none of them this one",
    ),
    pytest.param(
        f'{SETTINGS}        model_config = SettingsConfigDict(env_nested_delimiter="_")\n        app: Inner\n',
        "app.py:5 fills Settings.app from APP_NEW",
        id="a field of a field",
    ),
    pytest.param(
        "from flask import Flask\napp = Flask(__name__)\napp.config.from_prefixed_env(prefix='APP')\n",
        "app.py:3 may read APP_NEW, as every variable of its prefix",
        id="a call that reads every variable of a prefix",
    ),
    pytest.param(
        'import click\nmain(auto_envvar_prefix="APP")\n',
        "app.py:2 may read APP_NEW, as every variable of its prefix",
        id="an argument that gives a command line its prefix",
    ),
    pytest.param(
        "from environs import env\ndef read():\n    return env.bool('NEW')\nwith env.prefixed('APP_'):\n    read()\n",
        "app.py:3 puts a name together here that may be APP_NEW",
        id="a function that may run where names have a prefix",
    ),
    *(
        pytest.param(f"import os\nimport re\n{source}\n", f"app.py:{line} {ALL}", id=why)
        for why, source, line in [
            (
                "a comprehension that tests names",
                "x = {k: v for k, v in os.environ.items() if k.startswith('APP_')}",
                3,
            ),
            (
                "a loop that tests names",
                "for k in sorted(os.environ):\n    if k.lower().startswith('app_'):\n        x(k)",
                4,
            ),
            ("a loop over a copy", "env = os.environ.copy()\nx = [k for k in env if k[:4] == 'APP_']", 4),
            ("several prefixes", "P = 'APP_'\nx = [k for k in os.environ if k.startswith(('B_', P))]", 4),
            ("an ending", "x = [k for k in os.environ.keys() if k.endswith('_NEW')]", 3),
            ("a part of the name", "x = [k for k in dict(os.environ) if 'APP' in k]", 3),
            ("a pattern", "x = [k for k in os.environ if re.match(r'^APP_[A-Z]+$', k)]", 3),
            ("a file", "import dotenv\nx = [k for k in dotenv.dotenv_values('.env') if k.startswith('APP_')]", 4),
            ("a filter", "x = list(filter(lambda k: k.startswith('APP_'), os.environ))", 3),
        ]
    ),
    pytest.param(
        "import os\nx = {k: v for k, v in os.environ.items() if k.startswith('WEB_')}\n",
        "",
        id="a loop over names of another prefix",
    ),
    pytest.param("import os\nfor k, v in os.environ.items():\n    print(k, v)\n", "", id="a loop that tests nothing"),
]


@pytest.mark.parametrize(("source", "reason"), UNSURE)
@pytest.mark.parametrize("inventory", [flag(), removal()], ids=["a flag", "a removed variable"])
def test_config_lines_stay_where_something_may_read_the_variable(
    source: str, reason: str, inventory: Inventory
) -> None:
    made = planned({"app.py": source}, inventory)
    if not reason:
        assert made.files["deploy.env"].after == b"OTHER=1\n"
        return
    assert not made.files
    certain = " live code still reads APP_NEW"
    assert [f"{reason}, so its config lines stay"] == told(made) or [f"{reason.split()[0]}{certain}"] == told(made)
