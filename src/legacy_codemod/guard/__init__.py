"""The inventory and what a commit brings into the legacy names that come back."""
