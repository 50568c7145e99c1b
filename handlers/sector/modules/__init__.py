"""Modules of a sector in the chat: proposed by a file, looked at, taken in or refused."""
