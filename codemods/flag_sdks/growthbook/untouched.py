from growthbook import GrowthBook

gb = GrowthBook()


class Lights:
    def is_on(self, name):
        return name == self


def answer(lights: Lights):
    return gb.is_on("new-router-logging"), lights.is_on("new-router"), gb.get_features()["new-router"]
