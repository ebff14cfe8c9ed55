import ldclient
from ldclient import Context
from ldclient.client import LDClient


def answer(question, user):
    context = Context.builder(user.key).name(user.name).build()
    if ldclient.get().variation("new-router", context, False):
        return ask_new(question)
    return ask_old(question)


class Router:
    def __init__(self, client: LDClient):
        self.client = client

    def route(self, user):
        detail = self.client.variation_detail("new-router", Context.create(user.key), default=False)
        return "new" if detail.value else "old"

    def theme(self, user):
        return self.client.variation("theme", Context.create(user.key), "light")


def ask_new(question):
    return f"new {question}"


def ask_old(question):
    return f"old {question}"
