"""Being forgotten: the wish, who decides, and the erasure."""
