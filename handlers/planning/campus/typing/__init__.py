"""Lessons in groups, decided on by typing."""
