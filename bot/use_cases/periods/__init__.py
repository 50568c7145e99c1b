"""Keeping evaluation periods, taking their photos, planning what is told of them."""
