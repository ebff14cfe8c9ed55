"""The lines of a file into the same lines in the colours of their language."""

from __future__ import annotations

from rich.style import Style
from rich.syntax import ANSI_DARK, ANSISyntaxTheme, Syntax
from rich.text import Text

# the terminal's own colours, and of them only those that can be read on dark and on light; red and green are the signs'
_COLOURS = {
    "Token.Comment": "dim",
    "Token.Keyword": "bold",
    "Token.Operator.Word": "bold",
    "Token.Literal.String": "magenta",
    "Token.Literal.Number": "magenta",
    "Token.Name.Decorator": "cyan",
}
_THEME = ANSISyntaxTheme({token: Style.parse(_COLOURS.get(str(token), "none")) for token in ANSI_DARK})


def highlighted(path: str, plain: list[str]) -> list[Text]:
    """``plain`` with its colours, or without any where the lexer reads other lines than these."""
    lexer = Syntax.guess_lexer(path)
    coloured = Syntax("", lexer, theme=_THEME).highlight("\n".join(plain)).split("\n", allow_blank=True)
    # a lexer may drop blank lines at the ends; then the colours would sit on the wrong lines
    if [line.plain for line in coloured][: len(plain)] != plain:
        return [Text(line) for line in plain]
    return list(coloured)
