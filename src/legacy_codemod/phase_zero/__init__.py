"""The Phase 0 document of a team into entries of its inventory."""
