"""Small commits, drawn: files that hold legacy names whole, in halves, in other cases, elsewhere, or not at all."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

VARIABLES = ("DEFAULT_MODEL", "AI_PROVIDER", "USE_A_B", "_X_", "MODEL2", "lower_case", "TF_VAR_REGION")
ITEMS = {
    "flags": (
        ("env: USE_NEW", 'value: "true"'),
        ("name: app.flags.NEW_CHECKOUT", "value: true"),
        ("expr: $P.has_feature(Feature.NEW_ROUTER)", "value: true"),
        ('decorator: app.features.required("new-router")', "value: true"),
        ("sdk: django-waffle", "key: new-router", "value: true"),
        ("sdk: launchdarkly", "key: old.router", "value: true"),
    ),
    "remove": (
        ("path: app/ai_router.py",),
        ("path: app/legacy/",),
        ("path: scripts/old_*.sh",),
        ("path: app/gone/__init__.py",),
        ("name: app.resolve.legacy_resolve",),
        ("name: app.router.LegacyRouter.route",),
        *((f"env: {name}",) for name in VARIABLES),
    ),
}
_TEXTS = (
    "DEFAULT_MODEL",
    "AI_PROVIDER",
    "USE_A_B",
    "_X_",
    "MODEL2",
    "lower_case",
    "USE_NEW",
    "OTHER",
    "MODEL_",
    "REGION",
)
# each line is Python; %s is one of _TEXTS
_LINES = (
    "import os",
    "X = os.environ.get('%s')",
    "X = os.environ['%s'.upper()]",
    "X = os.environ.get('DEFAULT' + '_MODEL')",
    "X = os.environ.get('DEFAULT_' + 'MODEL')",
    "X = os.environ.get('DEFA' + 'ULT_MODEL')",
    "X = os.environ.get(\n    'AI_PRO'\n    'VIDER'\n)",
    "from app.names import KEY as\\\n    K\nX = os.environ[K]",
    "X = os.environ.get('%%s_%%s' %% ('AI', 'PROVIDER'))",
    "P = 'AI'\nX = os.environ[f'{P}_PROVIDER']",
    "P, S = 'USE_A', 'B'\nX = os.environ[P + '_' + S]",
    "X = [os.environ.get(f'{a}_{b}') for a in ('AI',) for b in ('PROVIDER',)]",
    "from app.names import KEY\nX = os.environ[KEY]",
    "from app import names\nX = os.getenv(names.KEY)",
    "from .names import KEY as K\nX = os.getenv(K)",
    "import app.names as n\nX = os.getenv(n.KEY)",
    "from app.names import (\n    KEY,\n)\nX = os.getenv(KEY)",
    "from app.reading import read\nX = read('MODEL')",
    "from app.reading import read\nX = read('PROVIDER', 'AI_')",
    "from pydantic_settings import BaseSettings\nclass S(BaseSettings):\n    default_model: str = ''",
    "from pydantic_settings import BaseSettings\nclass S(BaseSettings, env_prefix='AI_'):\n    provider: str",
    "from app.bases import Base\nclass T(Base):\n    provider: str",
    "from app.bases import Base\nclass T(Base):\n    model: str",
    "import environs\nenv = environs.Env()\nwith env.prefixed('DEFAULT_'):\n    X = env('MODEL')",
    "import environs\nenv = environs.Env()\nwith env.prefixed('USE_'), env.prefixed('A_'):\n    X = env('B')",
    "from dynaconf import Dynaconf\ns = Dynaconf(envvar_prefix='DEFAULT')\nX = s.model",
    "import click\n"
    "@click.command(context_settings={'auto_envvar_prefix': 'AI'})\n@click.option('--provider')\ndef f(provider): ...",
    "from app.resolve import legacy_resolve",
    "from app.resolve import *\nX = legacy_resolve",
    "import app.ai_router",
    "from app import ai_router as a",
    "from app.legacy.more import thing",
    "from app import gone",
    "import app.gone",
    "from app.router import LegacyRouter\nLegacyRouter.route()",
    "from app.again import Renamed\nRenamed.route()",
    "from app.deep import Renamed\nRenamed.route()",
    "from app.deep import KEY\nX = os.environ[KEY]",
    "from app.deep import ASKED\nX = os.environ[ASKED]",
    "from app.flags import NEW_CHECKOUT as N",
    "import app.flags\nX = app.flags.NEW_CHECKOUT",
    "from app.features import Feature\nX = user.has_feature(Feature.NEW_ROUTER)",
    "from app.again import Feat\nX = user.has_feature(Feat.NEW_ROUTER)",
    "from app.features import required\n@required('new-router')\ndef g(): ...",
    "from app.names import ROUTER\nimport waffle\nX = waffle.switch_is_active(ROUTER)",
    "import waffle\nX = waffle.switch_is_active('new-' 'router')",
    "import ldclient\nX = ldclient.get().variation('old.router', c, False)",
    "from unittest.mock import patch\npatch('app.' 'resolve.legacy_resolve')",
    "# %s legacy_resolve new-router",
    "'''%s ai_router'''",
    "X = {'%s': 1}",
)
_OTHERS = (
    "%s=value", "export %s=value", "echo $%s", "# %s", "  %s: value", '{"%s": 1}', "process.env.%s", "unset %s",
    "env:\n  - name: %s", "./scripts/old_x.sh", "python -m app.ai_router", "app.resolve:legacy_resolve",
    '{% switch "new-router" %}', "manage.py waffle_switch new-router on", "%%%s%%", "TF_VAR_REGION",
    "variable \"REGION\" {}",
    "command=%%(ENV_%s)s",
)  # fmt: skip
_NAMES = (
    "web.sh", ".env", "deploy/a.yaml", "a.toml", "b.json", "c.ts", "d.html", "README.md", "Dockerfile", "Makefile",
    "main.tf", "supervisord.conf", "scripts/old_a.sh", "app/legacy/x.txt", "app/ai_router.py", "app/gone/__init__.py",
    "app/Ai_Router.py", "k.pyi", "ünï.sh",
)  # fmt: skip
AROUND = {
    "app/__init__.py": "",
    "app/reading.py": "import os\ndef read(name, prefix='DEFAULT_'):\n    return os.environ.get(prefix + name)\n",
    "app/bases.py": (
        "from pydantic_settings import BaseSettings\n"
        "class Base(BaseSettings):\n    model_config = {'env_prefix': 'AI_'}\n"
    ),
    "app/deep.py": "from app.again import Renamed\nfrom app.names import KEY\nASKED = KEY\n",
    "app/again.py": "from app.router import LegacyRouter as Renamed\nfrom app.features import Feature as Feat\n",
}


@dataclass(frozen=True)
class Commit:
    """``before`` is there already, ``changed`` is what the commit brings."""

    inventory: str
    before: dict[str, bytes]
    changed: dict[str, bytes]


def _filled(line: str, text: str) -> str:
    return line.replace("%s", text).replace("%%", "%")


_line = st.builds(_filled, st.sampled_from(_LINES), st.sampled_from(_TEXTS))
_other = st.builds(_filled, st.sampled_from(_OTHERS), st.sampled_from(_TEXTS))
_python = st.lists(_line, min_size=1, max_size=4).map("\n".join)
_text = st.lists(_other, min_size=1, max_size=4).map("\n".join)


@st.composite
def _bytes(draw: st.DrawFn, text: str) -> bytes:
    """The text as bytes, in one of the ways in which files are kept."""
    ending = draw(st.sampled_from(("\n", "\r\n", "\n\n", "")))
    body = (text.replace("\n", "\r\n") if ending == "\r\n" else text) + ending
    way = draw(st.sampled_from(("utf-8", "utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "binary", "latin-1")))
    if way == "binary":
        return b"\x00\xff" + body.encode()
    return body.encode(way)


@st.composite
def _inventory(draw: st.DrawFn) -> str:
    lines = ["version: 1"]
    for section, items in ITEMS.items():
        chosen = draw(st.lists(st.sampled_from(items), min_size=1, max_size=3, unique=True))
        lines.append(f"{section}:")
        for first, *rest in chosen:
            lines += [f"  - {first}", *(f"    {each}" for each in rest)]
    return "\n".join(lines) + "\n"


@st.composite
def commits(draw: st.DrawFn) -> Commit:
    """An inventory, what is there, and what a commit changes of it."""
    key, router = draw(st.sampled_from(_TEXTS)), draw(st.sampled_from(("new-router", "old.router", "search")))
    before = {path: text.encode() for path, text in AROUND.items()}
    before["app/names.py"] = f"KEY = '{key}'\nROUTER = '{router}'\n".encode()
    changed = {}
    for path in draw(
        st.lists(st.sampled_from(("app/views.py", "tests/test_a.py", "settings.py")), max_size=2, unique=True)
    ):
        changed[path] = draw(_bytes(draw(_python)))
    for path in draw(st.lists(st.sampled_from(_NAMES), max_size=2, unique=True)):
        changed[path] = draw(_bytes(draw(_python if path.endswith((".py", ".pyi")) else _text)))
    return Commit(draw(_inventory()), before, changed or {"empty.txt": b""})
