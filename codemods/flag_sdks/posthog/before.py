import posthog
from posthog import Posthog

client = Posthog("project-key", host="https://us.i.posthog.com")


def answer(question, user):
    if posthog.feature_enabled("new-router", user.id):
        return ask_new(question)
    return ask_old(question)


def name(user):
    flags = client.evaluate_flags(user.id)
    return "new" if flags.is_enabled("new-router") else "old"


def variant(user):
    return client.get_feature_flag(key="new-router", distinct_id=user.id)


def ask_new(question):
    return f"new {question}"


def ask_old(question):
    return f"old {question}"
