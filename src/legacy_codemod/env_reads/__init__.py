"""The repository's Python into its reads of environment variables, as the catalogue spells them."""
