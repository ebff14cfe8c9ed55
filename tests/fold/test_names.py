"""Constants, functions, classes and settings made of a flag, across files; names that are rebound are no flags."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest
from folding import check_files, findings

from legacy_codemod.model import EnvFlag, ExprFlag, NameFlag, Subject

Files = Mapping[str, str]
ON = EnvFlag("USE_NEW", "true")
READ = 'os.getenv("USE_NEW") == "true"'


@dataclass(frozen=True)
class Story:
    """Files before the fold, those that differ after it, and the flags."""

    before: Files
    after: Files = field(default_factory=dict)
    flags: tuple[Subject, ...] = (ON,)


BRANCH = "x = new if {} else old\n"
SETTLED = "x = new\n"

STARS = {
    "app/settings/__init__.py": "from .defaults import *\n\nfrom .local import *\n",
    "app/settings/defaults.py": "NEW = False\n",
}
UNCHANGED = {
    "a name that a later star import gives another value": Story(
        {
            "flags.py": "ON = ask()\n",
            "other.py": "ON = 0\n",
            "app.py": "from flags import *\nfrom other import *\n\nx = new if ON else old\n",
            "late.py": "from flags import ON\nfrom other import *\n\nx = new if ON else old\n",
            "perhaps.py": "from flags import *\n\nif ready():\n    from other import *\n\nx = new if ON else old\n",
            "own.py": "from flags import *\n\nON = 0\nx = new if ON else old\n",
        },
        flags=(NameFlag("flags.ON", True),),
    ),
    "a name that is imported from either of two files": Story(
        {
            "flags.py": "ON = ask()\n",
            "other.py": "ON = 0\n",
            "app.py": "if a():\n    from flags import ON\nelse:\n    from other import ON\n\nx = new if ON else old\n",
        },
        flags=(NameFlag("flags.ON", True),),
    ),
    "a constant that code rebinds": Story(
        {
            "flags.py": "import os\n\nON = ask()\n",
            "app.py": "import flags\n\nx = new if flags.ON else old\n",
        },
        flags=(EnvFlag("USE_OTHER", "true"),),
    ),
    "a module of the same name elsewhere": Story(
        {
            "a/__init__.py": "",
            "a/flags.py": "ON = ask()\n",
            "b/__init__.py": "",
            "b/flags.py": "ON = ask()\n",
            "app.py": "from b.flags import ON\n\nx = new if ON else old\n",
        },
        flags=(NameFlag("a.flags.ON", True),),
    ),
    "a method of another class with the flag's name": Story(
        {
            "settings.py": "class Settings:\n    fast = ask()\n",
            "car.py": "class Car:\n    fast = ask()\n\n\nx = new if Car().fast else old\n",
        },
        flags=(NameFlag("settings.Settings.fast", True),),
    ),
    "a constant that is no setting, though Django has one of its name": Story(
        {
            "app/flags.py": "NEW = ask()\n",
            "app/views.py": "from django.conf import settings\n\nx = new if settings.NEW else old\n",
        },
        flags=(NameFlag("app.flags.NEW", True),),
    ),
    "a setting of which each environment has its own value": Story(
        {
            "app/settings/__init__.py": "TESTING = False\n",
            "app/settings/test.py": "TESTING = True\n",
            "app/run.py": "from app import settings\n\nx = new if settings.TESTING or is_new() else old\n",
        },
        {"app/run.py": "from app import settings\n\nx = new if settings.TESTING else old\n"},
        flags=(ExprFlag("is_new()", False),),
    ),
    "a getattr whose default acts": Story(
        {"flags.py": "NEW = ask()\n", "app.py": 'import flags\n\nx = new if getattr(flags, "NEW", ask()) else old\n'},
        flags=(NameFlag("flags.NEW", True),),
    ),
    "a function that takes arguments": Story(
        {
            "flags.py": "def enabled(name):\n    return ask(name)\n",
            "app.py": "from flags import enabled\n\nx = new if enabled('a') else old\n",
        },
        flags=(NameFlag("flags.enabled", True),),
    ),
    "another literal in an expression": Story(
        {"app.py": "x = new if client.has('old-router') else old\n"},
        flags=(ExprFlag("client.has('new-router')", True),),
    ),
    "a longer call than the expression": Story(
        {"app.py": "x = new if client.has('new-router', user) else old\n"},
        flags=(ExprFlag("client.has('new-router')", True),),
    ),
}
CHANGED = {
    "a name that the inventory says where it is read, though a file that is not here may bring it in": Story(
        {
            **STARS,
            "app/run.py": "from app import settings\n\nx = new if settings.NEW else old\n",
            "app/go.py": "from app.settings import NEW\n\nx = new if NEW else old\n",
            "app/star.py": "from app.settings import *\n\nx = new if NEW else old\n",
            "app/late.py": "from app.settings import NEW\nfrom app.other import *\n\nx = new if NEW else old\n",
        },
        {
            "app/run.py": "from app import settings\n\nx = new\n",
            "app/go.py": "from app.settings import NEW\n\nx = new\n",
        },
        (NameFlag("app.settings.NEW", True),),
    ),
    "a name that is imported twice from one file": Story(
        {
            "flags.py": "ON = ask()\n",
            "app.py": "if a():\n    from flags import ON\nelse:\n    from flags import ON\n\nx = new if ON else old\n",
        },
        {"app.py": "if a():\n    from flags import ON\nelse:\n    from flags import ON\n\nx = new\n"},
        (NameFlag("flags.ON", True),),
    ),
    "a constant": Story(
        {"flags.py": f"import os\n\nON = {READ}\n", "app.py": "from flags import ON\n\nx = new if ON else old\n"},
        {"flags.py": "import os\n\nON = True\n", "app.py": "from flags import ON\n\nx = new\n"},
    ),
    "a constant by its module": Story(
        {"flags.py": f"import os\n\nON = {READ}\n", "app.py": "import flags\n\nx = new if flags.ON else old\n"},
        {"flags.py": "import os\n\nON = True\n", "app.py": "import flags\n\nx = new\n"},
    ),
    "an alias": Story(
        {
            "flags.py": f"import os\n\nON = {READ}\n",
            "app.py": "from flags import ON as fast\n\nx = new if fast else old\n",
        },
        {"flags.py": "import os\n\nON = True\n", "app.py": "from flags import ON as fast\n\nx = new\n"},
    ),
    "a module alias": Story(
        {"flags.py": f"import os\n\nON = {READ}\n", "app.py": "import flags as f\n\nx = new if f.ON else old\n"},
        {"flags.py": "import os\n\nON = True\n", "app.py": "import flags as f\n\nx = new\n"},
    ),
    "a constant through a package's re-export": Story(
        {
            "app/__init__.py": "from app.flags import ON\n",
            "app/flags.py": f"import os\n\nON = {READ}\n",
            "main.py": "from app import ON\n\nx = new if ON else old\n",
        },
        {"app/flags.py": "import os\n\nON = True\n", "main.py": "from app import ON\n\nx = new\n"},
    ),
    "a relative import": Story(
        {
            "app/__init__.py": "",
            "app/flags.py": f"import os\n\nON = {READ}\n",
            "app/main.py": "from .flags import ON\n\nx = new if ON else old\n",
        },
        {"app/flags.py": "import os\n\nON = True\n", "app/main.py": "from .flags import ON\n\nx = new\n"},
    ),
    "a star import": Story(
        {"flags.py": f"import os\n\nON = {READ}\n", "app.py": "from flags import *\n\nx = new if ON else old\n"},
        {"flags.py": "import os\n\nON = True\n", "app.py": "from flags import *\n\nx = new\n"},
    ),
    "a src layout": Story(
        {
            "src/app/__init__.py": "",
            "src/app/flags.py": f"import os\n\nON = {READ}\n",
            "src/app/main.py": "from app.flags import ON\n\nx = new if ON else old\n",
        },
        {"src/app/flags.py": "import os\n\nON = True\n", "src/app/main.py": "from app.flags import ON\n\nx = new\n"},
    ),
    "a constant made of a constant": Story(
        {
            "flags.py": f"import os\n\nON = {READ}\nOLD = not ON\n",
            "app.py": "from flags import OLD\n\nx = old if OLD else new\n",
        },
        {"flags.py": "import os\n\nON = True\nOLD = False\n", "app.py": "from flags import OLD\n\nx = new\n"},
    ),
    "a function": Story(
        {
            "flags.py": f"import os\n\n\ndef on():\n    return {READ}\n",
            "app.py": "from flags import on\n\nx = new if on() else old\n",
        },
        {"flags.py": "import os\n\n\ndef on():\n    return True\n", "app.py": "from flags import on\n\nx = new\n"},
    ),
    "a function of a function": Story(
        {
            "flags.py": f"import os\n\n\ndef on():\n    return {READ}\n\n\ndef off():\n    return not on()\n",
            "app.py": "from flags import off\n\nx = old if off() else new\n",
        },
        {
            "flags.py": "import os\n\n\ndef on():\n    return True\n\n\ndef off():\n    return False\n",
            "app.py": "from flags import off\n\nx = new\n",
        },
    ),
    "a function with a docstring and a local": Story(
        {
            "flags.py": """
                import os


                def on():
                    'Whether.'
                    raw = os.getenv("USE_NEW", "")
                    return raw == "true"
                """,
            "app.py": "import flags\n\nx = new if flags.on() else old\n",
        },
        {
            "flags.py": """
                import os


                def on():
                    'Whether.'
                    raw = "true"
                    return True
                """,
            "app.py": "import flags\n\nx = new\n",
        },
    ),
    "a function that is given an argument it does not need": Story(
        {
            "flags.py": f"import os\n\n\ndef on(user=None):\n    return {READ}\n",
            "app.py": "from flags import on\n\nx = new if on(user=1) else old\n",
        },
        {
            "flags.py": "import os\n\n\ndef on(user=None):\n    return True\n",
            "app.py": "from flags import on\n\nx = new\n",
        },
    ),
    "a function whose argument acts": Story(
        {
            "flags.py": f"import os\n\n\ndef on(user=None):\n    return {READ}\n",
            "app.py": "from flags import on\n\nx = new if on(log_in()) else old\n",
        },
        {"flags.py": "import os\n\n\ndef on(user=None):\n    return True\n"},
    ),
    "a cached function": Story(
        {
            "flags.py": f"import os\nfrom functools import cache\n\n\n@cache\ndef on():\n    return {READ}\n",
            "app.py": "from flags import on\n\nx = new if on() else old\n",
        },
        {
            "flags.py": "import os\nfrom functools import cache\n\n\n@cache\ndef on():\n    return True\n",
            "app.py": "from flags import on\n\nx = new\n",
        },
    ),
    "a coroutine": Story(
        {
            "flags.py": f"import os\n\n\nasync def on():\n    return {READ}\n",
            "app.py": "from flags import on\n\n\nasync def run():\n    return new if await on() else old\n",
        },
        {
            "flags.py": "import os\n\n\nasync def on():\n    return True\n",
            "app.py": "from flags import on\n\n\nasync def run():\n    return new\n",
        },
    ),
    "a rollout": Story(
        {
            "flags.py": """
                import os
                import random


                def on():
                    if os.getenv("USE_NEW") == "true":
                        return True
                    percent = int(os.getenv("PERCENT", "0"))
                    return percent > 0 and random.random() * 100 < percent
                """,
            "app.py": "from flags import on\n\nx = new if on() else old\n",
        },
        {
            "flags.py": """
                import os
                import random


                def on():
                    return True
                """,
            "app.py": "from flags import on\n\nx = new\n",
        },
    ),
    "a rollout by its percentage alone": Story(
        {
            "flags.py": """
                import os
                import random

                PERCENT = int(os.getenv("PERCENT", "0"))


                def on():
                    return random.random() * 100 < PERCENT
                """,
            "app.py": "from flags import on\n\nx = new if on() else old\n",
        },
        {
            "flags.py": """
                import os
                import random

                PERCENT = 100


                def on():
                    return True
                """,
            "app.py": "from flags import on\n\nx = new\n",
        },
        (EnvFlag("PERCENT", "100"),),
    ),
    "several flags one after another": Story(
        {
            "flags.py": """
                import os

                A = os.getenv("A") == "1"
                B = os.getenv("B") == "1"
                """,
            "app.py": "from flags import A, B\n\nx = both if A and B else one if A or B else none\n",
        },
        {
            "flags.py": """
                import os

                A = True
                B = False
                """,
            "app.py": "from flags import A, B\n\nx = one\n",
        },
        (EnvFlag("A", "1"), EnvFlag("B", "0")),
    ),
    "a class attribute": Story(
        {
            "settings.py": f"import os\n\n\nclass Settings:\n    fast = {READ}\n",
            "app.py": """
                from settings import Settings

                x = new if Settings.fast else old
                y = new if Settings().fast else old
                """,
        },
        {
            "settings.py": "import os\n\n\nclass Settings:\n    fast = True\n",
            "app.py": "from settings import Settings\n\nx = new\ny = new if Settings().fast else old\n",
        },
    ),
    "an instance attribute bound once": Story(
        {
            "app.py": f"""
                import os


                class Router:
                    def __init__(self):
                        self.fast = {READ}

                    def run(self):
                        if self.fast:
                            return new()
                        return old()
                """,
        },
        {
            "app.py": """
                import os


                class Router:
                    def __init__(self):
                        self.fast = True

                    def run(self):
                        return new()
                """,
        },
    ),
    "an instance attribute that is set elsewhere is not the flag": Story(
        {
            "app.py": f"""
                import os


                class Router:
                    def __init__(self):
                        self.fast = {READ}

                    def slow_down(self):
                        self.fast = False

                    def run(self):
                        return new() if self.fast else old()
                """,
        },
        {
            "app.py": """
                import os


                class Router:
                    def __init__(self):
                        self.fast = True

                    def slow_down(self):
                        self.fast = False

                    def run(self):
                        return new() if self.fast else old()
                """,
        },
    ),
    "a property": Story(
        {
            "app.py": f"""
                import os


                class Router:
                    @property
                    def fast(self):
                        return {READ}

                    def run(self):
                        return new() if self.fast else old()
                """,
        },
        {
            "app.py": """
                import os


                class Router:
                    @property
                    def fast(self):
                        return True

                    def run(self):
                        return new()
                """,
        },
    ),
    "a subclass that overrides": Story(
        {
            "app.py": f"""
                import os


                class Router:
                    fast = {READ}

                    def run(self):
                        return new() if self.fast else old()


                class Slow(Router):
                    fast = False
                """,
        },
        {
            "app.py": """
                import os


                class Router:
                    fast = True

                    def run(self):
                        return new() if self.fast else old()


                class Slow(Router):
                    fast = False
                """,
        },
    ),
    "a subclass that overrides a method": Story(
        {
            "app.py": f"""
                import os


                class Router:
                    def fast(self):
                        return {READ}

                    def run(self):
                        return new() if self.fast() else old()


                class Slow(Router):
                    def fast(self):
                        return False
                """,
        },
        {
            "app.py": """
                import os


                class Router:
                    def fast(self):
                        return True

                    def run(self):
                        return new() if self.fast() else old()


                class Slow(Router):
                    def fast(self):
                        return False
                """,
        },
    ),
    "a dataclass field may be given another value": Story(
        {
            "app.py": f"""
                import os
                from dataclasses import dataclass


                @dataclass
                class Settings:
                    fast: bool = {READ}


                def run(settings: Settings):
                    return new() if settings.fast else old()


                run(Settings(fast=False))
                """,
        },
        {
            "app.py": """
                import os
                from dataclasses import dataclass


                @dataclass
                class Settings:
                    fast: bool = True


                def run(settings: Settings):
                    return new() if settings.fast else old()


                run(Settings(fast=False))
                """,
        },
    ),
    "a settings field that the inventory names": Story(
        {
            "settings.py": """
                from pydantic_settings import BaseSettings


                class Settings(BaseSettings):
                    fast: bool = False


                settings = Settings()
                """,
            "app.py": "from settings import settings\n\nx = new if settings.fast else old\n",
        },
        {"app.py": "from settings import settings\n\nx = new\n"},
        (NameFlag("settings.Settings.fast", True),),
    ),
    "an enum member in a call": Story(
        {
            "features.py": 'from enum import StrEnum\n\n\nclass Feature(StrEnum):\n    NEW = "new-router"\n',
            "app.py": "from features import Feature\n\nx = new if user.has(Feature.NEW) else old\n",
        },
        {"app.py": "from features import Feature\n\nx = new\n"},
        (ExprFlag("$U.has(Feature.NEW)", True),),
    ),
    "an enum member by an alias": Story(
        {
            "features.py": 'from enum import StrEnum\n\n\nclass Feature(StrEnum):\n    NEW = "new-router"\n',
            "app.py": "import features as f\n\nx = new if user.has(f.Feature.NEW) else old\n",
        },
        {"app.py": "import features as f\n\nx = new\n"},
        (ExprFlag("$U.has(Feature.NEW)", True),),
    ),
    "a global statement that rebinds the constant": Story(
        {
            "flags.py": f"import os\n\nON = {READ}\n\n\ndef turn_off():\n    global ON\n    ON = False\n",
            "app.py": "import flags\n\nx = new if flags.ON else old\n",
        },
        {"flags.py": "import os\n\nON = True\n\n\ndef turn_off():\n    global ON\n    ON = False\n"},
    ),
    "an assignment from outside that rebinds the constant": Story(
        {
            "flags.py": f"import os\n\nON = {READ}\n",
            "app.py": "import flags\n\nflags.ON = ask()\nx = new if flags.ON else old\n",
        },
        {"flags.py": "import os\n\nON = True\n"},
    ),
    **{
        f"a constant that {what} sets": Story(
            {
                "flags.py": f"import os\n\nON = {READ}\n",
                "app.py": f"import flags\n\n{how}\nx = new if flags.ON else old\n",
            },
            {"flags.py": "import os\n\nON = True\n"},
        )
        for what, how in {
            "an entry of the module's namespace": 'vars(flags)["ON"] = ask()',
            "an entry of its __dict__": 'flags.__dict__["ON"] = ask()',
            "an update of its __dict__": "flags.__dict__.update(ON=ask())",
            "an update by a dictionary": 'vars(flags).update({"ON": ask()})',
            "a pop": 'vars(flags).pop("ON")',
            "a del": 'del vars(flags)["ON"]',
        }.items()
    },
    "a constant whose name is a key of another dictionary": Story(
        {
            "flags.py": f"import os\n\nON = {READ}\n",
            "app.py": "import flags\n\nseen['ON'] = ask()\nseen.update(ON=1)\nx = new if flags.ON else old\n",
        },
        {
            "flags.py": "import os\n\nON = True\n",
            "app.py": "import flags\n\nseen['ON'] = ask()\nseen.update(ON=1)\nx = new\n",
        },
    ),
    "a setattr that rebinds the constant": Story(
        {
            "flags.py": f"import os\n\nON = {READ}\n",
            "app.py": "import flags\n\nsetattr(flags, 'ON', ask())\nx = new if flags.ON else old\n",
        },
        {"flags.py": "import os\n\nON = True\n"},
    ),
    "a constant with a second binding": Story(
        {
            "app.py": f"import os\n\nON = {READ}\nif ask():\n    ON = False\nx = new if ON else old\n",
        },
        {"app.py": "import os\n\nON = True\nif ask():\n    ON = False\nx = new if ON else old\n"},
    ),
    "a constant with a binding in a handler": Story(
        {"app.py": f"import os\n\ntry:\n    ON = {READ}\nexcept OSError:\n    ON = False\nx = new if ON else old\n"},
        {"app.py": "import os\n\ntry:\n    ON = True\nexcept OSError:\n    ON = False\nx = new\n"},
    ),
    "a test that patches the constant does not rebind it": Story(
        {
            "flags.py": f"import os\n\nON = {READ}\n",
            "app.py": "import flags\n\nx = new if flags.ON else old\n",
            "tests/test_app.py": "def test_it(monkeypatch):\n    monkeypatch.setattr('flags.ON', False)\n",
        },
        {"flags.py": "import os\n\nON = True\n", "app.py": "import flags\n\nx = new\n"},
    ),
    "the key held by a constant": Story(
        {"app.py": 'import os\n\nKEY = "USE_NEW"\nx = new if os.getenv(KEY) == "true" else old\n'},
        {"app.py": 'import os\n\nKEY = "USE_NEW"\nx = new\n'},
    ),
    "the key held by a constant of another file": Story(
        {
            "keys.py": 'KEY = "USE_NEW"\n',
            "app.py": 'import os\n\nimport keys\n\nx = new if os.getenv(keys.KEY) == "true" else old\n',
        },
        {"app.py": "import os\n\nimport keys\n\nx = new\n"},
    ),
    "a table of what counts as true": Story(
        {"app.py": 'import os\n\nTRUE = ("1", "true")\nx = new if os.getenv("USE_NEW") in TRUE else old\n'},
        {"app.py": 'import os\n\nTRUE = ("1", "true")\nx = new\n'},
    ),
    "a name flag that is a constant": Story(
        {
            "app/__init__.py": "",
            "app/flags.py": "ON = ask()\n",
            "app/run.py": "from app.flags import ON\n\nx = new if ON else old\n",
        },
        {"app/run.py": "from app.flags import ON\n\nx = new\n"},
        (NameFlag("app.flags.ON", True),),
    ),
    "a name flag that is a function": Story(
        {"flags.py": "def on():\n    return ask()\n", "app.py": "from flags import on\n\nx = new if on() else old\n"},
        {"app.py": "from flags import on\n\nx = new\n"},
        (NameFlag("flags.on", True),),
    ),
    "a name flag outside the repository": Story(
        {"app.py": "from vendor.flags import ON\n\nx = new if ON else old\n"},
        {"app.py": "from vendor.flags import ON\n\nx = new\n"},
        (NameFlag("vendor.flags.ON", True),),
    ),
    "an expression": Story(
        {"app.py": "x = new if client.has('new-router') else old\n"},
        {"app.py": "x = new\n"},
        (ExprFlag("client.has('new-router')", True),),
    ),
    "an expression in other quotes": Story(
        {"app.py": 'x = new if client.has("new-router") else old\n'},
        {"app.py": "x = new\n"},
        (ExprFlag("client.has('new-router')", True),),
    ),
    "any receiver": Story(
        {"app.py": "x = new if get_client(user).has('new-router') else old\n"},
        {"app.py": "x = new if get_client(user).has('new-router') else old\n"},
        (ExprFlag("$C.has('new-router')", True),),
    ),
    "any receiver that does nothing": Story(
        {"app.py": "x = new if self.client.has('new-router') else old\n"},
        {"app.py": "x = new\n"},
        (ExprFlag("$C.has('new-router')", True),),
    ),
    "any further arguments": Story(
        {"app.py": "x = new if has('new-router', user, default=False) else old\n"},
        {"app.py": "x = new\n"},
        (ExprFlag("has('new-router', $$$)", True),),
    ),
    "a literal held by a constant": Story(
        {"keys.py": "NEW = 'new-router'\n", "app.py": "from keys import NEW\n\nx = new if has(NEW) else old\n"},
        {"app.py": "from keys import NEW\n\nx = new\n"},
        (ExprFlag("has('new-router')", True),),
    ),
    "becomes one of its arguments": Story(
        {"app.py": "x = client.pick('new-router', on=new, off=old)\n"},
        {"app.py": "x = new\n"},
        (ExprFlag("$C.pick('new-router', on=$A, off=$B)", becomes="$A"),),
    ),
    "becomes one of its arguments, which needs parentheses": Story(
        {"app.py": "x = 2 * client.pick('new-router', on=a + b, off=old)\n"},
        {"app.py": "x = 2 * (a + b)\n"},
        (ExprFlag("$C.pick('new-router', on=$A, off=$B)", becomes="$A"),),
    ),
    "becomes something made of its arguments": Story(
        {"app.py": "x = pick(user, a, b)\n"},
        {"app.py": "x = route(user, a)\n"},
        (ExprFlag("pick($U, $A, $B)", becomes="route($U, $A)"),),
    ),
    "becomes a value that decides": Story(
        {"app.py": "x = new if pick(True, False) else old\n"},
        {"app.py": "x = new\n"},
        (ExprFlag("pick($A, $B)", becomes="$A"),),
    ),
    "a name flag that Django hands on as a setting": Story(
        {
            "app/settings/base.py": "NEW = ask()\n",
            "app/views.py": "from django.conf import settings\n\nx = new if settings.NEW else old\n",
            "app/late.py": 'from django.conf import settings\n\nx = new if getattr(settings, "NEW", None) else old\n',
        },
        {
            "app/views.py": "from django.conf import settings\n\nx = new\n",
            "app/late.py": "from django.conf import settings\n\nx = new\n",
        },
        (NameFlag("app.settings.base.NEW", True),),
    ),
    "a name flag read by getattr": Story(
        {"flags.py": "NEW = ask()\n", "app.py": 'import flags\n\nx = new if getattr(flags, "NEW") else old\n'},
        {"app.py": "import flags\n\nx = new\n"},
        (NameFlag("flags.NEW", True),),
    ),
    "a comparison as an expression": Story(
        {"app.py": "x = new if settings.router == 'v2' else old\n"},
        {"app.py": "x = new\n"},
        (ExprFlag("settings.router == 'v2'", True),),
    ),
}


@pytest.mark.parametrize("story", UNCHANGED.values(), ids=UNCHANGED)
def test_what_is_not_the_flag_stays(story: Story) -> None:
    check_files(story.before, story.after, *story.flags)


def test_a_read_of_what_may_be_the_flag_is_told() -> None:
    read = "from app import settings\n\nx = new if settings.NEW else old\n"
    files = {**STARS, "app/run.py": read, "tests/test_run.py": read}
    flag = NameFlag("app.settings.defaults.NEW", True)
    check_files(files, {}, flag)
    held = {path: content.encode() for path, content in files.items()}
    assert [(str(found.place), found.reason[:18]) for found in findings(held, flag)] == [
        ("app/run.py:3", "may read the flag,")
    ]


@pytest.mark.parametrize("story", CHANGED.values(), ids=CHANGED)
def test_a_value_reaches_what_it_settles(story: Story) -> None:
    check_files(story.before, story.after, *story.flags)


def test_self_is_nothing_that_a_call_passes() -> None:
    flags = 'import os\n\nON = os.getenv("USE_NEW") == "true"\n'
    app = (
        "from flags import ON\n\n\nclass A:\n    def run(self, on=None):\n        return self, {}\n\n\nA().run(on={})\n"
    )
    before = {"flags.py": flags, "app.py": app.format("on", "ON")}
    after = {"flags.py": "import os\n\nON = True\n", "app.py": app.format("True", "True")}
    check_files(before, after)
