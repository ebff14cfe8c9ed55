"""An option of a command line, or a key of a section of settings, goes with the flag read off it; in doubt it stays."""

from __future__ import annotations

import pytest
from planning import check, findings

RUN = """
        @ run.py
          def run(options):
        -     return 1 if options.use_new else 0
        +     return 1
"""
GOES = {
    "an option of argparse, with its comment": """
        ? expr options.use_new
        @ cli.py
          import argparse

          from run import run


          def main():
              parser = argparse.ArgumentParser()
              parser.add_argument("--name", default="x")
        -     # for a while
        -     parser.add_argument("--use-new", action="store_true", help="the new way")
              return run(parser.parse_args())
    """
    + RUN,
    "a short and a long option of a group": """
        ? expr options.use_new
        @ cli.py
          from argparse import ArgumentParser

          from run import run


          def main():
              parser = ArgumentParser()
              group = parser.add_argument_group("ways")
              group.add_argument("-o", "--old")
        -     group.add_argument("-n", "--use-new", action="store_true")
              return run(parser.parse_args())
    """
    + RUN,
    "an option and its inverse, which say where they store": """
        ? expr options.use_new
        @ cli.py
          import argparse

          from run import run


          def add(parser: argparse.ArgumentParser) -> None:
              parser.add_argument("--old")
        -     parser.add_argument("--new", action="store_true", dest="use_new", default=True)
        -     parser.add_argument("--no-new", action="store_false", dest="use_new")
    """
    + RUN,
    "an option of a parser class of the project": """
        ? expr options.use_new
        @ cli.py
          import argparse

          from run import run


          class Parser(argparse.ArgumentParser):
              def error(self, message):
                  print(self, message)


          def main():
              parser = Parser()
              parser.add_argument("--old")
        -     parser.add_argument("--use-new", type=int, default=3)
              return run(parser.parse_args())
    """
    + RUN,
    "an option of optparse": """
        ? expr options.use_new
        @ cli.py
          from optparse import OptionParser

          from run import run


          def main():
              parser = OptionParser()
              parser.add_option("--old")
        -     parser.add_option("--use-new", action="store_true")
              return run(parser.parse_args()[0])
    """
    + RUN,
    "the default of the options' class and the option that says where it stores": """
        ? named app.options.Options.use_new
        @ app/options.py
          class Options:
              def __init__(self):
                  self.old = 1
        -         # the new way
        -         self.use_new = False
        @ app/main.py
          import argparse

          from app.options import Options


          def main(args):
              parser = argparse.ArgumentParser()
              parser.add_argument("--old")
        -     parser.add_argument("--new", action="store_true", dest="use_new")
              options = Options()
              parser.parse_args(args, options)
        -     return options.old if options.use_new else None
        +     return options.old
    """,
    "an option of a file that takes other options all at once": """
        ? expr options.use_new
        @ cli.py
          import argparse

          from run import run


          def main():
              parser = argparse.ArgumentParser()
              parser.add_argument("--html-report")
        -     parser.add_argument("--use-new", action="store_true")
              args = parser.parse_args()
              for name, value in vars(args).items():
                  if name.endswith("_report") and value:
                      print(name, value)
              return run(args)
        @ run.py
          def run(options):
        -     return str(options) if options.use_new else 0
        +     return str(options)
    """,
    "a key of a section that a method adds by name": """
        ? expr config.db.use_new
        @ app.py
          import os

          from lib import config
        - from lib import truthy

          config.add(
              "db",
              dict(
                  name="x",
        -         # until it works
        -         use_new=truthy(os.getenv("USE_NEW", "")),
                  path=os.getenv("DB_PATH"),
              ),
          )


          def run():
        -     return 1 if config.db.use_new else 0
        +     return 1
    """,
    "the last key of a section that is assigned": """
        ? expr config.db.use_new
        @ app.py
          from lib import config, read

        - config.db = {"name": read("NAME"), "use_new": read("NEW")}
        + config.db = {"name": read("NAME")}


          def run():
        -     return 1 if config.db.use_new else 0
        +     return 1
    """,
    "the only key of a namespace": """
        ? expr config.use_new
        @ app.py
          from types import SimpleNamespace

        - from lib import read
        -
        - config = SimpleNamespace(use_new=read("NEW"))
        + config = SimpleNamespace()


          def run():
        -     return 1 if config.use_new else str(config)
        +     return 1


          def told():
              return str(config)
    """,
    "the only key, on a line of its own": """
        ? expr config.db.use_new
        @ app.py
        - from lib import config, read
        + from lib import config

        - config.db = {
        -     "use_new": read("NEW"),  # since May
        - }
        + config.db = {}


          def run():
        -     return 1 if config.db.use_new else str(config)
        +     return 1


          def told():
              return str(config)
    """,
}


STAYS = {
    "no plain parser declares it": (
        """
        ? expr options.use_new
        @ cli.py
          from lib import parser

          parser.add_argument("--use-new", action="store_true")
        """
        + RUN,
        "cli.py:3: the flag is read off the option --use-new, which no plain parser of argparse or optparse declares,"
        " so it stays",
    ),
    "a function of the project declares it": (
        """
        ? expr options.use_new
        @ cli.py
          from lib import add_flag

          add_flag("--use-new", default=False)
        """
        + RUN,
        "cli.py:3: the flag may be read off the option --use-new, which no plain parser declares here, so it stays",
    ),
    "its action is the project's own": (
        """
        ? expr options.use_new
        @ cli.py
          import argparse

          from lib import Act

          parser = argparse.ArgumentParser()
          parser.add_argument("--use-new", action=Act)
        """
        + RUN,
        "cli.py:6: the flag is read off the option --use-new, which may do more than to set it, so it stays",
    ),
    "the action is used": (
        """
        ? expr options.use_new
        @ cli.py
          import argparse

          parser = argparse.ArgumentParser()
          action = parser.add_argument("--use-new", action="store_true")
          print(action)
        """
        + RUN,
        "cli.py:4: the flag is read off the option --use-new, which no plain parser of argparse or optparse declares,"
        " so it stays",
    ),
    "it is an argument by place": (
        """
        ? expr options.use_new
        @ cli.py
          import argparse

          parser = argparse.ArgumentParser()
          parser.add_argument("use_new")
        """
        + RUN,
        "cli.py:4: the flag is read off an argument, which is declared in a way that cannot simply go, so it stays",
    ),
    "all options are passed on": (
        """
        ? expr options.use_new
        @ cli.py
          import argparse

          from run import run

          parser = argparse.ArgumentParser()
          parser.add_argument("--use-new", action="store_true")
          run(**vars(parser.parse_args()))
        """
        + RUN,
        "cli.py:6: the flag is read off the option --use-new, and this file asks for all options at once, so it stays",
    ),
    "a script passes it": (
        """
        ? expr options.use_new
        @ cli.py
          import argparse

          parser = argparse.ArgumentParser()
          parser.add_argument("--use-new", action="store_true")
        @ start.sh
          python cli.py --use-new
        """
        + RUN,
        "start.sh:1: names the option --use-new, which is one with the flag",
    ),
    "other code passes it": (
        """
        ? expr options.use_new
        @ cli.py
          import argparse

          parser = argparse.ArgumentParser()
          parser.add_argument("--use-new", action="store_true")
        @ start.py
          from lib import call

          call(["cli.py", "--use-new"])
        """
        + RUN,
        "start.py:3: names the option --use-new, so the option stays",
    ),
    "a keyword sets it": (
        """
        ? expr options.use_new
        @ cli.py
          import argparse

          parser = argparse.ArgumentParser()
          parser.add_argument("--use-new", action="store_true")
          parser.set_defaults(use_new=True)
        """
        + RUN,
        "cli.py:4: the flag is read off the option --use-new, which this file sets by a keyword, so it stays",
    ),
    "it is under KEEP": (
        """
        ? expr options.use_new
        ? keep cli.py
        @ cli.py
          import argparse

          parser = argparse.ArgumentParser()
          parser.add_argument("--use-new", action="store_true")
        """
        + RUN,
        "cli.py:4: the flag is read off the option --use-new, which is declared under KEEP, so it stays",
    ),
    "the default of its class stays with it": (
        """
        ? named app.Options.use_new
        @ app.py
          class Options:
              def __init__(self):
                  self.old = 1
                  self.use_new = False


          def run(options: Options):
        -     return options.old if options.use_new else None
        +     return options.old
        @ cli.py
          from lib import parser

          parser.add_argument("--use-new", action="store_true")
        """,
        "cli.py:3: the flag is read off the option --use-new, which no plain parser of argparse or optparse declares,"
        " so it stays",
    ),
}

SILENT = {
    "another part of the code reads the attribute": """
        ? expr options.use_new
        @ cli.py
          import argparse

          from run import run

          parser = argparse.ArgumentParser()
          parser.add_argument("--use-new", action="store_true")
          args = parser.parse_args()
          print(args.use_new)
    """
    + RUN,
    "a template reads the attribute": """
        ? expr options.use_new
        @ cli.py
          import argparse

          parser = argparse.ArgumentParser()
          parser.add_argument("--use-new", action="store_true")
        @ page.html
          {{ options.use_new }}
    """
    + RUN,
    "a string asks for the attribute": """
        ? expr options.use_new
        @ cli.py
          import argparse

          from lib import ask

          parser = argparse.ArgumentParser()
          parser.add_argument("--use-new", action="store_true")
          print(ask(parser.parse_args(), "use_new"))
    """
    + RUN,
    "a test asks for the attribute": """
        ? expr options.use_new
        @ cli.py
          import argparse


          def parser():
              made = argparse.ArgumentParser()
              made.add_argument("--use-new", action="store_true")
              return made
        @ tests/test_cli.py
          from cli import parser


          def test_parser():
              assert vars(parser().parse_args([]))["use_new"] is False
    """
    + RUN,
    "a section of another name": """
        ? expr config.db.use_new
        @ app.py
          from lib import config, read

          config.add("web", dict(use_new=read("NEW")))


          def run():
        -     return 1 if config.db.use_new else 0
        +     return 1
    """,
    "a call that has nothing to do with the flag's object": """
        ? expr options.use_new
        @ other.py
          from lib import post

          post("options", dict(use_new=True))
    """
    + RUN,
    "two sections that give it": """
        ? expr config.db.use_new
        @ app.py
          from lib import config, read

          config.add("db", dict(use_new=read("NEW")))
          config.add("db", dict(use_new=read("NEWER")))


          def run():
        -     return 1 if config.db.use_new else 0
        +     return 1
    """,
    "a string asks for the key": """
        ? expr config.db.use_new
        @ app.py
          from lib import config, read

          config.add("db", dict(use_new=read("NEW")))


          def run():
        -     return 1 if config.db.use_new else 0
        +     return 1


          def told(section):
              return section["use_new"]
    """,
}


@pytest.mark.parametrize("drawing", GOES.values(), ids=GOES.keys())
def test_it_goes_with_the_flag(drawing: str) -> None:
    check(drawing)


@pytest.mark.parametrize(("drawing", "told"), STAYS.values(), ids=STAYS.keys())
def test_it_stays_and_is_told(drawing: str, told: str) -> None:
    check(drawing)
    assert told in findings(drawing)


@pytest.mark.parametrize("drawing", SILENT.values(), ids=SILENT.keys())
def test_it_stays(drawing: str) -> None:
    check(drawing)


def test_an_option_that_goes_is_told_with_every_text_that_names_it() -> None:
    drawing = (
        GOES["an option of argparse, with its comment"]
        + """
        @ docs/usage.md
          Pass `--use-new` to go the new way, not --use-newer.
    """
    )
    check(drawing)
    assert findings(drawing) == [
        "cli.py:10: the option --use-new is gone: a command that passes it fails now",
        "docs/usage.md:1: names the option --use-new, which is one with the flag",
    ]
