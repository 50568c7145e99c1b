"""What people may ask of what is kept of them, from the command line."""
