"""The command line: one file per verb, which ``app`` finds by its name; what they share is in ``shell``."""
