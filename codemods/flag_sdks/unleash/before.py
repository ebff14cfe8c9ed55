from UnleashClient import UnleashClient

unleash = UnleashClient(url="https://unleash.example.com/api", app_name="docent")
unleash.initialize_client()


def answer(question, user):
    if unleash.is_enabled("new-router", {"userId": user.id}):
        return ask_new(question)
    return ask_old(question)


class Router:
    def __init__(self, features):
        self.features = features

    def name(self):
        return "new" if self.features.is_enabled("new-router", fallback_function=lambda name, context: False) else "old"

    def theme(self):
        return self.features.get_variant("theme")["name"]


def ask_new(question):
    return f"new {question}"


def ask_old(question):
    return f"old {question}"
