"""Lesson times, and what is planned where."""
