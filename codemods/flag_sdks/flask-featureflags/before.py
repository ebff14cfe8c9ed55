import flask_featureflags as feature
from flask import Flask

app = Flask(__name__)
features = feature.FeatureFlag(app)


@app.route("/new")
@feature.is_active_feature("new-router", redirect_to="/old")
def page():
    return "new"


@app.route("/")
def home():
    if feature.is_active("new-router"):
        return "new home"
    return "old home"
