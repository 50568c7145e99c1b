"""Saying who opened what is kept of a student."""
