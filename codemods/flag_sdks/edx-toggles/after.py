from edx_toggles.toggles import WaffleFlag

OTHER = WaffleFlag("routing.other", module_name=__name__)


def answer(question):
    return ask_new(question)


def name():
    return "new" if not OTHER.is_enabled() else "old"


def ask_new(question):
    return f"new {question}"
