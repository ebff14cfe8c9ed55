"""Steps 6.1 to 6.4 of the walkthrough: evidence that the new path carries the traffic."""
