from pydantic import BaseSettings, Field, validator


class Settings(BaseSettings):
    use_new_router: bool = False
    new_router: bool = Field(False, alias="USE_NEW_ROUTER")  # no variable of that name

    @validator("use_new_router")
    def only_with_region(cls, value):  # takes part in the value
        return value and bool(REGION)


class Other(BaseSettings, env_prefix="APP_"):
    use_new_router: bool = False  # APP_USE_NEW_ROUTER


REGION = "eu"

print(Settings().use_new_router, Settings().new_router, Other().use_new_router)
