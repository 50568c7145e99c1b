"""Teachers new to dual learning and who coaches them, as they are stored."""
