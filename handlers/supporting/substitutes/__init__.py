"""The talk about who stands in for somebody who is away."""
