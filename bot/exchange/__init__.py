"""Formats in: qualification JSON, CSV of frameworks and rosters, and the organisation file."""
