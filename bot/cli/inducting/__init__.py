"""Teachers new to dual learning and who coaches them, on the command line."""
