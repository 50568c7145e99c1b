"""People's rights from the command line."""
