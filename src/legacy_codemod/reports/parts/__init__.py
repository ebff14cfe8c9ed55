"""What the reports are put together from: hunks, names in quotes, and the pieces of the page for people."""
