"""What of people's rights is said in many rooms: the short notice, and what stands contested."""
