"""Contexts: which come up, what they train, and a programme's own list of them."""
