"""An inventory and the history of its repository → how many lines mentioned its names, commit by commit."""
