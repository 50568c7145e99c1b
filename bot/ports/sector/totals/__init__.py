"""Totals for a sector: freezing them, reading them, and what the school chose, as it is stored."""
