"""Kompaan, a chat companion for dual learning."""
