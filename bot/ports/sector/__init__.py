"""Sectors, who speaks for them and what they propose, as they are stored."""
