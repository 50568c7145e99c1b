"""Talks about alerts: planned, and seen in the log."""
