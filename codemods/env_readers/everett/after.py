from everett.manager import ConfigManager

config = ConfigManager.basic_config()

REGION = config("region", default="eu")


def answer(question):
    return ask_new(question)


def ask_new(question):
    return question.strip()
