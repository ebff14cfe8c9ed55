from splitio import get_factory

client = get_factory("sdk-key").client()


def answer(user):
    treatment, config = client.get_treatment_with_config(user.id, "new-router")
    return client.get_treatment("new-router", "theme"), client.get_treatments(user.id, ["new-router"]), treatment, config
