"""Sectors, who speaks for them and what they propose, on one connection."""
