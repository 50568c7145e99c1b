"""What was learned before, on one connection."""
