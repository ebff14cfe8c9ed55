from pydantic import BaseSettings


class Settings(BaseSettings):
    region: str = "eu"

    class Config:
        env_prefix = "USE_"


settings = Settings()


def answer(question):
    return ask_new(question, settings.region)


def ask_new(question, region):
    return f"{region}: {question}"
