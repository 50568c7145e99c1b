"""Scoring by a typed line."""
