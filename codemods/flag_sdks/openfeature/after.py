from openfeature import api
from openfeature.client import OpenFeatureClient


def answer(question, user):
    return ask_new(question)


async def answer_later(question, flags: OpenFeatureClient):
    return ask_new(question)


class Router:
    def __init__(self):
        self.client = api.get_client("routing")

    def name(self):
        return "new"

    def limit(self):
        return self.client.get_integer_value("limit", 10)


def ask_new(question):
    return f"new {question}"
