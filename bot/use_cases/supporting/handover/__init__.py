"""Tracks that go to another coach: said, carried out on their day, looked at, taken back."""
