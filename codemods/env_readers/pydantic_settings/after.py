from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="USE_")

    region: str = "eu"


settings = Settings()


def answer(question):
    return ask_new(question, settings.region)


def ask_new(question, region):
    return f"{region}: {question}"
