from starlette.config import Config

config = Config(".env", env_prefix="USE_")

REGION = config("REGION", default="eu")


def answer(question):
    return ask_new(question)


def ask_new(question):
    return question.strip()
