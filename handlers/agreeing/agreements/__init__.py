"""The talk about agreements: what is needed, made, and still missing."""
