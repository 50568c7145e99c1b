"""Intakes on the command line."""
