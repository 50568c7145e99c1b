"""What is put in writing about placements, on one connection."""
