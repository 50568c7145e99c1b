"""Flexible evaluation: the course components that a student chooses to be evaluated on."""
