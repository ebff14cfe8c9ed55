from UnleashClient import UnleashClient

unleash = UnleashClient(url="https://unleash.example.com/api", app_name="docent")
unleash.initialize_client()


def answer(question, user):
    return ask_new(question)


class Router:
    def __init__(self, features):
        self.features = features

    def name(self):
        return "new"

    def theme(self):
        return self.features.get_variant("theme")["name"]


def ask_new(question):
    return f"new {question}"
