"""What a drawn file may define above its ``run``, and how what follows may use it; marks as in drawn_forms.py."""

from __future__ import annotations

Definition = tuple[str, tuple[str, ...]]

NAMES: tuple[Definition, ...] = (
    ("if {r}:\n    from lib import new as helper\nelse:\n    from lib import old as helper", ("helper({a})",)),
    ("try:\n    from lib import missing\nexcept ImportError:\n    missing = {e}", ("missing",)),
    ("if {r}:\n    import lib as library\nelse:\n    import more as library", ("library.new({a})", "library.SPARE")),
    ("from more import *", ("OFF", "SPARE", "not PERCENT")),
    ("try:\n    from more import PERCENT\nexcept ImportError:\n    PERCENT = 9", ("PERCENT", "PERCENT > 9")),
    ("LIMIT = {e}", ("LIMIT",)),
    ("if {e}:\n    SIZE = {e}\n    t({k})\nelse:\n    SIZE = {e}", ("SIZE",)),
    ("if {r}:\n    WIDTH = {e}\nelif {e}:\n    WIDTH = 3\nelse:\n    WIDTH = t({k})", ("WIDTH",)),
    ("ON = {e}", ("ON",)),
    ("ON = not ON", ("ON", "not ON")),
    ("def turn():\n    global PERCENT\n    PERCENT = 7 if {e} else 8\n    return PERCENT", ("turn()", "PERCENT")),
    ("SPARE = {r}\nif {e}:\n    del SPARE\n    SPARE = {e}", ("SPARE",)),
    ("for LOOP in (1, 2):\n    if {r}:\n        break\nelse:\n    LOOP = {e}", ("LOOP",)),
    ("with quiet({e}):\n    HELD = {r}", ("HELD",)),
    ("try:\n    fails({k})\n    LEFT = {r}\nexcept Exception as error:\n    LEFT = {e}", ("LEFT",)),
    ("CHOICES = [t({k}, v) for v in (1, 2) if {r}]", ("CHOICES",)),
    ("short = lambda x, y={r}: {e}", ("short({a})",)),
)
FUNCTIONS: tuple[Definition, ...] = (
    ("def settled():\n    return {r}", ("settled()", "not settled()")),
    ("def about(x):\n    return {r}", ("about({a})", "about(1) or {a}")),
    ("@cache\ndef memo():\n    return {r}", ("memo()", "not memo()")),
    ("@lru_cache(maxsize=8)\ndef memory(x):\n    return {r} and x", ("memory(1)",)),
    ("def several(x):\n    y = z = n = 0\n    {f}", ("several({a})",)),
    (
        """if {r}:
    def either(x):
        y = z = n = 0
        {f}
else:
    def either(x):
        if {r}:
            u = {e}
        return t({k}, u)""",
        ("either({a})",),
    ),
    (
        """def unbound(x):
    try:
        if {r}:
            u = {e}
        fails({k})
    except ValueError:
        if {r}:
            w = t({k})
    return [u, w]""",
        ("unbound({a})", "unbound(1)"),
    ),
    (
        """def reaching(x):
    if {r}:
        u = {e}

    class Inside:
        if {r}:
            w = {e}
        other = w

        def get(self):
            return t({k}, u)

    return Inside.other, Inside().get(), [u for v in (1, 2) if {r}]""",
        ("reaching({a})",),
    ),
    (
        """def watching(x):
    later = lambda: [u, w]
    y = z = n = 0
    if {r}:
        u = {e}
        {f}
    elif {e}:
        {f}
    else:
        for w in (1, {e}):
            {f}
    {f}
    return t({k}, later())""",
        ("watching({a})", "watching(1)"),
    ),
    ("def deep(x, fast, *, y={r}):\n    z = n = 0\n    if fast:\n        {f}\n    t({k}, y)", ("deep({a}, ON)",)),
    ("def kept(x, fast=OFF):\n    return t({k}, x) if fast else {r}", ("kept({a})", "kept({a}, fast=OFF)")),
    ("def both(x, fast=OFF):\n    return t({k}) if fast else {r}", ("both({a})", "both({a}, fast=ON)")),
    ("if {r}:\n    def chosen(x):\n        t({k})\nelse:\n    def chosen(x):\n        return {e}", ("chosen(1)",)),
    ("@mark({e})\ndef marked(x, y=({e})):\n    z = n = 0\n    {f}", ("marked({a})",)),
    ("@(mark if {r} else stamp)({k})\ndef picked(x):\n    return x", ("picked({a})",)),
    ("def items(x):\n    y = z = n = 0\n    {y}\n    yield {e}", ("taken(items({a}))",)),
    ("def empty(x):\n    if {r}:\n        yield x\n    return {e}", ("taken(empty({a}))",)),
    (
        """def again(x):
    for n in (1, 2, 3):
        try:
            return fails({k} + n)
        except ValueError:
            if {r}:
                continue
            raise
        except KeyError as error:
            u = error
    return {e}""",
        ("again({a})",),
    ),
    (
        """def safe(x):
    if {r}:
        with suppress(ValueError):
            return fails({k})
    return {e}""",
        ("safe({a})",),
    ),
    (
        """def resolved(x):
    if {r}:
        try:
            return fails({k})
        except ValueError:
            t({k})
        except KeyError:
            return {e}
    return t({k}, x)""",
        ("resolved({a})",),
    ),
    (
        """def through(x, *, fast):
    return Held(fast=fast).work(x)


class Held:
    def __init__(self, fast):
        self.fast = fast

    def work(self, x):
        y = z = n = 0
        if self.fast:
            {f}
        return t({k})""",
        ("through({a}, fast=ON)", "through({a}, fast=flags.OFF)"),
    ),
)
CLASSES: tuple[Definition, ...] = (
    (
        """if {r}:
    class Thing(dict):
        size = {e}
else:
    class Thing(list):
        size = t({k})""",
        ("Thing.size", "Thing()"),
    ),
    (
        """@dataclass
class Choice:
    fast: bool = bool({r})
    slow: bool = {r} is None
    level: int = 1 if {r} else 2""",
        ("Choice().fast", "Choice().slow", "Choice(fast=0).fast", "replace(Choice(), level=3).level", "Choice().level"),
    ),
    (
        "class Kind(Enum):\n    NEW = {r}\n    OLD = {r}",
        ("Kind.NEW", "Kind.NEW.value", "bool(Kind.OLD)", "Kind.NEW is Kind.OLD"),
    ),
    (
        "class Narrow(Settings):\n    fast = {r}\n    level = {e}",
        ("Narrow().fast", "Narrow.slow", "Narrow().level", "settings.fast"),
    ),
    (
        "class Lazy:\n    def __getattr__(self, name):\n        return name if ON else FORCED\n\n\nlazy = Lazy()",
        ("lazy.fast", "lazy.slow"),
    ),
    (
        """class Service:
    if {r}:
        size = {e}
    else:
        size = t({k})

    def __init__(self, fast, deep=({r})):
        self.fast = fast
        self.mode = {r}
        t({k}, deep)

    @property
    def slow(self):
        return not self.fast

    def work(self, x, y=({r})):
        z = n = 0
        if self.slow:
            {f}
        elif self.mode:
            {f}
        return t({k}, x)


service = Service(ON)""",
        ("service.slow", "service.mode", "service.work({a})", "Service.size", "Service(ON).fast"),
    ),
)
DEFINITIONS = (*NAMES, *FUNCTIONS, *CLASSES)
