"""Being forgotten: what goes and what stays, the wish, and who decides."""
