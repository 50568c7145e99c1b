"""The talk about what is put in writing about placements."""
