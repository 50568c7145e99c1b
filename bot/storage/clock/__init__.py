"""The last tick, by which clock each organisation lives, and who looks back on what has ended."""
