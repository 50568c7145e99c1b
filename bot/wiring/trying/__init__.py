"""Trying Kompaan with a class of one's own, of which nothing is kept."""
