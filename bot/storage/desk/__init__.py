"""Desks of coaches, on one connection."""
