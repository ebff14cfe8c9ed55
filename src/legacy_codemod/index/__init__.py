"""Python files into what they define, use, import and mention."""
