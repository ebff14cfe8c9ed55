"""Commands that hold the fold against code that nobody wrote for it; not shipped, run from the checkout."""
