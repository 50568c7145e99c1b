"""Sectors and who speaks for them on the command line."""
