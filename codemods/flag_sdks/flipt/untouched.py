from flipt_client import FliptClient

client = FliptClient()


def answer(user):
    variant = client.evaluate_variant("new-router", user.id)  # a variant, which is no boolean
    return client.evaluate_boolean("new-router-logging", user.id).enabled, variant.variant_key
