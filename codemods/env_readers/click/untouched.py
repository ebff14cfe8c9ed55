import click


@click.command()
@click.option("--new-router", is_flag=True)
def answer(new_router):
    print("new" if new_router else "old")


answer(auto_envvar_prefix="USE")
