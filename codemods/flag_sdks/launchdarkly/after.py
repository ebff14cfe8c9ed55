from ldclient import Context
from ldclient.client import LDClient


def answer(question, user):
    return ask_new(question)


class Router:
    def __init__(self, client: LDClient):
        self.client = client

    def route(self, user):
        return "new"

    def theme(self, user):
        return self.client.variation("theme", Context.create(user.key), "light")


def ask_new(question):
    return f"new {question}"
