"""Who gains or loses a role around a student by a file."""
