"""Totals for a sector: over five students at least, so that nobody is told by them."""
