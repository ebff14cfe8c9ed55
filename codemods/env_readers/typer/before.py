import typer


def answer(new_router: bool = typer.Option(False, envvar="USE_NEW_ROUTER")):  # the command line may give it, too
    print("new" if new_router else "old")


typer.run(answer)
