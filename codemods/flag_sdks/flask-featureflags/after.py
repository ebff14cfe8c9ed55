import flask_featureflags as feature
from flask import Flask

app = Flask(__name__)
features = feature.FeatureFlag(app)


@app.route("/new")
def page():
    return "new"


@app.route("/")
def home():
    return "new home"
