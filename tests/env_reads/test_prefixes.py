"""Libraries that read every variable of a prefix, said or not: the variable's lines stay, and the place is told."""

from __future__ import annotations

import pytest
from planning import check, findings

TOLD = {
    "Dynaconf: the prefix that it has by itself": (
        "DYNACONF_NEW",
        'from dynaconf import Dynaconf\nsettings = Dynaconf(settings_files=["a.toml"])\n',
        "app.py:2: may read DYNACONF_NEW, as every variable of its prefix",
    ),
    "Dynaconf: its own prefix beside another": (
        "DYNACONF_NEW",
        'from dynaconf import LazySettings\nsettings = LazySettings(envvar_prefix="APP")\n',
        "app.py:2: may read DYNACONF_NEW, as every variable of its prefix",
    ),
    "Dynaconf: the object that it hands out": (
        "DYNACONF_NEW",
        "from dynaconf import settings\nprint(settings.NEW)\n",
        "app.py:2: may read DYNACONF_NEW, as every variable of its prefix",
    ),
    "Dynaconf: for Flask": (
        "FLASK_NEW",
        "from dynaconf import FlaskDynaconf\nFlaskDynaconf(app)\n",
        "app.py:2: may read FLASK_NEW, as every variable of its prefix",
    ),
    "Dynaconf: for Django": (
        "DJANGO_NEW",
        "import dynaconf\nsettings = dynaconf.DjangoDynaconf(__name__)\n",
        "app.py:2: may read DJANGO_NEW, as every variable of its prefix",
    ),
    "Dynaconf: a prefix in its long spelling": (
        "APP_NEW",
        'from dynaconf import FlaskDynaconf\nFlaskDynaconf(app, ENVVAR_PREFIX_FOR_DYNACONF="APP")\n',
        "app.py:2: may read APP_NEW, as every variable of its prefix",
    ),
    "Dynaconf: several prefixes": (
        "APP_NEW",
        'from dynaconf import Dynaconf\nsettings = Dynaconf(envvar_prefix="WEB,APP")\n',
        "app.py:2: may read APP_NEW, as every variable of its prefix",
    ),
    "Dynaconf: no prefix at all": (
        "NEW_THING",
        "from dynaconf import Dynaconf\nsettings = Dynaconf(envvar_prefix=False)\nprint(settings.NEW_THING)\n",
        "app.py:3: puts a name together here that may be NEW_THING",
    ),
}


@pytest.mark.parametrize(("env", "source", "told"), TOLD.values(), ids=TOLD)
def test_lines_of_a_variable_that_such_a_library_may_read_stay(env: str, source: str, told: str) -> None:
    code = "".join(f"  {line}\n" for line in source.splitlines())
    drawing = f"? env {env}\n@ app.py\n{code}@ deploy.env\n  {env}=true\n  A=1\n"
    check(drawing)
    assert f"{told}, so its config lines stay" in findings(drawing)
