"""What is put in writing about a placement: whose it is, and what an erasure leaves of it."""
