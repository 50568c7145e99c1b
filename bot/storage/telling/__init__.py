"""Errands, the outbox, and where somebody is reached."""
