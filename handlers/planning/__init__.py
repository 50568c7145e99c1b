"""Lessons on campus."""
