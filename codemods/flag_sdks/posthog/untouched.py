import posthog


def answer(user):
    posthog.capture("new-router", distinct_id=user.id)
    return posthog.feature_enabled("new-router-logging", user.id), posthog.get_feature_flag_payload("new-router", user.id)
