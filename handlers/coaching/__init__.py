"""Tips, and the next step."""
