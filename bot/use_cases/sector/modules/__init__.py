"""Modules of a sector: proposed, taken in, refused, taken out."""
