"""Conversations of who speaks for a sector, and with who runs the school."""
