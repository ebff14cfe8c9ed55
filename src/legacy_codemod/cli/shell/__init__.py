"""What surrounds every verb: its settings, where its output goes, and how a failure is told."""
