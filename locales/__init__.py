"""What is said, in every language: one catalogue per language, and their template."""
