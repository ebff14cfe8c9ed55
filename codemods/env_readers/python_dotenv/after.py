from dotenv import dotenv_values

VALUES = dotenv_values()
REGION = VALUES.get("REGION", "eu")


def answer(question):
    return ask_new(question)


def ask_new(question):
    return question.strip()
