import environ

env = environ.Env(USE_NEW_ROUTER=(bool, False))

REGION = env("REGION", default="eu")
NEW_ROUTER = env("USE_NEW_ROUTER")
ALWAYS_NEW = env.bool("USE_NEW_ROUTER", default=False)


def answer(question):
    if NEW_ROUTER or ALWAYS_NEW:
        return ask_new(question)
    return ask_old(question)


def ask_new(question):
    return question.strip()


def ask_old(question):
    return question
