"""What students say of their own learning: whose it is, and what an erasure leaves of it."""
