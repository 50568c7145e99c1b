"""Asking a student the question of a day, and others for feedback."""
