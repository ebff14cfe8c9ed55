from pydantic import field_validator
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    use_new_router: bool = False

    @field_validator("use_new_router")
    @classmethod
    def only_with_region(cls, value):  # takes part in the value
        return value and bool(REGION)


class Other(BaseSettings, env_prefix="APP_"):
    use_new_router: bool = False  # APP_USE_NEW_ROUTER


REGION = "eu"

print(Settings().use_new_router, Other().use_new_router)
