"""Source text as exact spans: what is kept is moved, never reprinted."""
