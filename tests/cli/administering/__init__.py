"""Administrators and the log of acts on the command line."""
