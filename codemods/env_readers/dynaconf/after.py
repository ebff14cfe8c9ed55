from dynaconf import Dynaconf

settings = Dynaconf(envvar_prefix="USE", settings_files=["settings.toml"])
REGION = settings.get("region", "eu")


def answer(question):
    return ask_new(question)


def ask_new(question):
    return question.strip()
