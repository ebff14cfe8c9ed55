from flask import Flask

app = Flask(__name__)
app.config.from_prefixed_env("USE")

print(app.config["NEW_ROUTER"])  # other sources may give it, too
