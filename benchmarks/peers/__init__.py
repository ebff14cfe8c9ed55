"""Other programs that do a part of the work: PolyglotPiranha, ast-grep with ruff, vulture, ripgrep."""
