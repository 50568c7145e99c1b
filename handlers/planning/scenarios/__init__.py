"""Lesson scenarios: what is prepared."""
