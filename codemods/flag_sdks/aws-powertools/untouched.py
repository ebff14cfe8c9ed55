from aws_lambda_powertools.utilities.feature_flags import AppConfigStore, FeatureFlags

from app.rules import Rules

feature_flags = FeatureFlags(store=AppConfigStore(environment="dev", application="docent", name="features"))
rules = Rules()


def handler(event, context):
    allowed = feature_flags.get_enabled_features(context={})
    return feature_flags.evaluate(name="new-router-logging", default=False), "new-router" in allowed
