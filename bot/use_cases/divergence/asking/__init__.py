"""A coach's question about an alert, its answer, and who reads that."""
