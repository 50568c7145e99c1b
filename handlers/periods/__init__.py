"""Evaluation periods, what is told of them, and the choice of what is evaluated."""
