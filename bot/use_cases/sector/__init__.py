"""Sectors: who speaks for them, what they propose, and what a school takes in of it."""
