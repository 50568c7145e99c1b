"""How somebody wants to be talked with: the language, when, and how much."""
