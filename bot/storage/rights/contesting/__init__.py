"""What people contest of what was said about them, as it is stored."""
