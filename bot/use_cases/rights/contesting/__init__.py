"""Contesting what was said of oneself, and how that ends."""
