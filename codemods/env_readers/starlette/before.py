from starlette.config import Config

config = Config(".env", env_prefix="USE_")

NEW_ROUTER = config("NEW_ROUTER", cast=bool, default=False)
REGION = config("REGION", default="eu")


def answer(question):
    if NEW_ROUTER:
        return ask_new(question)
    return ask_old(question)


def ask_new(question):
    return question.strip()


def ask_old(question):
    return question
