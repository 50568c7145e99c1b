"""What is put in writing about placements, and who handed them over: read on the command line."""
