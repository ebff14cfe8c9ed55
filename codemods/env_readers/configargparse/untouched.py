import configargparse

parser = configargparse.ArgParser(auto_env_var_prefix="USE_")
parser.add_argument("--new-router", default="false")
