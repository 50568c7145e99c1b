"""Intakes and what comes of them, on one connection."""
