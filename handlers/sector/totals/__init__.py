"""Totals for sectors: what is told, of what, and by which regions."""
