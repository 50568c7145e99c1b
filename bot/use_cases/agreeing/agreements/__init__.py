"""Agreements about placements: made, signed step by step, renewed and ended."""
