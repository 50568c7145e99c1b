"""Intakes in the chat: candidates, companies with a place, and who finds out whether they match."""
