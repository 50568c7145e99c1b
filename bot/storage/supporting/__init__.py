"""What is kept for when things go otherwise, on one connection."""
