"""Totals for a sector: frozen, read, and what the school chose, on one connection."""
