"""Signatures that a student or a mentor says are there, until the coach confirms them."""
