"""Lesson scenarios: kept in the chat, or taken from a file."""
