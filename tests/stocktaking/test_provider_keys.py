"""What is given to the calls of a flag library, directly, by a constant or through a function of the repository."""

from __future__ import annotations

from folding import Memory

from legacy_codemod.index.world import World
from legacy_codemod.sdk_entries import flag_sdk
from legacy_codemod.stocktaking.keys import likely_keys
from legacy_codemod.tree import tree_of

FILES = {
    "app/keys.py": "CHECKOUT = 'new-checkout'\nOTHER = 'never-asked'\n",
    "app/ask.py": (
        "import waffle\n\nfrom app.keys import CHECKOUT\n\nTITLE = 'a title'\n\n"
        "def on(request, name='x'):\n    return waffle.flag_is_active(request, name)\n\n"
        "def direct(settings):\n    settings.get('setting')\n    waffle.switch_is_active('direct')\n"
        "    return waffle.switch_is_active(CHECKOUT)\n"
    ),
    "app/view.py": "from app.ask import on\n\ndef view(request):\n    log('text')\n    return on(request, 'key')\n",
    "app/urls.py": (
        "from waffle.decorators import waffle_flag\n\n@waffle_flag('!not-yet')\ndef v(request): ...\n\n"
        "class W(WaffleFlagMixin):\n    waffle_flag = 'of-a-class'\n"
    ),
}


def test_only_what_a_call_is_given_is_a_key() -> None:
    entry = flag_sdk("django-waffle")
    assert entry is not None
    world = World(tree_of(Memory({path: text.encode() for path, text in FILES.items()})))
    assert likely_keys(world, entry) == ("direct", "key", "new-checkout", "not-yet", "of-a-class")
