"""Deliberation: the result at the workplace, the rule behind it, and what people decide."""
