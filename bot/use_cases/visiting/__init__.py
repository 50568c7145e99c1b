"""Visits at workplaces: planned, prepared, held, and what was promised there."""
