"""Talks about alerts: planned at a moment, and on the desk."""
