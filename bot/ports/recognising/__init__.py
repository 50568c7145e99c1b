"""What was learned before, as it is stored and as somebody may see it."""
