from splitio import get_factory

factory = get_factory("sdk-key")
client = factory.client()


def answer(question, user):
    return ask_new(question)


async def answer_later(question, user, split):
    return ask_new(question)


def name(user):
    return "new"


def ask_new(question):
    return f"new {question}"
