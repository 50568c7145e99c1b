"""Reading any file that comes in: its bytes, its sections, and what is wrong with it."""
