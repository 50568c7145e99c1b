"""What becomes of what is kept, on both engines."""
