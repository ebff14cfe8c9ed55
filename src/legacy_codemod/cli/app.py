"""Arguments into an exit code: finds the verbs beside this file and turns whatever they raise into one message."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pkgutil import iter_modules

import typer
from typer.main import get_command

from legacy_codemod import __doc__ as summary
from legacy_codemod import __version__, cli
from legacy_codemod.cli.shell.failures import tell
from legacy_codemod.errors import ExitCode


def run(arguments: list[str]) -> int:
    """Run ``codemod`` with ``arguments``; nothing that goes wrong leaves here as an exception."""
    try:
        command = get_command(application(_asked(arguments)))
        code = command.main(args=arguments or ["--help"], prog_name="codemod", standalone_mode=False)
    except SystemExit as ended:  # typer ends a broken pipe of its own help text this way
        return ended.code if isinstance(ended.code, int) else ExitCode.USAGE
    except (KeyboardInterrupt, Exception) as error:
        return tell(error)
    if code == ExitCode.STOPPED:
        return tell(KeyboardInterrupt())
    return int(code or 0) if arguments else ExitCode.USAGE


def _asked(arguments: list[str]) -> tuple[str, ...]:
    """The verb that comes first, as then no other is asked for and none need be loaded; else all of them."""
    return tuple(verb for verb in verbs() if arguments[:1] == [_spelled(verb)]) or verbs()


def application(names: Iterable[str]) -> typer.Typer:
    """A typer application with these verbs: modules of this folder that have a function ``run`` or a ``group``."""
    app = typer.Typer(
        help=summary,
        add_completion=False,
        rich_markup_mode=None,  # plain help: rich would take longer to load than the help to read
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_options)
    for name in names:
        module = import_module(f"{cli.__name__}.{name}")
        if hasattr(module, "group"):
            app.add_typer(module.group, name=_spelled(name), help=module.group.info.help)
        else:
            app.command(_spelled(name))(module.run)
    return app


def verbs() -> tuple[str, ...]:
    """The modules of this folder that are verbs, by file name."""
    found = (module.name for module in iter_modules(cli.__path__) if not module.ispkg)
    return tuple(sorted(name for name in found if name != "app"))


def _spelled(verb: str) -> str:
    return verb.replace("_", "-")


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"codemod {__version__}")
        raise typer.Exit


def _options(
    version: bool = typer.Option(False, "--version", callback=_show_version, is_eager=True, help="Show the version."),
) -> None:
    pass
