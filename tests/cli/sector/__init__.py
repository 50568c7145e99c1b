"""Sectors on the command line."""
