"""Evaluation periods, their photos, their reminders and choices."""
