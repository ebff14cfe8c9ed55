from pydantic import BaseSettings, Field


class Settings(BaseSettings):
    new_router: bool = False
    always_new: bool = Field(False, env="USE_NEW_ROUTER")
    region: str = "eu"

    class Config:
        env_prefix = "USE_"


settings = Settings()


def answer(question):
    if settings.new_router and settings.always_new:
        return ask_new(question, settings.region)
    return ask_old(question)


def ask_new(question, region):
    return f"{region}: {question}"


def ask_old(question):
    return question
