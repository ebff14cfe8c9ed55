from dotenv import dotenv_values, get_key

VALUES = dotenv_values()
REGION = VALUES.get("REGION", "eu")
NEW_ROUTER = VALUES["USE_NEW_ROUTER"] == "true"


def answer(question):
    if NEW_ROUTER and get_key(".env", "USE_NEW_ROUTER") == "true":
        return ask_new(question)
    return ask_old(question)


def ask_new(question):
    return question.strip()


def ask_old(question):
    return question
