"""The talk about what is kept of people, and what they may ask of it."""
