"""Taking back what somebody stored, whatever it was."""
