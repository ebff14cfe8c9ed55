from edx_toggles.toggles import NonNamespacedWaffleFlag, SettingToggle, WaffleFlag

# .. toggle_name: new-router
NEW_ROUTER = NonNamespacedWaffleFlag("new-router", __name__)
OTHER = WaffleFlag("routing.other", module_name=__name__)


class Toggles:
    ROUTER = SettingToggle("new-router", default=False, module_name=__name__)


def answer(question):
    if NEW_ROUTER.is_enabled():
        return ask_new(question)
    return ask_old(question)


def name():
    return "new" if Toggles.ROUTER.is_enabled() and not OTHER.is_enabled() else "old"


def ask_new(question):
    return f"new {question}"


def ask_old(question):
    return f"old {question}"
