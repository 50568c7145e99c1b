"""Asking a student the question of a day, what becomes of the answer, and feedback on it."""
