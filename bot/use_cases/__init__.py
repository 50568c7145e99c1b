"""One verb per file; each runs inside the transaction of the update that asked for it."""
