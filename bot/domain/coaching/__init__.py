"""Coaching methods, the tips that go with them, and the next step."""
