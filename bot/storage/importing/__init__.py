"""Frameworks, programmes and people as imports write them."""
