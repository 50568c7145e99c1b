"""Deliberation: the result at the workplace line by line, its rule, and what people enter."""
