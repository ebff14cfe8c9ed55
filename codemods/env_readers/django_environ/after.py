import environ

env = environ.Env()

REGION = env("REGION", default="eu")


def answer(question):
    return ask_new(question)


def ask_new(question):
    return question.strip()
