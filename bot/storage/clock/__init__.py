"""The last tick, and by which clock each organisation lives."""
