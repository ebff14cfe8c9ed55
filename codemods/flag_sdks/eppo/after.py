def answer(question, user):
    return ask_new(question)


def ask_new(question):
    return f"new {question}"
