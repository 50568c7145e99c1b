"""Who learns what, where, with whom around, and who sees what of it."""
