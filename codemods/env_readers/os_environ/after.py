import os

REGION = os.environ.get("REGION", "eu")


def answer(question):
    return ask_new(question, REGION)


def ask_new(question, region):
    return f"{region}: {question}"
