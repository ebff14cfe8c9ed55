import environ


@environ.config(prefix="USE")
class Config:
    new_router = environ.bool_var(default=False)
    region = environ.var("eu")


config = environ.to_config(Config)


def answer(question):
    if config.new_router:
        return ask_new(question, config.region)
    return ask_old(question)


def ask_new(question, region):
    return f"{region}: {question}"


def ask_old(question):
    return question
