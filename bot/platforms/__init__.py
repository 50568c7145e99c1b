"""Platforms: an update becomes an Incoming, and Replies become messages."""
