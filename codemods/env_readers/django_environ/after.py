import environ

env = environ.Env(USE_NEW_ROUTER=(bool, False))

REGION = env("REGION", default="eu")


def answer(question):
    return ask_new(question)


def ask_new(question):
    return question.strip()
