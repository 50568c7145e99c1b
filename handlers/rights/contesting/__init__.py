"""Saying that what was said of oneself is not right, and how that ends."""
