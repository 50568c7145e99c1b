"""What is put in writing about placements, as it is stored."""
