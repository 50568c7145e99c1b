"""Totals for sectors: what is told of which programmes, frozen at the photo, and seen."""
