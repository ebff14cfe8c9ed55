import typer

app = typer.Typer(context_settings={"auto_envvar_prefix": "USE"})


@app.command()
def answer(new_router: bool = False):
    print("new" if new_router else "old")
