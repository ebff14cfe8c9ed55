import environ


@environ.config(prefix="USE")
class Config:
    region = environ.var("eu")


config = environ.to_config(Config)


def answer(question):
    return ask_new(question, config.region)


def ask_new(question, region):
    return f"{region}: {question}"
