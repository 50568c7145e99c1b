"""Visits at workplaces, as they are stored."""
