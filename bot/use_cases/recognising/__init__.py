"""Claiming what was learned before, and deciding about it."""
