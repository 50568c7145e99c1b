"""Saying what is kept, and noting a guardian's yes."""
