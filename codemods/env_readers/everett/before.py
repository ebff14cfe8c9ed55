from everett.manager import ConfigManager

config = ConfigManager.basic_config()

REGION = config("region", default="eu")
NEW_ROUTER = config("new_router", namespace="use", default="false", parser=bool)


def answer(question):
    if NEW_ROUTER:
        return ask_new(question)
    return ask_old(question)


def ask_new(question):
    return question.strip()


def ask_old(question):
    return question
