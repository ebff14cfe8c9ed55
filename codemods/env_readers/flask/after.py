import os

from flask import Flask

app = Flask(__name__)
app.config["USE_NEW_ROUTER"] = True
app.config["REGION"] = os.environ.get("REGION", "eu")
