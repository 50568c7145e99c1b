"""Invitations and the first words."""
