"""Visits at workplaces, on one connection."""
