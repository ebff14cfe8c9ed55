import ldclient



class Experiments:
    def variation(self, name, user, share):
        return hash((name, user)) < share


experiments = Experiments()


def answer(context, user):
    if experiments.variation("new-router", user, False):
        return ldclient.get().variation("new-router-theme", context, "light")
    return ldclient.get().all_flags_state(context)
