import configargparse

parser = configargparse.ArgParser()
parser.add_argument("--new-router", env_var="USE_NEW_ROUTER", default="false")  # the command line may give it, too
