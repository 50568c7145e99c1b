"""Teachers new to dual learning: who coaches them, and the five steps that they take."""
