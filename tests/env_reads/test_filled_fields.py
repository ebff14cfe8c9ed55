"""Fields of classes that are filled from the environment: read where their one variable is certain, and else left."""

from __future__ import annotations

import pytest
from planning import check, drawn, left, planned

READ = {
    "a prefix that its options give, annotated": """
        ? flag USE_NEW=true
        @ app.py
          from pydantic_settings import BaseSettings
          class Settings(BaseSettings):
        -     new: bool = False
              region: str = "eu"
              class Config:
                  env_prefix: str = "USE_"
          settings = Settings()
        - print("n" if settings.new else "o", settings.region)
        + print("n", settings.region)
        """,
    "case that is said not to count": """
        ? flag USE_NEW=true
        @ app.py
          from pydantic_settings import BaseSettings, SettingsConfigDict
          class Settings(BaseSettings):
              model_config = SettingsConfigDict(case_sensitive=False)
        -     use_new: bool = False
              region: str = "eu"
          settings = Settings()
        - print("n" if settings.use_new else "o", settings.region)
        + print("n", settings.region)
        """,
    "options that derive from those of a base": """
        ? flag USE_NEW=true
        @ app.py
          from pydantic import BaseSettings
          class Common(BaseSettings):
              region: str = "eu"
              class Config:
                  env_prefix = "USE_"
          class Settings(Common):
        -     new: bool = False
              class Config(Common.Config):
                  env_file = ".env"
          settings = Settings()
        - print("n" if settings.new else "o", settings.region)
        + print("n", settings.region)
        """,
    "pydantic 1: a prefix": """
        ? flag USE_NEW=true
        @ app.py
          from pydantic import BaseSettings
          class Settings(BaseSettings):
        -     new: bool = False
              region: str = "eu"
              class Config:
                  env_prefix = "USE_"
          settings = Settings()
        - print("n" if settings.new else "o", settings.region)
        + print("n", settings.region)
        @ deploy.env
        - USE_NEW=true
          USE_REGION=eu
        """,
    "pydantic 1: an argument of the field": """
        ? flag USE_NEW=true
        @ app.py
          from pydantic import BaseSettings, Field
          class Settings(BaseSettings):
        -     fast: bool = Field(False, env="USE_NEW")
              region: str = Field("eu", env="REGION")
          settings = Settings()
        - print("n" if settings.fast else "o", settings.region)
        + print("n", settings.region)
        @ deploy.env
        - USE_NEW=true
          REGION=eu
        """,
    "pydantic 1: an alias, which names no variable": """
        ? flag USE_NEW=true
        @ app.py
          from pydantic.v1 import BaseSettings, Field
          class Settings(BaseSettings):
        -     use_new: bool = Field(False, alias="FAST")
              region: str = Field("eu", alias="REGION")
          settings = Settings()
        - print("n" if settings.use_new else "o", settings.region)
        + print("n", settings.region)
        """,
    "two fields that one variable fills": """
        ? flag USE_NEW=true
        @ app.py
          from pydantic_settings import BaseSettings
          class Settings(BaseSettings):
        -     use_new: bool = False
              region: str = "eu"
          class Other(BaseSettings):
        -     use_new: bool = False
              zone: str = "a"
          settings = Settings()
          other = Other()
        - print("n" if settings.use_new and other.use_new else "o", settings.region, other.zone)
        + print("n", settings.region, other.zone)
        """,
    "pydantic 1: a name that the options give": """
        ? flag USE_NEW=true
        @ app.py
          from pydantic import BaseSettings
          class Settings(BaseSettings):
        -     fast: bool = False
              region: str = "eu"
              class Config:
                  fields = {
        -             "fast": {"env": "USE_NEW"},  # since May
                      "region": {"env": ["REGION"]},
                  }
          settings = Settings()
        - print("n" if settings.fast else "o", settings.region)
        + print("n", settings.region)
        @ deploy.env
        - USE_NEW=true
          REGION=eu
        """,
    "pydantic 1: the only name that the options give": """
        ? flag USE_NEW=true
        @ app.py
          from pydantic import BaseSettings
          class Settings(BaseSettings):
        -     fast: bool = False
              region: str = "eu"
              class Config:
        -         fields = {"fast": {"env": ("USE_NEW")}}
        +         fields = {}
          settings = Settings()
        - print("n" if settings.fast else "o", settings.region)
        + print("n", settings.region)
        """,
}
LEFT = {
    "options with a base": """
        ? flag USE_NEW=true
        @ app.py
          from pydantic_settings import BaseSettings
          class Shared:
              env_prefix = "OLD_"
          class Settings(BaseSettings):
              use_new: bool = False
              class Config(Shared):
                  extra = "ignore"
          settings = Settings()
          print("n" if settings.use_new else "o")
        """,
    "options that a condition gives": """
        ? flag USE_NEW=true
        @ app.py
          from pydantic_settings import BaseSettings
          class Settings(BaseSettings):
              use_new: bool = False
              class Config:
                  if OLD:
                      env_prefix = "OLD_"
          settings = Settings()
          print("n" if settings.use_new else "o")
        """,
    "instances that are made of values": """
        ? flag USE_NEW=true
        @ app.py
          from pydantic_settings import BaseSettings
          class Settings(BaseSettings):
              use_new: bool = False
          def answer(settings: Settings):
              return "n" if settings.use_new else "o"
          answer(Settings.model_construct(use_new=False))
        """,
    "instances that are made of a file": """
        ? flag USE_NEW=true
        @ app.py
          from pydantic import BaseSettings
          class Settings(BaseSettings):
              use_new: bool = False
          def answer(settings: Settings):
              return "n" if settings.use_new else "o"
          answer(Settings.parse_file("settings.json"))
        """,
    "an argument that the later library passes over": """
        ? flag USE_NEW=true
        @ app.py
          from pydantic import Field
          from pydantic_settings import BaseSettings
          class Settings(BaseSettings):
              fast: bool = Field(False, env="USE_NEW")
          settings = Settings()
          print("n" if settings.fast else "o")
        """,
    "pydantic 1: several names": """
        ? flag USE_NEW=true
        @ app.py
          from pydantic import BaseSettings, Field
          class Settings(BaseSettings):
              fast: bool = Field(False, env=["USE_NEW", "USE_FAST"])
          settings = Settings()
          print("n" if settings.fast else "o")
        """,
    "pydantic 1: a field that takes its name from the options of a base": """
        ? flag USE_NEW=true
        @ app.py
          from pydantic import BaseSettings, Field
          class Common(BaseSettings):
              use_new: bool = False
              class Config:
                  fields = {"use_new": {"env": "FAST"}}
          class Settings(Common):
              class Config:
                  fields = {}
          settings = Settings()
          print("n" if settings.use_new else "o")
        """,
    "pydantic 1: options that are put together": """
        ? flag USE_NEW=true
        @ app.py
          from pydantic import BaseSettings, Field
          class Settings(BaseSettings):
              use_new: bool = False
              class Config:
                  fields = {**COMMON}
          settings = Settings()
          print("n" if settings.use_new else "o")
        """,
}


@pytest.mark.parametrize("drawing", READ.values(), ids=READ)
def test_a_field_folds_and_goes_with_its_variable(drawing: str) -> None:
    check(drawing)


@pytest.mark.parametrize("drawing", LEFT.values(), ids=LEFT)
def test_a_field_that_may_get_its_value_elsewhere_is_left_and_told(drawing: str) -> None:
    story = drawn(drawing)
    made = planned(story)
    assert left(story.before, made) == story.before
    assert [finding.place.path for change in made.changes for finding in change.findings]
