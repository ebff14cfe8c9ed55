from openfeature import api
from openfeature.client import OpenFeatureClient
from openfeature.evaluation_context import EvaluationContext

NEW_ROUTER = "new-router"
client = api.get_client()


def answer(question, user):
    if client.get_boolean_value(NEW_ROUTER, False, EvaluationContext(targeting_key=user.id)):
        return ask_new(question)
    return ask_old(question)


async def answer_later(question, flags: OpenFeatureClient):
    if await flags.get_boolean_value_async(flag_key="new-router", default_value=False):
        return ask_new(question)
    return ask_old(question)


class Router:
    def __init__(self):
        self.client = api.get_client("routing")

    def name(self):
        details = self.client.get_boolean_details("new-router", False)
        return "new" if details.value else "old"

    def limit(self):
        return self.client.get_integer_value("limit", 10)


def ask_new(question):
    return f"new {question}"


def ask_old(question):
    return f"old {question}"
