def answer(question, user):
    return ask_new(question)


def name(user):
    return "new"


def ask_new(question):
    return f"new {question}"
