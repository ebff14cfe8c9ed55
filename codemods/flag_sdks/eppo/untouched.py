import eppo_client


def answer(user):
    client = eppo_client.get_instance()
    return client.get_boolean_assignment("new-router-logging", user.id, {}, False), client.get_flag_keys()
