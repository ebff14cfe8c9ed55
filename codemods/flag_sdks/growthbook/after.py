def answer(question, user):
    return ask_new(question)


async def answer_later(question, user):
    return ask_new(question)


def name(gb):
    return "new"


def ask_new(question):
    return f"new {question}"
