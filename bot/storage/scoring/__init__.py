"""The ledger, the marks folded from it, and who may see them."""
