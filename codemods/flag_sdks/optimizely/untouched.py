from optimizely import optimizely

client = optimizely.Optimizely(sdk_key="sdk-key")


def answer(user):
    color = client.get_feature_variable_string("new-router", "color", user.id)
    return client.is_feature_enabled("new-router-logging", user.id), color, client.get_enabled_features("new-router")
