from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="USE_")

    new_router: bool = False
    region: str = "eu"


settings = Settings()


def answer(question):
    if settings.new_router:
        return ask_new(question, settings.region)
    return ask_old(question)


def ask_new(question, region):
    return f"{region}: {question}"


def ask_old(question):
    return question
