"""A simulated programme, and what came of it."""
