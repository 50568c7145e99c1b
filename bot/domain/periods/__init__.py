"""Evaluation periods, their photos, and when people are reminded of one."""
