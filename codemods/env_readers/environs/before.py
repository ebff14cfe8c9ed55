from environs import Env

env = Env()
env.read_env()

with env.prefixed("USE_"):
    NEW_ROUTER = env.bool("NEW_ROUTER", default=False)
    REGION = env.str("REGION", default="eu")


def answer(question):
    if NEW_ROUTER and env.bool("USE_NEW_ROUTER"):
        return ask_new(question, REGION)
    return ask_old(question)


def ask_new(question, region):
    return f"{region}: {question}"


def ask_old(question):
    return question
