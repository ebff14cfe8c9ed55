import click


@click.command()
@click.option("--new-router", is_flag=True, envvar="USE_NEW_ROUTER")  # the command line may give it, too
def answer(new_router):
    print("new" if new_router else "old")
