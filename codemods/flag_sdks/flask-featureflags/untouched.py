import flask_featureflags as feature


class Window:
    def is_active(self, name):
        return name == "new-router"


@feature.is_active_feature("new-router-logging")
def page():
    return Window().is_active("other"), feature.is_active("other")
