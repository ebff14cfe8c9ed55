from statsig import StatsigUser, statsig


def answer(user):
    config = statsig.get_config(StatsigUser(user.id), "new-router")  # a dynamic config of the same name
    return statsig.check_gate(StatsigUser(user.id), "new-router-logging"), config
