"""What people ask of what is kept of them, as dialogues."""
