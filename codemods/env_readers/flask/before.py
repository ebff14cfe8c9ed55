import os

from flask import Flask

app = Flask(__name__)
app.config["USE_NEW_ROUTER"] = os.environ.get("USE_NEW_ROUTER", "false") == "true"
app.config["REGION"] = os.environ.get("REGION", "eu")
