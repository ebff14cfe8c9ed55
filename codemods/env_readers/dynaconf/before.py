from dynaconf import Dynaconf

settings = Dynaconf(envvar_prefix="USE", settings_files=["settings.toml"])
REGION = settings.get("region", "eu")


def answer(question):
    if settings.NEW_ROUTER and settings.get("new_router", False):
        return ask_new(question)
    return ask_old(question)


def ask_new(question):
    return question.strip()


def ask_old(question):
    return question
