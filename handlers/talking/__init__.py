"""A turn of a conversation: who, words, names, menu, settings."""
