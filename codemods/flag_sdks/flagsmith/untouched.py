from flagsmith import Flagsmith

flagsmith = Flagsmith(environment_key="environment")


def answer():
    flags = flagsmith.get_environment_flags()
    limit = flags.get_feature_value("new-router")  # its value, which is not whether it is enabled
    return flags.is_feature_enabled("new-router-logging"), limit
