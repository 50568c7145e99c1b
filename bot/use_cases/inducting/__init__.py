"""Teachers new to dual learning: named, planned for, and what was said with them."""
