from decouple import config

NEW_ROUTER = config("USE_NEW_ROUTER", default=False, cast=bool)
REGION = config("REGION", default="eu")


def answer(question):
    if NEW_ROUTER and REGION:
        return ask_new(question)
    return ask_old(question)


def ask_new(question):
    return question.strip()


def ask_old(question):
    return question
