"""Intakes: opened, answered, talked about, and decided by the same criteria for all."""
