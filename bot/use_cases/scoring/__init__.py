"""Recording scores, taking them back, and what is still open."""
