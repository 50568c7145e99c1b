"""Signatures that a student or a mentor says are there, and that the coach confirms."""
