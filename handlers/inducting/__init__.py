"""The talk about teachers new to dual learning."""
