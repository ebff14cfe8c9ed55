"""A REMOVE item into its removal: what goes, what stands in for it where code still lives, or why it cannot go."""
