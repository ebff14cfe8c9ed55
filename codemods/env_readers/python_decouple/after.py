from decouple import config

REGION = config("REGION", default="eu")


def answer(question):
    if REGION:
        return ask_new(question)
    return ask_old(question)


def ask_new(question):
    return question.strip()


def ask_old(question):
    return question
