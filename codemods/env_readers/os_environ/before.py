import os

NEW_ROUTER = os.getenv("USE_NEW_ROUTER", "false").lower() == "true"
REGION = os.environ.get("REGION", "eu")


def answer(question):
    if "USE_NEW_ROUTER" in os.environ and NEW_ROUTER:
        return ask_new(question, REGION)
    return ask_old(question)


def ask_new(question, region):
    return f"{region}: {question}"


def ask_old(question):
    return question
