"""Tracks that go to another coach."""
