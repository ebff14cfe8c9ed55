from aws_lambda_powertools.utilities.feature_flags import AppConfigStore, FeatureFlags

store = AppConfigStore(environment="dev", application="docent", name="features")
feature_flags = FeatureFlags(store=store)


def handler(event, context):
    use_new: bool = feature_flags.evaluate(name="new-router", context={"user": event["user"]}, default=False)
    if use_new:
        return ask_new(event)
    return ask_old(event)


def ask_new(event):
    return f"new {event}"


def ask_old(event):
    return f"old {event}"
