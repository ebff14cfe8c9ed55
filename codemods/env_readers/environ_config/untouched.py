import environ


@environ.config
class Config:
    use_new_router = environ.bool_var(default=False)  # APP_USE_NEW_ROUTER


config = environ.to_config(Config)

print(config.use_new_router)
