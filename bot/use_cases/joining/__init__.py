"""Inviting people, and redeeming an invitation."""
